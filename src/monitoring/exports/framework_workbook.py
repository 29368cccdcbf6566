"""The results framework as a workbook: one row an indicator, one row a group, and what all of it is true of.

Text is written as text, so that no formula is ever live; what is withheld is the word [c], never an empty cell.
"""

import io
from collections.abc import Sequence
from typing import Any

from monitoring.domain.results_framework import Line, ResultsFramework
from monitoring.exports.harmless_text import harmless
from monitoring.words import say

_WIDTHS = {"indicator": 44, "group": 30, "note": 40, "level": 12, "period": 18, "dimension": 16}
_WHOLE = ("level", "indicator", "unit", "period", "baseline", "set_on", "milestone", "target", "due")
_ACTUAL = ("actual", "low", "high", "people", "state")
_BY_GROUP = ("level", "indicator", "unit", "period", "dimension", "group", "actual", "low", "high", "people")

Cell = str | float | None


def as_workbook(framework: ResultsFramework) -> bytes:
    """Three sheets: the framework, the same by group, and about."""
    import xlsxwriter

    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(written, options)
    book.set_properties({"title": _say(framework, "title"), "comments": f"{framework.release}"})
    looks = {
        "head": book.add_format({"bold": True, "bg_color": "#0B5A6B", "font_color": "#FFFFFF", "text_wrap": True}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
        "title": book.add_format({"bold": True, "font_size": 14, "font_color": "#0B5A6B"}),
    }
    whole = [line for line in framework.lines if line.group is None]
    parts = [line for line in framework.lines if line.group is not None]
    _sheet(book, looks, framework, "title", (*_WHOLE, *_ACTUAL), [_whole(framework, each) for each in whole])
    _sheet(book, looks, framework, "by_group", _BY_GROUP, [_part(framework, each) for each in parts])
    _about(book, looks, framework)
    book.close()
    return written.getvalue()


def _sheet(
    book: Any,
    looks: dict[str, Any],
    framework: ResultsFramework,
    name: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
) -> None:
    sheet = book.add_worksheet(_say(framework, name)[:31])
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 2)
    for at, head in enumerate(heads):
        sheet.set_column(at, at, _WIDTHS.get(head, 13))
        sheet.write_string(0, at, _say(framework, head), looks["head"])
    for down, row in enumerate(rows, 1):
        for across, cell in enumerate(row):
            _write(sheet, down, across, cell, looks["cell"])
    sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)


def _write(sheet: Any, down: int, across: int, cell: Cell, look: Any) -> None:
    if isinstance(cell, str):
        sheet.write_string(down, across, harmless(cell), look)
    elif cell is not None:
        sheet.write_number(down, across, cell, look)


def _whole(framework: ResultsFramework, line: Line) -> list[Cell]:
    target = line.target
    aims: list[Cell] = [None, None, None, None, None]
    if target is not None:
        set_on = target.set_on.isoformat() if target.set_on else None
        milestone = None if target.milestone is None else 100 * target.milestone
        aims = [100 * target.baseline, set_on, milestone, 100 * target.target, target.due_on.isoformat()]
    return [*_named(framework, line), *aims, *_actual(line), line.state]


def _part(framework: ResultsFramework, line: Line) -> list[Cell]:
    assert line.group is not None, "lines of everybody stand on the other sheet"
    return [*_named(framework, line), line.group.dimension_name, line.group.name, *_actual(line)]


def _named(framework: ResultsFramework, line: Line) -> list[Cell]:
    unit = "percent" if line.is_percent else "people_counted"
    label = line.label.get(framework.language) or line.label["en"]
    return [_say(framework, line.level), label, _say(framework, unit), line.period]


def _actual(line: Line) -> list[Cell]:
    """A share that is known by its range alone has no value of its own; its range stands beside."""
    actual = line.actual
    value: Cell = actual.value
    if value is None:
        value = actual.text
    return [value, actual.low, actual.high, actual.people]


def _about(book: Any, looks: dict[str, Any], framework: ResultsFramework) -> None:
    sheet = book.add_worksheet(_say(framework, "about")[:31])
    sheet.set_column(0, 0, 34, looks["cell"])
    sheet.set_column(1, 1, 90, looks["cell"])
    sheet.write_string(0, 0, _say(framework, "title"), looks["title"])
    meanings = {line.indicator: line for line in framework.lines}
    rows = [*framework.basis, *(("", note) for note in framework.notes)]
    for line in meanings.values():
        names = (words.get(framework.language) or words["en"] for words in (line.label, line.description))
        label, description = names
        rows.append((label, description))
    for down, (name, value) in enumerate(rows, 2):
        sheet.write_string(down, 0, harmless(name), looks["cell"])
        sheet.write_string(down, 1, harmless(value), looks["cell"])


def _say(framework: ResultsFramework, key: str) -> str:
    return say(f"briefs.framework.{key}", framework.language)
