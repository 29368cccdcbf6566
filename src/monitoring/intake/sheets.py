"""Which form each sheet of a workbook is, and what cannot be placed. Reads headings, no answers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from monitoring.domain.form import Form, Question
from monitoring.domain.problem import Problem
from monitoring.intake.dialects import is_helper_sheet, is_list_of_problems
from monitoring.intake.headings import ROWS_SEARCHED, Headings, find_headings, heading_key, share_known, top_rows
from monitoring.intake.ticked_answers import with_answers_together
from monitoring.intake.workbook import SheetAsRead

_ENOUGH_KNOWN = 0.5
"""A sheet with a name of its own is ours if at least this share of its headings is."""


@dataclass(frozen=True, slots=True)
class KnownSheet:
    """A sheet, the form it is, and its headings."""

    sheet: SheetAsRead
    form: Form
    headings: Headings


def columns_of(placed: Iterable[KnownSheet]) -> Iterator[tuple[Question, Sequence[str]]]:
    """Every question that has a column, and the column's different texts."""
    for known in placed:
        for name, at in known.headings.columns.items():
            if question := known.form.question(name):
                yield question, known.sheet.columns[at].texts


def place_sheets(
    sheets: Sequence[SheetAsRead], forms: Mapping[str, Form]
) -> tuple[tuple[KnownSheet, ...], tuple[Problem, ...]]:
    """The sheets that are forms of ours, and the problems of the others. Empty sheets and ours are passed over."""
    placed: dict[str, KnownSheet] = {}
    problems: list[Problem] = []
    for sheet in sheets:
        if sheet.is_empty or is_helper_sheet(sheet.name) or is_list_of_problems(sheet.columns[0].top(ROWS_SEARCHED)):
            continue
        form = _form_of(sheet, forms)
        headings = find_headings(sheet, form) if form else None
        if form is None:
            problems.append(Problem("hidden_sheet", sheet=sheet.name) if sheet.hidden else _unknown(sheet, forms))
        elif headings is None:
            problems.append(Problem("no_headings", sheet=sheet.name, facts=(("form", form.name),)))
        elif form.name in placed:
            first = placed[form.name].sheet.name
            problems.append(Problem("form_twice", sheet=sheet.name, facts=(("form", form.name), ("first", first))))
        else:
            placed[form.name] = KnownSheet(with_answers_together(sheet, headings), form, headings)
    if not placed and all(problem.code == "unknown_sheet" for problem in problems):
        empty = all(sheet.is_empty for sheet in sheets)
        problems = [Problem("empty_workbook") if empty else Problem("no_known_sheet", facts=_names(forms))]
    return tuple(placed.values()), tuple(problems)


def _form_of(sheet: SheetAsRead, forms: Mapping[str, Form]) -> Form | None:
    """By the sheet's name; else the form to which most of its headings belong."""
    name = heading_key(sheet.name)
    for form in forms.values():
        if name in (heading_key(form.name), *map(heading_key, form.label.values())):
            return form
    top = top_rows(sheet)
    shares = {form.name: share_known(top, form) for form in forms.values()}
    best = max(shares, key=lambda each: shares[each], default=None)
    return forms[best] if best and shares[best] >= _ENOUGH_KNOWN else None


def _unknown(sheet: SheetAsRead, forms: Mapping[str, Form]) -> Problem:
    names = {heading_key(text): form.name for form in forms.values() for text in (form.name, *form.label.values())}
    near = get_close_matches(heading_key(sheet.name), names, n=1, cutoff=0.6)
    return Problem("unknown_sheet", sheet=sheet.name, facts=_names(forms), suggestion=names[near[0]] if near else None)


def _names(forms: Mapping[str, Form]) -> tuple[tuple[str, str], ...]:
    return (("forms", ", ".join(forms)),)
