"""How far follow-up has come place by place, and what it asks of people."""

from collections.abc import Mapping, Sequence

import streamlit as st

from monitoring.services.workload import Burden, Workload, burden, workload
from monitoring.ui import domain_sections, numbers, tables
from monitoring.ui.plain_text import for_markdown
from monitoring.ui.reading import Desk
from monitoring.words import say


def by_place(desk: Desk) -> None:
    """Rounds and the burden of interviews: by country, or inside one by provider."""
    by = "country" if desk.chosen.country is None else "provider"
    names = domain_sections.group_names(desk, by)
    st.header(say(f"screens.work.by_{by}"), anchor=False)
    rounds = workload(desk.actor, desk.house, by, desk.chosen.where, desk.chosen.as_of)
    st.markdown(_rounds_said(rounds))
    _rounds(rounds, names, by)
    st.header(say("screens.work.burden"), anchor=False)
    asked = burden(desk.actor, desk.house, by, desk.chosen.where, desk.chosen.as_of)
    _burden(asked, names, by)
    st.caption(say("screens.work.burden_note"))


def _rounds_said(rounds: Sequence[Workload]) -> str:
    """`Of 5 215 rounds due 3 720 are done (71 %). 96 are overdue, 143 come due in the next 30 days.`"""
    due, done, overdue, soon = (
        sum(getattr(each, name) for each in rounds) for name in ("due", "done", "overdue", "due_soon")
    )
    counts = {"due": due, "done": done, "overdue": overdue, "soon": soon}
    share = numbers.percent(100 * done / due) if due else "–"
    return say("screens.work.said", share=share, **{name: numbers.count(n) for name, n in counts.items()})


def _rounds(rounds: Sequence[Workload], names: Mapping[str, str], by: str) -> None:
    columns = {say(f"screens.table.{by}"): [_name(each.place, names) for each in rounds]}
    for part in ("due", "done", "overdue", "due_soon"):
        columns[say(f"screens.work.{part}")] = [numbers.count(getattr(each, part)) for each in rounds]
    tables.aligned(columns, right=list(columns)[1:], alt=say(f"screens.work.by_{by}"))


def _burden(asked: Sequence[Burden], names: Mapping[str, str], by: str) -> None:
    columns = {
        say(f"screens.table.{by}"): [_name(each.place, names) for each in asked],
        say("screens.table.people"): [numbers.count(each.people) for each in asked],
        say("screens.work.questions"): [_or_unknown(each.questions_a_year) for each in asked],
        say("screens.work.minutes"): [_or_unknown(each.minutes_a_year) for each in asked],
        say("screens.work.stopped"): [
            "–" if each.stopped_early is None else numbers.percent(100 * each.stopped_early) for each in asked
        ],
    }
    tables.aligned(columns, right=list(columns)[1:], alt=say("screens.work.burden"))


def _or_unknown(number: float | None) -> str:
    return "–" if number is None else numbers.count(number)


def _name(place: str | None, names: Mapping[str, str]) -> str:
    """A provider's name comes from an upload."""
    return for_markdown(names.get(place or "", place or say("screens.work.no_provider")))
