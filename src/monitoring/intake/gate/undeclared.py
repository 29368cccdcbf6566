"""What stands in a workbook and nobody declared: names of sheets, whole sheets, columns, notes, hidden or not.

None of it is ever stored. It is looked at all the same: an office that sends names by mistake is to be told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from monitoring.domain.problem import Problem
from monitoring.intake.dialects import is_for_itself, is_helper_sheet, is_list_of_problems, parts_of_note
from monitoring.intake.gate.findings import in_words, of_column
from monitoring.intake.hearing import ROWS_SEARCHED, top_rows
from monitoring.intake.sheets import KnownSheet
from monitoring.intake.workbook import SheetAsRead, TextColumn
from monitoring.protection.identifiers.columns import in_column
from monitoring.protection.identifiers.headings import in_heading
from monitoring.protection.identifiers.kinds import Kind
from monitoring.protection.identifiers.sentences import in_sentence
from monitoring.protection.identifiers.texts import in_text

_MADE_BY_MACHINES = {
    "start", "end", "today", "_id", "_uuid", "_index", "_parent_index", "_submission_time", "_submission__id",
    "_submission__uuid", "_submission__submission_time", "__version__", "_version_", "_status", "_validation_status",
    "_xform_id_string", "instanceid", "meta/instanceid", "meta/rootuuid", "submissiondate", "key", "formversion",
    "parent_key", "_parent_table_name", "submitterid", "submittername",
}  # fmt: skip
"""What Kobo and ODK put beside every row: numbers and moments, of nobody; who of the staff sent it. Never kept."""


def with_harmless_names(sheets: list[SheetAsRead], language: str) -> list[Problem]:
    """Renames sheets whose name tells of somebody to their number, in place; returns the findings."""
    found = []
    for at, sheet in enumerate(sheets):
        if kind := in_sentence(sheet.name):
            sheets[at] = replace(sheet, name=f"#{at + 1}")
            found.append(Problem("identifying_sheet_name", sheet=f"#{at + 1}", facts=in_words(kind, language)))
    return found


def in_notes(sheets: Sequence[SheetAsRead], language: str) -> Iterator[Problem]:
    """One finding for each note, in any sheet, that tells of somebody."""
    for sheet in sheets:
        for cell, text in sheet.notes:
            theirs, ours = parts_of_note(text)
            if kind := in_sentence(theirs) or in_text(ours):  # dates and names of questions stand in our sentences
                yield Problem("identifying_note", sheet=sheet.name, cell=cell, facts=in_words(kind, language))


def in_unknown_sheets(
    sheets: Sequence[SheetAsRead], placed: Sequence[KnownSheet], refusals: Sequence[Problem], language: str
) -> tuple[Problem, ...]:
    """One finding for each sheet that is no form of ours and carries identifiers: at its first such column.

    A sheet of ours that could not be placed, as its refusal says, has long texts too: several answers in a cell.
    """
    of_ours = {refusal.sheet for refusal in refusals if refusal.code != "unknown_sheet"}
    ours = {known.sheet.name for known in placed}
    others = (sheet for sheet in sheets if sheet.name not in ours and not sheet.is_empty)
    found = ((sheet, _first_of(sheet, may_be_long=sheet.name in of_ours)) for sheet in others)
    return tuple(
        of_column("identifying_sheet", sheet.name, first[0], first[1], language) for sheet, first in found if first
    )


def in_other_columns(known: KnownSheet, language: str) -> Iterator[tuple[int, Problem]]:
    """(column, finding) of each column of a sheet of ours that is none of its questions and carries identifiers."""
    headings = known.headings
    declared = headings.of_columns
    for at, column in enumerate(known.sheet.columns):
        if at in declared or at in headings.without:
            continue
        (heading,) = column.at.slice(headings.position, 1).to_list() or [None]
        text = None if heading is None or at in headings.repeated else column.texts[heading]
        if text and text.strip().casefold() in _MADE_BY_MACHINES:
            continue
        texts, filled = _below(column, headings.data_from)
        promising = None if text and is_for_itself(text) else text  # our own form's words promise nothing of anybody
        if kind := in_column(promising, texts, filled):
            yield at, of_column("identifying_column", known.sheet.name, at, kind, language)


def _first_of(sheet: SheetAsRead, *, may_be_long: bool) -> tuple[int, Kind] | None:
    top = top_rows(sheet)
    is_ours = is_helper_sheet(sheet.name) or is_list_of_problems(sheet.columns[0].top(ROWS_SEARCHED))
    for at, column in enumerate(sheet.columns):
        texts, filled = _below(column, 0)
        if any((row[at] or "").strip().casefold() in _MADE_BY_MACHINES for row in top):
            continue
        if is_ours:  # with headings and sentences of ours
            kind = next(filter(None, map(in_text, texts)), None)
        else:
            heading = next((row[at] for row in top if row[at] and in_heading(row[at] or "")), None)
            below = [text for text in texts if text != heading]
            kind = in_column(heading, below, filled, may_be_long=may_be_long) or in_text(heading or "")
        if kind:
            return at, kind
    return None


def _below(column: TextColumn, start: int) -> tuple[list[str], int]:
    """The different texts from that row on, and how many cells hold one."""
    cells = column.at.slice(start).drop_nulls()
    return [column.texts[which] for which in cells.unique(maintain_order=True).to_list()], len(cells)
