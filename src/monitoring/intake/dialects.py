"""What other programs add to a workbook and we leave out without a word. Knows no form."""

from collections.abc import Iterable

from monitoring.derive.template_names import HELPER_SHEETS
from monitoring.derive.xlsform_names import HELPER, is_helper
from monitoring.words import LANGUAGES, say

_SYSTEM_COLUMNS = {
    "start", "end", "today", "username", "deviceid", "device_id", "phonenumber", "phone_number", "simserial",
    "subscriberid", "audit", "instanceid", "instancename", "submissiondate", "submitterid", "submittername",
    "formversion", "key",
}  # fmt: skip
_SYSTEM_BEGINNINGS = ("_", "meta/", "formhub/", "meta-", "meta:")


def is_system_column(heading: str) -> bool:
    """Whether Kobo or ODK adds the column by itself: `_id`, `_uuid`, `__version__`, `start`, `meta/instanceID` ...

    Or our form does, for its own use: `here_agreed`, `here_consent/here_age_group`.
    """
    name = heading.strip().casefold()
    return name in _SYSTEM_COLUMNS or name.startswith(_SYSTEM_BEGINNINGS) or is_helper(name)


def parts_of(heading: str) -> list[str]:
    """Groups, question and answer, as far as the heading has them: `here_support/help_needed/health`.

    ODK Central joins groups by hyphens; those are told by our groups' names, for a label may have a hyphen too.
    """
    first, *rest = heading.split("/")
    return [*(first.split("-") if first.startswith(HELPER) else [first]), *rest]


def is_helper_sheet(name: str) -> bool:
    """Whether the sheet is the guide or the lists of our own template."""
    return name.strip().casefold() in HELPER_SHEETS


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
