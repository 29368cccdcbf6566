"""Better, the same or worse in people's own judgement, beside what our score of them did since the talk before."""

import streamlit as st

from monitoring.domain.figures import View
from monitoring.services.own_judgement import OwnJudgement, own_judgement
from monitoring.ui import numbers, palette, tables
from monitoring.ui.charts.axes import round_name
from monitoring.ui.charts.draw import draw
from monitoring.ui.charts.parts import Whole, height, parts_chart
from monitoring.ui.choices import choose_one
from monitoring.ui.findings.judgement import TOO_FEW, of_judgement, where_they_disagree
from monitoring.ui.labels import lowered, text_of
from monitoring.ui.reading import Desk
from monitoring.words import say

SCORES = ("wellbeing_score", "housing_score", "income_score", "stigma_score", "safety_score")
"""Never added up to one."""


def show(desk: Desk, round_: str) -> None:
    """Of one score at a time, for staff; shared figures know no person's two talks."""
    if desk.chosen.view is not View.PROGRAMME:
        return
    st.header(say("own_words.judgement.title", round=round_name(round_)), anchor=False)
    words = {id_: text_of(desk.catalogue.indicators[id_].label) for id_ in SCORES}
    chosen = choose_one(say("own_words.judgement.choose"), words, key="judged_score")
    where = desk.chosen.for_indicator(desk.catalogue.indicators[chosen])
    found = own_judgement(desk.actor, desk.house, chosen, round_, where, desk.chosen.as_of)
    if found is None:
        st.markdown(say("own_words.judgement.nobody", round=round_name(round_)))
        return
    score = lowered(words[chosen])
    st.markdown(of_judgement(found, score))
    if found.people >= TOO_FEW:
        _draw(found, words[chosen])
        st.markdown(where_they_disagree(found, score))
    st.caption(say("own_words.judgement.note", without=numbers.people(found.without_score), least=TOO_FEW))


def _draw(found: OwnJudgement, score: str) -> None:
    """Bars of those judgements that five people or more share; the table has the same ones."""
    shown = [each for each in found.parts if each.people >= TOO_FEW]
    if not shown:
        return
    names = {each.judgement: say(f"own_words.judgement.{each.judgement}") for each in shown}
    bars = [Whole(names[each.judgement], (each.rose, each.stayed, each.fell)) for each in shown]
    said = "; ".join(
        say("own_words.judgement.alt_bar", name=bar.name, rose=bar.parts[0], stayed=bar.parts[1], fell=bar.parts[2])
        for bar in bars
    )
    alt = say("own_words.judgement.alt", score=score, said=said)
    draw(parts_chart(bars, palette.current()), alt=alt, key="judgement_chart", height=height(bars))
    st.caption(say("own_words.judgement.key"))
    if st.toggle(say("screens.see_as_table"), key="judgement_table"):
        columns = {
            say("own_words.judgement.they_say"): [bar.name for bar in bars],
            say("screens.table.people"): [numbers.count(bar.people) for bar in bars],
        }
        for at, part in enumerate(("rose", "stayed", "fell")):
            columns[say(f"own_words.judgement.{part}")] = [numbers.count(bar.parts[at]) for bar in bars]
        tables.aligned(columns, right=list(columns)[1:], alt=alt)
