"""The cleaned copy of a workbook: our columns alone, written anew, so that nothing else can hide in the file.

Not the office's own file with parts taken out: what is written here is known cell by cell. Formats, notes, other sheets
and columns, hidden parts and the author's name stay behind.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

import polars as pl
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.habits import Habits
from monitoring.domain.problem import Problem
from monitoring.intake.answers import SheetAnswers, answers_of
from monitoring.intake.cells import reader_for
from monitoring.intake.clean.answers import Cleaner, Written
from monitoring.intake.clean.new_codes import NewCodes
from monitoring.intake.gate.undeclared import with_harmless_names
from monitoring.intake.habits import habits_of_file
from monitoring.intake.preflight import Refused
from monitoring.intake.sheets import columns_of, place_sheets
from monitoring.intake.workbook import read_workbook

_LOSES_ROWS = ("no_headings", "form_twice")
"""Refusals of sheets of ours: their rows would be missing from the copy."""


@dataclass(frozen=True, slots=True)
class CleanedCopy:
    """`content` is an .xlsx file; empty where `problems` say why there is none.

    `who_is_who` is old code -> new code of everybody who got a new one, now or on the list before. It tells who people
    are: it belongs to the office and to nobody else. `columns_left` and `cells_emptied` count what is not in the copy.
    """

    content: bytes = b""
    who_is_who: Mapping[str, str] = field(default_factory=dict)
    new_codes: int = 0
    columns_left: int = 0
    cells_emptied: int = 0
    problems: tuple[Problem, ...] = ()


def cleaned_copy(
    catalogue: Catalogue,
    content: bytes,
    file: str = "",
    *,
    country: str | None = None,
    known: Mapping[str, str] | None = None,
    said: Habits | None = None,
) -> CleanedCopy:
    """The copy and the list. `known` is the office's list so far, old code -> new code. Raises for no file.

    `file` is the workbook's name, by whose ending a table of text is told.
    """
    try:
        sheets = list(read_workbook(content, file))
    except Refused as refusal:
        return CleanedCopy(problems=(Problem(refusal.code, facts=tuple(refusal.facts.items())),))
    with_harmless_names(sheets, "en")
    found = place_sheets(sheets, catalogue)
    if lost := [each for each in found.refusals if not found.known or each.code in _LOSES_ROWS]:
        return CleanedCopy(problems=tuple(lost))
    columns = sum(not column.at.is_null().all() for sheet in sheets for column in sheet.columns)
    habits = habits_of_file(columns_of(found.known), said or Habits())
    placed = [answers_of(each, catalogue.missing, habits) for each in found.known]
    cleaner = Cleaner(placed, catalogue.missing, country or _country_of(placed), habits)
    return _written(placed, cleaner, country or _country_of(placed), known or {}, columns)


def _written(
    placed: Sequence[SheetAnswers],
    cleaner: Cleaner,
    country: str | None,
    known: Mapping[str, str],
    columns: int,
) -> CleanedCopy:
    new = NewCodes(country, known, cleaner.codes)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    emptied = kept = 0
    written: Counter[str] = Counter()
    for each in placed:
        form, which = each.known.form, each.which
        written[form.name] += 1  # one that stands on several sheets does so in the copy
        sheet = book.add_worksheet(form.name if written[form.name] == 1 else f"{form.name} {written[form.name]}")
        for at, name in enumerate(each.columns):
            question = form.question(name)
            assert question is not None, "headings name questions of their form"
            sheet.write_string(0, at, name)
            emptied += _write_column(sheet, at, which[name], cleaner.meanings(each, question, new), day)
            kept += sum(name == own for own in each.known.headings.of_columns.values())
    book.close()
    return CleanedCopy(out.getvalue(), new.given, len(new.given) - len(known), max(columns - kept, 0), emptied)


def _write_column(sheet: Worksheet, at: int, below: pl.Series, meanings: Mapping[int, Written], day: object) -> int:
    """Writes the column below its heading; returns how many filled cells were emptied."""
    emptied = 0
    for row, which in enumerate(below.to_list(), 1):
        value = None if which is None else meanings[which]
        if isinstance(value, date):
            sheet.write_datetime(row, at, value, day)
        elif isinstance(value, int):
            sheet.write_number(row, at, value)
        elif value is not None:
            sheet.write_string(row, at, value)
        emptied += which is not None and value is None
    return emptied


def _country_of(placed: Sequence[SheetAnswers]) -> str | None:
    """The country that the first row of survivors names."""
    for each in placed:
        question = each.known.form.question("country")
        if question and "country" in each.columns:
            for which in each.which["country"].drop_nulls().head(1).to_list():
                answer = reader_for(question, {})(each.columns["country"].texts[which])
                return answer if isinstance(answer, str) else None
    return None
