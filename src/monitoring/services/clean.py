"""Makes the cleaned copy of a workbook that tells who people are. Neither the copy nor the list is kept anywhere."""

import csv
from collections.abc import Mapping
from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.habits import Habits
from monitoring.domain.people import Actor, Deed
from monitoring.services.house import House
from monitoring.words.problem_text import fix, message

if TYPE_CHECKING:
    from monitoring.intake.clean.copy import CleanedCopy

COPY, LIST, WHY_NOT = "cleaned.xlsx", "who_is_who.csv", "why_there_is_no_copy.txt"


def cleaned_pack(
    actor: Actor,
    house: House,
    content: bytes,
    file: str = "",
    *,
    country: str | None = None,
    said: Habits | None = None,
) -> bytes:
    """A zip with the copy and, where codes were replaced, the list of who is who: made as it is fetched, and let go.

    Raises NotAllowed. Where no copy can be made the zip says why, in sentences.
    """
    actor.must(Deed.HAND_IN, country=country)
    if country is None and len(actor.countries) == 1:
        (country,) = actor.countries
    made = cleaned_offline(house.catalogue, content, file, country=country, said=said)
    pack = BytesIO()
    with ZipFile(pack, "w", ZIP_DEFLATED) as archive:
        if made.problems:
            archive.writestr(WHY_NOT, "\n".join(f"{message(each)} {fix(each)}" for each in made.problems))
        else:
            archive.writestr(COPY, made.content)
        if made.who_is_who:
            archive.writestr(LIST, as_list(made.who_is_who))
    return pack.getvalue()


def cleaned_offline(
    catalogue: Catalogue,
    content: bytes,
    file: str = "",
    *,
    country: str | None = None,
    known: Mapping[str, str] | None = None,
    said: Habits | None = None,
) -> "CleanedCopy":
    """The same on the office's own machine, where the list so far lies. `known` is old code -> new code.

    `said` are the habits of writing that the file leaves open, as the office told them.
    """
    from monitoring.intake.clean.copy import cleaned_copy  # reading tools, of no use to other pages

    return cleaned_copy(catalogue, content, file, country=country, known=known, said=said)


def as_list(who_is_who: Mapping[str, str]) -> bytes:
    """The list as a CSV file: old_code, new_code."""
    out = StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([("old_code", "new_code"), *who_is_who.items()])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def read_list(content: bytes) -> dict[str, str]:
    """The list as it was written before. Raises ValueError for anything else."""
    first, *rows = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))
    if first != ["old_code", "new_code"] or any(len(row) != 2 for row in rows):
        raise ValueError
    return dict(rows)
