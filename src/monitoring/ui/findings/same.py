"""What became of the same people between two rounds, in one or two sentences. Says what changed, never why."""

from monitoring.domain.indicator import Direction, Indicator
from monitoring.services.same_people import SamePeople
from monitoring.ui import numbers
from monitoring.ui.charts.axes import round_name
from monitoring.ui.points import scale_of
from monitoring.words import say

TOO_FEW = 5
"""Of fewer people who answered both times nothing is said: one of them would make a fifth of the figure."""


def of_change(found: SamePeople, indicator: Indicator, second: str) -> str:
    """`Of 58 people who answered both times: 44 % at return, 73 % at month 12: +29 points (likely ...).`"""
    later, people = round_name(second), numbers.people(found.both)
    if found.both < TOO_FEW:
        return say("screens.same.too_few", people=people, round=later)
    scale = scale_of(indicator)
    values = {"first": scale.words(scale.times * found.first), "second": scale.words(scale.times * found.second)}
    return say("screens.same.of", people=people, round=later, change=_change(found, indicator), **values)


def beside_everybody(found: SamePeople, indicator: Indicator, second: str) -> str | None:
    """Why the later round as a whole tells another story, where it does."""
    if found.both < TOO_FEW or not found.disagrees:
        return None
    scale = scale_of(indicator)
    everybody = scale.words(scale.times * found.everybody_second)
    return say("screens.same.disagree", round=round_name(second), everybody=everybody)


def rows(found: SamePeople, indicator: Indicator, second: str) -> dict[str, int]:
    """In words, how many of them each way. Harm that people tell of is neither better nor worse: it is told or not."""
    names = ("said_first", "said_alike", "said_later") if indicator.direction is Direction.WATCH else None
    names = names or ("improved", "same", "worsened")
    counts = (found.change.improved, found.change.same, found.change.worsened)
    return {say(f"screens.same.{name}", round=round_name(second)): n for name, n in zip(names, counts, strict=True)}


def rule(indicator: Indicator) -> str:
    """From which difference on a person counts as changed."""
    if indicator.measurable is None:
        return say("screens.same.rule_any")
    return say("screens.same.rule_measurable", least=numbers.exact(indicator.measurable))


def _change(found: SamePeople, indicator: Indicator) -> str:
    change = found.change
    value = _difference(indicator, change.value)
    if change.low is None or change.high is None:
        return say("screens.same.no_range", change=value)
    low, high = (_difference(indicator, limit) for limit in (change.low, change.high))
    key = "unclear" if change.low <= 0 <= change.high else "higher"
    return say(f"screens.same.{key}", change=value, low=low, high=high)


def _difference(indicator: Indicator, value: float) -> str:
    """`+29 points` of a share or of a scale of 100, `+0.13` of a score, `−1.3` of anything else."""
    if indicator.unit in ("percent", "points"):
        return numbers.change(scale_of(indicator).times * value)
    places = numbers.two_decimals if indicator.unit == "score" else numbers.one_decimal
    sign = "+" if value > 0 else numbers.MINUS if value < 0 else ""
    return f"{sign}{places(abs(value))}"
