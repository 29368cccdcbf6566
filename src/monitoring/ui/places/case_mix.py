"""Whom a provider works with, beside its country: a difference in results may be a difference in who was referred."""

from collections.abc import Mapping

import streamlit as st

from monitoring.domain.provider import Provider
from monitoring.ui import domain_sections, numbers, tables
from monitoring.ui.places.provider import of_provider, without_provider
from monitoring.ui.reading import Desk
from monitoring.words import say

PEOPLE = "people_returned"
DIMENSIONS = ("gender", "age_band", "return_route")


def show(desk: Desk, provider: Provider, country: str) -> None:
    """One table: each group's share among the provider's people and among the country's."""
    rows: list[tuple[str, str, str]] = []
    for dimension in DIMENSIONS:
        mine, whole = (_counts(each, dimension) for each in (of_provider(desk, provider), without_provider(desk)))
        names = domain_sections.group_names(desk, dimension)
        rows += [(names[key], _share(mine, key), _share(whole, key)) for key in names if whole.get(key)]
    columns = {
        say("screens.case_mix.who"): [name for name, _, _ in rows],
        say("screens.places.this_provider"): [mine for _, mine, _ in rows],
        country: [whole for _, _, whole in rows],
    }
    tables.aligned(columns, right=list(columns)[1:], alt=say("screens.case_mix.title"))
    st.caption(say("screens.case_mix.note"))


def _counts(desk: Desk, dimension: str) -> Mapping[str, int]:
    found = desk.figures([desk.catalogue.indicators[PEOPLE]], (dimension,))
    return {str(each.at(dimension)): int(each.value or 0) for each in found}


def _share(counts: Mapping[str, int], key: str) -> str:
    everybody = sum(counts.values())
    return numbers.percent(100 * counts.get(key, 0) / everybody) if everybody else "–"
