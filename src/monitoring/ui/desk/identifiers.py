"""Between choosing and the verdict: a workbook that tells who people are. Says where and what kind, never who."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from monitoring.domain.people import Deed
from monitoring.domain.problem import Problem
from monitoring.intake.gate.choice import IN_ANSWERS, LEAVES_OUT
from monitoring.services import clean
from monitoring.services.house import House
from monitoring.ui import downloads, numbers, tables
from monitoring.ui.desk import gate_answers, problems, state
from monitoring.ui.desk.state import Offered
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say
from monitoring.words.problem_text import fix, message

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook

_MOST = 12
"""Places shown. More of them help nobody: the cleaned copy takes care of all."""


def show(house: House, offered: Offered, checked: "CheckedWorkbook") -> None:
    """What was found, and the office's choice: refuse, or go on without it; and the cleaned copy in any case."""
    left, right = st.columns([7, 3], gap="large")
    in_answers = [problem for problem in checked.problems if problem.code == IN_ANSWERS]
    others = [problem for problem in checked.problems if problem.code in LEAVES_OUT]
    with left:
        st.header(say("screens.desk.gate.title"), anchor=False)
        st.error(say("screens.desk.gate.what"), icon=":material/block:")
        _table(checked.problems)
        if in_answers:
            st.subheader(say("hand_ins.gate.title"), anchor=False)
            st.markdown(say("hand_ins.gate.what"))
            gate_answers.ask(in_answers, house.catalogue)
        if others:
            st.subheader(say("hand_ins.gate.others"), anchor=False)
            st.markdown(say("screens.desk.gate.choose"))
        with st.container(horizontal=True):
            st.button(say("screens.desk.gate.refuse"), type="primary", on_click=state.start_again)
            if others:
                st.button(say("screens.desk.gate.go_on"), on_click=state.go_on_without)
    with right:
        st.markdown(f"##### {say('screens.desk.gate.copy')}", anchors=False)
        st.markdown(say("screens.desk.gate.copy_what"))
        _download(house, offered)


def _table(findings: Sequence[Problem]) -> None:
    """Sheet, column and kind, the most frequent first; all words but the sheet's name are ours."""
    places = Counter((each.sheet or "", _letters(each), dict(each.facts)["kind"]) for each in findings)
    shown = places.most_common(_MOST)
    heads = ("sheet", "column", "kind", "places")
    rows = [(for_markdown(sheet), letters, kind, numbers.count(n)) for (sheet, letters, kind), n in shown]
    columns = {say(f"screens.desk.gate.{head}"): [row[at] for row in rows] for at, head in enumerate(heads)}
    tables.plain(columns, alt=say("screens.desk.gate.title"))
    if len(places) > len(shown):
        st.caption(say("screens.desk.gate.more", n=numbers.count(len(places) - len(shown))))
    for code in dict.fromkeys(each.code for each in findings):
        first = problems.harmless(next(each for each in findings if each.code == code))
        st.markdown(f"{message(first)} {fix(first)}")


def _letters(problem: Problem) -> str:
    if problem.cell:
        return "".join(filter(str.isalpha, problem.cell))
    return dict(problem.facts).get("letters", "–")


def _download(house: House, offered: Offered) -> None:
    content, file, country, said = offered.content, offered.file, offered.country, offered.said
    downloads.button(
        say("screens.desk.gate.download"),
        lambda actor: clean.cleaned_pack(actor, house, content, file, country=country, said=said),
        file_name=say("screens.desk.gate.file"),
        media_type="application/zip",
        deed=Deed.HAND_IN,
    )
    st.caption(say("screens.desk.gate.list_note"))
