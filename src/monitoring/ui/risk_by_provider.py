"""A risk by service provider, with the people still followed: for managers, and for a provider its own alone.

Few people stand behind each number, and providers serve different people: so there is a caution and no order by size.
"""

from collections.abc import Mapping

import streamlit as st

from monitoring.domain.figures import Figure, FigureRequest
from monitoring.domain.indicator import Indicator
from monitoring.domain.people import Role
from monitoring.services.read_figures import read_figures
from monitoring.statistics.survival import FEWEST_AT_RISK
from monitoring.ui import numbers, tables
from monitoring.ui.plain_text import for_markdown
from monitoring.ui.reading import Desk
from monitoring.words import say

MONTHS = (6, 12, 24)


def show(desk: Desk, indicator: Indicator, names: Mapping[str, str]) -> None:
    """A table of risks within 6, 12 and 24 months; `names` are those the person may see. Raises NotAllowed."""
    if not names:
        return
    where = desk.chosen.for_indicator(indicator)
    request = FigureRequest((indicator.id,), ("provider",), where, desk.chosen.as_of)
    found = {(each.at("provider"), each.months): each for each in read_figures(desk.actor, desk.house, request)}
    st.header(say("risk_by_provider.title"), anchor=False)
    st.markdown(said(found, names, is_own=desk.actor.role is Role.PROVIDER))
    columns = {
        say("screens.table.provider"): [for_markdown(name) for name in names.values()],
        **{
            say("screens.curve.months", months=months): [_told(found.get((id_, months))) for id_ in names]
            for months in MONTHS
        },
    }
    tables.aligned(columns, right=list(columns)[1:], alt=say("risk_by_provider.title"))
    st.caption(say("risk_by_provider.key", least=FEWEST_AT_RISK))
    st.caption(f":material/info: {say('risk_by_provider.caution')}")


def said(found: Mapping[tuple[str | None, int | None], Figure], names: Mapping[str, str], *, is_own: bool) -> str:
    """Of how many providers a risk within a year can be told at all; of a provider's own, whether it can."""
    told = [id_ for id_ in names if (each := found.get((id_, 12))) is not None and each.value is not None]
    if is_own or len(names) == 1:
        return say(f"risk_by_provider.{'own' if is_own else 'one'}_{'told' if told else 'untold'}")
    return say("risk_by_provider.several", n=numbers.count(len(names)), told=numbers.count(len(told)))


def _told(figure: Figure | None) -> str:
    """`4 % (1 to 9 %) · 23`; of no case `0 to 9 % · 23`; a dash where too few are still followed."""
    if figure is None or figure.value is None or figure.high is None:
        return "–"
    followed = numbers.count(figure.at_risk or 0)
    high = numbers.percent(100 * figure.high)
    if not figure.numerator:
        return f"{say('screens.number.range', low='0', high=high)} · {followed}"
    likely = say("screens.number.range", low=numbers.count(100 * (figure.low or 0)), high=high)
    return f"{numbers.percent(100 * figure.value)} ({likely}) · {followed}"
