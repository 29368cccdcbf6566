"""Problems grouped by cause, worst first, in our own words. What a cell held is nowhere: there is no slot for it."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import streamlit as st

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.problem import Problem
from monitoring.domain.problem_groups import Group
from monitoring.ui import numbers, session, tables
from monitoring.ui.labels import text_of
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say
from monitoring.words.group_text import told
from monitoring.words.problem_text import fix, message
from monitoring.words.problem_text import title as heading

SHOWN, MANY = 6, 24
"""Lines of a group's table, and cells of a line; the rest are in the list one can download."""


def show(
    groups: Sequence[Group],
    catalogue: Catalogue,
    *,
    open_first: bool,
    then: Callable[[Group], None] = lambda group: None,
) -> None:
    """`then` adds what can be done with a group below its cells."""
    for at, group in enumerate(groups):
        with st.expander(_title(group, catalogue), expanded=open_first and at == 0):
            _what_to_do(group)
            then(group)


def as_list(problems: Iterable[Problem], language: str) -> bytes:
    """Every problem as a CSV file: level, sheet, cell, what is wrong, how to mend it. Our words only."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([say(f"screens.desk.list.{name}", language) for name in ("level", "sheet", "cell", "says", "fix")])
    for each in problems:
        sheet = (each.sheet or "").lstrip("=+-@\t\r ")  # the one uploaded word: never the start of a formula
        level = say(f"screens.desk.levels.{each.level}", language)
        writer.writerow([level, sheet, each.cell or "", message(each, language), fix(each, language)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def harmless(problem: Problem) -> Problem:
    """The same problem, safe in Markdown: a sheet's name, also among the facts, comes from the uploaded file."""
    facts = tuple((name, for_markdown(str(fact))) for name, fact in problem.facts)
    sheet, suggestion = (text and for_markdown(text) for text in (problem.sheet, problem.suggestion))
    return replace(problem, sheet=sheet, suggestion=suggestion, facts=facts)


def _column(problem: Problem, catalogue: Catalogue) -> str:
    """The column's label as declared, or its name where no form declares it."""
    for form in catalogue.forms.values():
        if problem.column and (question := form.question(problem.column)) and problem.sheet in (form.name, None):
            return text_of(question.label, session.language())
    return problem.column or ""


def _title(group: Group, catalogue: Catalogue) -> str:
    parts = [f"**{heading(harmless(group.first), len(group.problems))}**"]
    if group.first.cell:
        key = "screens.desk.cell" if len(group.problems) == 1 else "screens.desk.cells"
        parts.append(say(key, n=numbers.count(len(group.problems))))
    if group.first.sheet:
        parts.append(say("screens.desk.in_sheet", sheet=for_markdown(group.first.sheet)))
    if group.first.cell and group.first.column:
        letters = "".join(filter(str.isalpha, group.first.cell))
        parts.append(say("screens.desk.in_column", column=letters, name=for_markdown(_column(group.first, catalogue))))
    return " · ".join(parts)


def _what_to_do(group: Group) -> None:
    """What holds for all cells once; then a table where something is to be said of some of them only."""
    said = told([harmless(each) for each in group.problems])
    for sentence in filter(None, (said.says, said.fix)):
        st.markdown(sentence)
    shown = said.apart[:SHOWN]
    if len(said.apart) == 1 and not said.apart[0][0]:
        if group.cells:
            st.markdown(say("screens.desk.these_cells", cells=_cells(group.cells)))
    else:
        columns = {
            say("screens.desk.list.cell"): [_cells(cells) for _, cells in shown],
            say("screens.desk.list.fix"): [words or "–" for words, _ in shown],
        }
        tables.plain(columns, alt=heading(group.first, len(group.problems)))
    rest = len(group.cells) - sum(min(len(cells), MANY) for _, cells in shown)
    if rest > 0:
        st.caption(say("screens.desk.and_more", n=numbers.count(rest)))


def _cells(cells: Sequence[str]) -> str:
    """The first of the addresses; how many more there are is said below."""
    return ", ".join(cells[:MANY]) + (", …" if len(cells) > MANY else "")
