"""Files of other instruments, built from what the profiles declare: the same layouts, invented rows."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.profile import Profile, Weights
from monitoring.intake.profiles.try_profile import Trial, Tried, try_profile

TODAY = date(2026, 6, 1)
COUNTER = 1000

Row = dict[str, Any]


def tried(
    catalogue: Catalogue,
    profile: Profile | str,
    content: bytes,
    *,
    country: str | None = None,
    weights: Weights | None = None,
) -> Tried:
    """What a profile, one of ours or one with items of an office, makes of the bytes."""
    chosen = catalogue.profiles[profile] if isinstance(profile, str) else profile
    return try_profile(Trial(catalogue, chosen, weights, TODAY, country), content, "theirs.xlsx")


def official_htcds(profile: Profile, rows: Sequence[Row] = (), *, added: Sequence[str] = ()) -> bytes:
    """The official workbook's layout: system names, then labels, a counter without a heading, data from row 3.

    Every label ends in a non-breaking space; two of the labels have changed places, as they have in the original.
    """
    columns = [names for _, names in profile.headings()]
    labels = [names[-1] for names in columns]
    city, street = labels.index("Mailing City"), labels.index("Mailing Street")
    labels[city], labels[street] = labels[street], labels[city]
    names = [names[0] for names in columns]
    lines = [[None, *names, *added], [None, *(f"{label}\u00a0" for label in labels), *added]]
    for at in range(COUNTER):
        row = rows[at] if at < len(rows) else {}
        lines.append([at + 1, *(row.get(name) for name in (*names, *added))])
    return workbook({"Sheet1": lines})


def plain_sheet(rows: Sequence[Row], name: str = "data") -> bytes:
    """One row of headings, then the rows; the headings are the keys of all rows in their order."""
    headings = list(dict.fromkeys(key for row in rows for key in row))
    return workbook({name: [headings, *([row.get(key) for key in headings] for row in rows)]})


def form_definition(survey: Sequence[tuple[str, str, str]], choices: Sequence[tuple[str, str, str]]) -> bytes:
    """An XLSForm from (type, name, label) and (list, name, label)."""
    return workbook(
        {"survey": [("type", "name", "label"), *survey], "choices": [("list_name", "name", "label"), *choices]}
    )


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(list(line))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def told(result: Tried, level: str = "error") -> list[tuple[str, str | None, str | None]]:
    """Code, cell and column of each problem of a level, in the order in which they are told."""
    return [(each.code, each.cell, each.column) for each in result.checked.problems if each.level == level]


def codes(result: Tried) -> set[str]:
    return {each.code for each in result.checked.problems}
