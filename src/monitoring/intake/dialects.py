"""What other programs add to a workbook and we leave out without a word. Knows no form."""

import re
from collections.abc import Iterable, Sequence

from monitoring.derive.template_names import HELPER_SHEETS
from monitoring.derive.xlsform_names import HELPER
from monitoring.words import LANGUAGES, say

_SYSTEM_COLUMNS = {
    "start", "end", "today", "username", "deviceid", "device_id", "phonenumber", "phone_number", "simserial",
    "subscriberid", "audit", "instanceid", "instancename", "submissiondate", "submitterid", "submittername",
    "formversion", "key", "parent_key", "attachmentspresent", "attachmentsexpected", "reviewstate", "edits",
    "isvalidated", "reviewquality", "reviewcomments", "reviewcorrections",
}  # fmt: skip
_SYSTEM_BEGINNINGS = ("_", "meta/", "formhub/", "meta-", "meta:", "meta.", "set-of-")
_OWN = re.compile(rf"(?:^|[^a-z0-9]){HELPER}[a-z0-9_]*$")
_TAG = re.compile(r"#[a-z][a-z0-9_]*(?:\s*\+\s*[a-z][a-z0-9_]*)*", re.IGNORECASE)
_CENTRAL = ("attachmentsexpected", "reviewstate")

LEAST_SYSTEM_COLUMNS = 2
"""So many of their own columns, and a sheet was exported by Kobo or ODK: offices do not write `_uuid` by hand."""


def is_system_column(heading: str) -> bool:
    """Whether Kobo or ODK adds the column by itself: `_id`, `_uuid`, `__version__`, `start`, `meta/instanceID` ...

    Or our form does, for its own use: `here_agreed`, `here_consent/here_age_group`, `here_consent.here_age_group`.
    """
    name = heading.strip().casefold()
    return name in _SYSTEM_COLUMNS or name.startswith(_SYSTEM_BEGINNINGS) or is_for_itself(name)


def is_for_itself(heading: str) -> bool:
    """Whether our form asks it for its own use: the last name of the heading begins as such questions do.

    A group of the form before a question of ours begins so too, hence only what is left once the groups are told.
    """
    name = re.split(r"[^a-z0-9_]+|_{2,}", heading.strip().casefold())[-1]
    return name.startswith(HELPER) or _OWN.search(heading.strip().casefold()) is not None


def is_export(headings: Sequence[str | None]) -> bool:
    """Whether the row of headings is that of an export of Kobo or ODK."""
    found = 0
    for text in headings:
        name = text.strip().casefold() if text else ""
        found += name in _SYSTEM_COLUMNS or name.startswith(_SYSTEM_BEGINNINGS)
        if found >= LEAST_SYSTEM_COLUMNS:
            return True
    return False


def column_of_central(headings: Sequence[str | None]) -> int | None:
    """Where ODK Central's own `Status` stands, which is not our `status`: between two others of its columns."""
    names = [(text or "").strip().casefold() for text in headings]
    for at in range(1, len(names)):
        following = names[at + 1] if at + 1 < len(names) else ""
        if headings[at] == "Status" and (names[at - 1], following) == _CENTRAL:
            return at
    return None


def is_row_of_tags(row: Sequence[str | None]) -> bool:
    """Whether the row holds HXL tags, such as `#affected+f`: most of its cells do."""
    texts = [text.strip() for text in row if text]
    return bool(texts) and sum(_TAG.fullmatch(text) is not None for text in texts) * 2 > len(texts)


def is_list_of_problems(first_texts: Iterable[str | None]) -> bool:
    """Whether a sheet, from the first texts of its first column, is the one that we added when we marked a workbook.

    Not told by its name: an office may have a sheet of problems of its own.
    """
    titles = {say("annotate.title", language) for language in LANGUAGES}
    return any(text in titles for text in first_texts)


def parts_of_note(text: str) -> tuple[str, str]:
    """What others wrote in a note, and what we wrote below it when we marked a workbook."""
    names = (f"{say('annotate.author', language)}:" for language in LANGUAGES)
    starts = [at for name in names if (at := text.find(name)) >= 0]
    return (text[: min(starts)], text[min(starts) :]) if starts else (text, "")


def is_helper_sheet(name: str) -> bool:
    """Whether the sheet is the guide or the lists of our own template."""
    return name.strip().casefold() in HELPER_SHEETS
