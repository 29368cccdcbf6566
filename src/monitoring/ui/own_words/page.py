"""What the pages of support and of people's own words show beside one number at a time."""

import streamlit as st

from monitoring.ui.context import levels
from monitoring.ui.own_words import askers, judgement, outcomes, priorities
from monitoring.ui.reading import Desk, reference_round
from monitoring.words import say

DRAWN = frozenset({*askers.FAMILIES, priorities.FAMILY, "voice/helped_by_level.toml", "voice/hindered_by_level.toml"})
"""Families that are shown here in a way of their own, and need not be shown again as one of many alike."""


def of_support(desk: Desk) -> None:
    round_ = _round(desk, "support")
    outcomes.show(desk, round_, outcomes.OF_SUPPORT)
    askers.show(desk, round_)


def of_voice(desk: Desk) -> None:
    round_ = _round(desk, "voice")
    priorities.show(desk, round_)
    st.header(say("context.levels.title"), anchor=False)
    st.caption(say("context.levels.what"))
    levels.of_survivors(desk, round_, key="voice")
    judgement.show(desk, round_)
    outcomes.show(desk, round_, outcomes.OF_VOICE)


def _round(desk: Desk, domain: str) -> str:
    """Month 12 where the domain's first number has anything for it, else the last round that has."""
    return reference_round(desk.points(desk.catalogue.headline(domain), "round", desk.rounds))
