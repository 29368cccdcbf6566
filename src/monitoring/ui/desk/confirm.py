"""Warnings to look at twice: each may be answered "this is right because ...", and is then not asked again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from monitoring.domain.answers import Answer, Cause
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.problem import Level, Problem
from monitoring.domain.problem_groups import Group, grouped
from monitoring.domain.verdict import Verdict
from monitoring.services import warnings
from monitoring.ui import labels, numbers, session
from monitoring.ui.desk import problems, reasons, state
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say, spoken
from monitoring.words.problem_text import title

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook


def groups(checked: "CheckedWorkbook") -> list[Group]:
    """The warnings by cause, without the cells that were explained in an earlier hand-in."""
    found, forms = _warnings(checked), session.house().catalogue.forms
    told = {(answer.cause, row) for answer in found.before for row in answer.rows}

    def is_told(each: Problem) -> bool:
        return (warnings.cause_of(each, checked, forms), warnings.row_of(each, checked)) in told

    return grouped((each for each in checked.problems if not is_told(each)), Level.WARNING)


def show(checked: "CheckedWorkbook", found: Sequence[Group], catalogue: Catalogue, *, open_first: bool) -> None:
    """The groups, each with its answer; asked for only once nothing is left to fix, for a new file asks anew."""

    def ask(group: Group) -> None:
        cause = warnings.cause_of(group.first, checked, catalogue.forms)
        if cause is not None and checked.verdict is Verdict.READY:
            _ask(cause)

    problems.show(found, catalogue, open_first=open_first, then=ask)


def explained_before(checked: "CheckedWorkbook", catalogue: Catalogue) -> None:
    """What is not asked again, and what was said of it."""
    found = _warnings(checked)
    if not found.before:
        return
    key = "before_one" if found.cells_before == 1 else "before"
    with st.expander(say(f"hand_ins.confirm.{key}", n=numbers.count(found.cells_before))):
        for answer in found.before:
            st.markdown(line(answer, catalogue, "hand_ins.confirm.before_line"))


def open_line(cause: Cause, cells: int, catalogue: Catalogue) -> str:
    """A cause in one line: what it is, how many cells, where. Our words only."""
    form = catalogue.forms.get(cause.form)
    question = form.question(cause.question) if form else None
    return say(
        "hand_ins.history.open_line",
        what=title(Problem(cause.code, Level.WARNING), cells),
        n=numbers.count(cells),
        column=for_markdown(labels.text_of(question.label, spoken()) if question else cause.question),
        sheet=for_markdown(labels.text_of(form.label, spoken()) if form else cause.form),
    )


def line(answer: Answer, catalogue: Catalogue, key: str) -> str:
    """An answer in one line. What people typed, and their names, are made harmless."""
    form = catalogue.forms.get(answer.cause.form)
    question = form.question(answer.cause.question) if form else None
    return say(
        key,
        n=numbers.count(answer.cells),
        column=for_markdown(labels.text_of(question.label, spoken()) if question else answer.cause.question),
        sheet=for_markdown(labels.text_of(form.label, spoken()) if form else answer.cause.form),
        reason=for_markdown(answer.reason),
        who=for_markdown(answer.by),
        day=numbers.day(answer.at.date(), spoken()),
    )


def _warnings(checked: "CheckedWorkbook") -> warnings.Warnings:
    known = state.known(checked)
    if known.warnings is None:
        known.warnings = warnings.warnings(session.current_actor(), session.house(), checked)
    return known.warnings


def _take_back(cause: Cause) -> None:
    state.current().reasons.pop(cause, None)


def _ask(cause: Cause) -> None:
    given = state.current().reasons
    name = f"{cause.code}_{cause.form}_{cause.question}"
    if cause in given:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(":material/check: " + say("hand_ins.confirm.said", reason=for_markdown(given[cause])))
            st.button(
                say("hand_ins.confirm.change"),
                key=f"change_{name}",
                type="tertiary",
                on_click=_take_back,
                args=(cause,),
            )
        return
    reason = reasons.asked(
        f"because_{name}",
        question=say("hand_ins.confirm.because"),
        example=say("hand_ins.confirm.example"),
        button=say("hand_ins.confirm.confirm"),
    )
    if reason is not None:
        given[cause] = reason
        st.rerun()
