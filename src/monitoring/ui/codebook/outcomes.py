"""The codebook by core outcome: which are covered by what, by whose answer, and which are not covered at all."""

from collections.abc import Iterable

import streamlit as st

from monitoring.domain.people import Actor
from monitoring.services import read_definitions
from monitoring.services.house import House
from monitoring.services.read_definitions import Covered
from monitoring.ui import numbers
from monitoring.ui.labels import listed, lowered, text_of
from monitoring.words import say


def show(actor: Actor, house: House) -> None:
    """The seven core outcomes, then the ten domains of the long-list."""
    for name, outcomes in (
        ("outcomes", read_definitions.core_outcomes(actor, house)),
        ("long_list", read_definitions.long_list(actor, house)),
    ):
        covered = sum(bool(each.indicators) for each in outcomes if each.id)
        st.subheader(say(f"codebook.{name}"), anchor=False)
        st.markdown(say(f"codebook.{name}_what"))
        st.markdown(say("screens.codebook.covered", n=covered, of=sum(1 for each in outcomes if each.id)))
        _table(outcomes)


def _table(outcomes: Iterable[Covered]) -> None:
    heads = [say(f"codebook.heads.{key}") for key in ("outcome", "numbers", "whose")]
    lines = [f"| {' | '.join(heads)} |", "|---|---|---|"]
    lines += [f"| {' | '.join(_row(each))} |" for each in outcomes]
    st.markdown("\n".join(lines))


def _row(each: Covered) -> list[str]:
    label = text_of(each.label) if each.label else say("codebook.no_domain")
    if not each.indicators:
        return [f"**{label}**", f":orange[{say('codebook.not_covered')}]", "–"]
    names = ", ".join(lowered(text_of(one.label)) for one in each.indicators if one.offered)
    alike = sum(not one.offered for one in each.indicators)
    names += say("screens.codebook.alike", n=numbers.count(alike)) if alike else ""
    whose = listed([say(f"codebook.asked_of.{who}") for who in each.whose]) or say("codebook.nobody_asked")
    return [f"**{label}**", f"{numbers.count(len(each.indicators))}: {names}", whose]
