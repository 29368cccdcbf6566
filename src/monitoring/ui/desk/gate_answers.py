"""What an office may say of identifiers in columns that we ask for: that codes tell nobody, or to go without a column.

Names the question and the kind, never what a cell holds. Whatever may not be answered is to be mended.
"""

from collections.abc import Sequence

import streamlit as st

from monitoring.domain.answers import Cause
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.problem import Problem
from monitoring.intake.gate.choice import SAID_HARMLESS, Find, Way, find_of
from monitoring.ui import labels, numbers
from monitoring.ui.desk import reasons, state
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say, spoken


def ask(problems: Sequence[Problem], catalogue: Catalogue) -> None:
    """One box for all codes of one kind, and one for each other question."""
    groups: dict[tuple[str, ...], list[tuple[Find, Problem]]] = {}
    for problem in problems:
        found = find_of(problem)
        if found is not None:
            key: tuple[str, ...] = (found.codes_of,) if Way.SAY in found.ways else (found.form, found.question)
            groups.setdefault(key, []).append((found, problem))
    for key, group in groups.items():
        with st.container(border=True):
            _ask(key, group, catalogue)


def _ask(key: tuple[str, ...], group: Sequence[tuple[Find, Problem]], catalogue: Catalogue) -> None:
    finds = list(dict.fromkeys(found for found, _ in group))
    kinds = dict.fromkeys(dict(problem.facts)["kind"] for _, problem in group)
    names = dict.fromkeys(dict(problem.facts).get("label", "") for _, problem in group)
    facts = {
        "label": labels.listed([for_markdown(name) for name in names], spoken()),
        "kind": labels.listed(list(kinds), spoken()),
    }
    st.markdown(say("hand_ins.gate.found", n=numbers.count(len(group)), **facts))
    if Way.SAY in finds[0].ways:
        _ask_why(key, finds)
    dropped = {(found.form, found.question) for found in finds if Way.DROP in found.ways}
    for form, question in sorted(dropped):
        label = for_markdown(labels.text_of(catalogue.forms[form].label, spoken()))
        st.button(
            say("hand_ins.gate.drop", sheet=label),
            key=f"drop_{form}_{question}",
            on_click=state.hand_in_without,
            args=(form, question),
        )
    if dropped:
        st.caption(say("hand_ins.gate.drop_means"))
    elif Way.SAY not in finds[0].ways:
        st.caption(say("hand_ins.gate.mend"))


def _ask_why(key: tuple[str, ...], finds: Sequence[Find]) -> None:
    reason = reasons.asked(
        f"harmless_{'_'.join(key)}",
        question=say("hand_ins.gate.because"),
        example=say("hand_ins.gate.example"),
        button=say("hand_ins.gate.keep"),
        meaning=say("hand_ins.gate.keep_means"),
    )
    if reason is None:
        return
    causes = {Cause(SAID_HARMLESS, found.form, found.question) for found in finds}
    state.say_harmless(finds[0].codes_of, causes, reason)
    st.rerun()
