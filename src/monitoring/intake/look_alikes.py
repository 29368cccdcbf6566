"""Of a code with letters of another alphabet: the row whose code it would be with Latin letters. Hands out no code."""

from collections.abc import Mapping
from dataclasses import replace

from monitoring.intake.characters import in_latin
from monitoring.intake.findings import Finding, SheetUnderCheck
from monitoring.words import has, say

_CODE = "look_alike_letters"


def point_at_rows(check: SheetUnderCheck, sheets: Mapping[str, SheetUnderCheck]) -> None:
    """Adds to each such finding the row that is meant, where the sheet that lists the codes is at hand and has it."""
    pointed: list[Finding] = []
    for finding in check.findings:
        question = check.form.question(finding.column)
        target = sheets.get(question.refers_to or "") if question and finding.code == _CODE else None
        pointed += _by_row(finding, check, target) if target else [finding]
    check.findings[:] = pointed


def _by_row(finding: Finding, check: SheetUnderCheck, target: SheetUnderCheck) -> list[Finding]:
    codes = target.table[target.form.key[0]].to_list()
    rows = dict(zip(codes, target.table["sheet_row"].to_list(), strict=True))
    texts = check.cells[finding.column]
    meant: dict[int | None, list[int]] = {}
    for row in finding.rows:
        meant.setdefault(rows.get(in_latin(str(texts[row])).strip()), []).append(row)
    return [
        replace(finding, rows=tuple(group), facts=(*finding.facts, *_hint(row, target, check.language)))
        for row, group in meant.items()
    ]


def _hint(row: int | None, target: SheetUnderCheck, language: str) -> tuple[tuple[str, str], ...]:
    if row is None:
        return ()
    spoken = language if has("problems.row_meant", language) else "en"
    sheet, there = target.place_of_row(row)
    return (("hint", say("problems.row_meant", spoken, row=there, sheet=sheet)),)
