"""Which form each sheet of a workbook is, and what cannot be placed. Reads headings, no answers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Question
from monitoring.domain.heading_answers import NOTHING_SAID, HeadingAnswers
from monitoring.domain.problem import Level, Problem
from monitoring.intake.copied_sheets import is_copy
from monitoring.intake.dialects import is_helper_sheet, is_list_of_problems
from monitoring.intake.headings import Headings, find_headings, share_known
from monitoring.intake.hearing import ROWS_SEARCHED, Listener, Row
from monitoring.intake.not_ours import what_it_is
from monitoring.intake.outer_sheets import problems_of_outer_sheet
from monitoring.intake.repeats import NOTHING_JOINED, Family, Joined
from monitoring.intake.vocabulary import heading_key
from monitoring.intake.workbook import SheetAsRead

_ENOUGH_KNOWN = 0.5
"""A sheet with a name of its own is ours if at least this share of its headings is."""


@dataclass(frozen=True, slots=True)
class KnownSheet:
    """A sheet, the form it is, its headings, and how it hangs together with others."""

    sheet: SheetAsRead
    form: Form
    headings: Headings
    joined: Joined = NOTHING_JOINED


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of the sheets: those that are forms of ours, why the workbook is refused, what else is to be told."""

    known: tuple[KnownSheet, ...]
    refusals: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


def columns_of(placed: Iterable[KnownSheet]) -> Iterator[tuple[Question, Sequence[str]]]:
    """Every column that holds answers: its question, and its different texts."""
    for known in placed:
        for at, name in known.headings.of_columns.items():
            if question := known.form.question(name):
                yield question, known.sheet.columns[at].texts


def place_sheets(sheets: Sequence[SheetAsRead], catalogue: Catalogue, said: HeadingAnswers = NOTHING_SAID) -> Placed:
    """Every sheet looked at once. Empty ones and ours are passed over; `said`: an office's words for headings."""
    filled = [sheet for sheet in sheets if not sheet.is_empty and not _is_ours(sheet)]
    listener = Listener(catalogue, said)
    family = Family(filled, listener)
    found = _Placing(catalogue.forms, listener, family)
    for sheet in filled:
        found.place(sheet)
    found.settle()
    if not found.placed and all(problem.code == "unknown_sheet" for problem in found.refusals):
        empty = all(sheet.is_empty for sheet in sheets)
        return Placed((), (Problem("empty_workbook") if empty else what_it_is(filled, catalogue, family),))
    placed = {known.sheet.name: (known.form, known.headings) for known in found.placed}
    joined = (
        KnownSheet(each.sheet, each.form, each.headings, family.joined(each.sheet, each.form, each.headings, placed))
        for each in found.placed
    )
    return Placed(tuple(joined), tuple(found.refusals), tuple(found.notes))


def _is_ours(sheet: SheetAsRead) -> bool:
    return is_helper_sheet(sheet.name) or is_list_of_problems(sheet.columns[0].top(ROWS_SEARCHED))


class _Placing:
    """Sheets as they are placed, one after the other."""

    def __init__(self, forms: Mapping[str, Form], listener: Listener, family: Family) -> None:
        self._forms = forms
        self._listener = listener
        self._family = family
        self._of_form: dict[str, list[KnownSheet]] = {}
        self.refusals: list[Problem] = []
        self.notes: list[Problem] = []
        self._unplaced: list[SheetAsRead] = []

    def place(self, sheet: SheetAsRead) -> None:
        top = self._listener.top(sheet)
        form = _form_of(sheet, top, self._forms, self._listener)
        headings = find_headings(sheet, top, form, self._listener) if form else None
        if form is None:
            self._unplaced.append(sheet)
        elif headings is None:
            self.refusals.append(Problem("no_headings", sheet=sheet.name, facts=(("form", form.name),)))
        else:
            self._add(KnownSheet(sheet, form, headings))

    @property
    def placed(self) -> list[KnownSheet]:
        """Those that are forms, form by form; one may stand on several sheets."""
        return [known for of_form in self._of_form.values() for known in of_form]

    def settle(self) -> None:
        """What is told of sheets that are no form: those around a repeat of ours, an office's own repeats, others."""
        outer = {each.sheet.name for known in self.placed for each in self._family.parents(known.sheet)}
        ours = {known.sheet.name for known in self.placed}
        for sheet in self._unplaced:
            inner = [each for each in self.placed if sheet.name in self._outer_names(each)]
            if sheet.name in outer:
                self.notes += problems_of_outer_sheet(sheet, [each.form for each in inner], self._listener)
            elif self._family.is_repeat(sheet) and ours & {each.sheet.name for each in self._family.parents(sheet)}:
                self.notes.append(Problem("repeat_left_out", Level.WARNING, sheet.name))
            else:
                unknown = _unknown(sheet, self._forms)
                self.refusals.append(Problem("hidden_sheet", sheet=sheet.name) if sheet.hidden else unknown)

    def _add(self, second: KnownSheet) -> None:
        """Beside others of its form: versions exported apart. Of a repeat and the sheet around it the repeat is it."""
        of_form = self._of_form.setdefault(second.form.name, [])
        for at, first in enumerate(of_form):
            for inner, outer in ((first, second), (second, first)):
                if outer.sheet.name in self._outer_names(inner):
                    of_form[at] = inner
                    self._unplaced.append(outer.sheet)
                    return
        if is_copy(second, of_form):
            facts = (("form", second.form.name), ("first", of_form[0].sheet.name))
            self.refusals.append(Problem("form_twice", sheet=second.sheet.name, facts=facts))
        else:
            of_form.append(second)

    def _outer_names(self, known: KnownSheet) -> set[str]:
        return {each.sheet.name for each in self._family.parents(known.sheet)}


def _form_of(sheet: SheetAsRead, top: Sequence[Row], forms: Mapping[str, Form], listener: Listener) -> Form | None:
    """By the sheet's name; else the form to which most of its headings belong, and of equals the one with most."""
    names = set(_names_in(sheet.name))
    for form in forms.values():
        if names & {heading_key(form.name), *map(heading_key, form.label.values())}:
            return form
    shares = {form.name: share_known(top, form, listener) for form in forms.values()}
    best = max(shares, key=lambda each: shares[each], default=None)
    return forms[best] if best and shares[best][0] >= _ENOUGH_KNOWN else None


def _names_in(name: str) -> Iterator[str]:
    """The sheet's name; and what Kobo puts before ` - all versions - English - 2026-05-31` in the name of a file."""
    yield heading_key(name)
    yield heading_key(name.replace("_", " ").partition(" - ")[0])


def _unknown(sheet: SheetAsRead, forms: Mapping[str, Form]) -> Problem:
    names = {heading_key(text): form.name for form in forms.values() for text in (form.name, *form.label.values())}
    near = get_close_matches(heading_key(sheet.name), names, n=1, cutoff=0.6)
    facts = (("forms", ", ".join(forms)),)
    return Problem("unknown_sheet", sheet=sheet.name, facts=facts, suggestion=names[near[0]] if near else None)
