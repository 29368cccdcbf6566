"""What is this number? The declaration of an indicator, in words, beside every chart that shows it."""

from datetime import date

import streamlit as st

from monitoring.derive.codebook.entries import change_told, changes_told
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.indicator import ChangeKind, Direction, Indicator
from monitoring.ui import labels, numbers
from monitoring.ui.labels import text_of
from monitoring.ui.points import Point
from monitoring.words import say, spoken


def popover(indicator: Indicator, catalogue: Catalogue, point: Point | None = None) -> None:
    """A small window with description, formula, caution, source, and the follow-up behind the point."""
    with st.popover(say("screens.definition.title"), icon=":material/help:", type="tertiary"):
        st.markdown(as_markdown(indicator, catalogue))
        if point is not None and point.due is not None:
            st.caption(_follow_up(point))


def as_markdown(indicator: Indicator, catalogue: Catalogue, language: str | None = None) -> str:
    """All that is declared of an indicator. Everything here is ours, so nothing needs to be made harmless."""
    language = language or spoken()
    parts = [f"**{text_of(indicator.label, language)}**", text_of(indicator.description, language)]
    parts.append(say(f"screens.definition.kind.{indicator.kind}", language))
    parts.append(_expression("numerator", indicator.numerator, language))
    if indicator.denominator != "true":
        parts.append(_expression("denominator", indicator.denominator, language))
    if indicator.caution:
        parts.append(f":material/info: {text_of(indicator.caution, language)}")
    if indicator.direction is Direction.WATCH:
        parts.append(say("screens.definition.watch", language))
    parts += [say("screens.definition.changed", language, change=each) for each in changes_told(indicator, language)]
    parts.append(say("screens.definition.source", language, source=indicator.source))
    if indicator.mscos and indicator.mscos in catalogue.mscos:
        outcome = labels.text_of(catalogue.mscos[indicator.mscos], language)
        parts.append(say("screens.definition.mscos", language, outcome=outcome))
    return "\n\n".join(parts)


def changed_by(indicator: Indicator, today: date) -> str:
    """The newest change of the figure's meaning that holds by then, in one sentence; nothing where there is none."""
    held = [each for each in indicator.changes if each.kind is ChangeKind.MEANING and each.on <= today]
    newest = max(held, key=lambda each: each.version, default=None)
    return say("screens.definition.changed", change=change_told(newest, spoken())) if newest else ""


def _expression(name: str, expression: str, language: str) -> str:
    return f"{say(f'screens.definition.{name}', language)}\n```sql\n{expression.strip()}\n```"


def _follow_up(point: Point) -> str:
    answered = "–" if point.n is None else numbers.count(point.n)
    interviewed = "–" if point.interviewed is None else numbers.count(point.interviewed)
    return say(
        "screens.definition.follow_up", due=numbers.count(point.due or 0), interviewed=interviewed, answered=answered
    )
