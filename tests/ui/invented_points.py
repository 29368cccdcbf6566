"""Points and indicators for tests of drawings and sentences."""

from dataclasses import replace

from monitoring.domain.indicator import Direction, Indicator, Kind, Of
from monitoring.ui.points import FEW, Point, State

HOME = Indicator(
    id="housing_secure",
    domain="housing",
    form="follow_ups",
    kind=Kind.SHARE,
    of=Of.FOLLOW_UP,
    direction=Direction.UP,
    unit="percent",
    numerator="a",
    label={"en": "Secure home"},
    finding={"en": "have a secure home"},
    description={"en": "People with a secure home."},
    source="Our own question",
)
WELLBEING = replace(HOME, kind=Kind.MEAN, unit="points", label={"en": "Wellbeing (WHO-5)"})
SUPPORTED = replace(HOME, kind=Kind.COUNT, unit="people", finding={"en": "got help"})
GAP = replace(HOME, kind=Kind.MEAN, unit="kinds", label={"en": "Help gap"})


def known(key, value, n=100, *, reach=5):
    state = State.FEW if n < FEW else State.KNOWN
    return Point(key, state, value, max(value - reach, 0), min(value + reach, 100), n)


def withheld(key):
    return Point(key, State.WITHHELD)


def missing(key):
    return Point(key, State.MISSING)
