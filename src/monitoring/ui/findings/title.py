"""The sentence above a chart, written by rule from its figures. Says nothing where the figures cannot bear it."""

from dataclasses import dataclass

from monitoring.domain.indicator import Indicator, Kind
from monitoring.ui import numbers
from monitoring.ui.labels import lowered, text_of
from monitoring.ui.points import Point, State, scale_of
from monitoring.words import say

FRACTIONS = (5, 10, 14, 20, 25, 30, 33, 40, 45, 50, 55, 60, 67, 70, 75, 80, 85, 90, 95)
"""The shares, in percent, that have words of their own; the nearest is taken."""

LOOSE = (45, 55, 85)
"""Those whose words are loose already: "nearly half", "over half", "over four in five"."""

CLOSE = 2
"""Further than this from its fraction, in points, a share is "about" it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`sentence` fits a title; `caution` is said below it where people are few."""

    sentence: str
    caution: str | None = None


def finding(indicator: Indicator, point: Point, when: str, language: str = "en") -> Finding:
    """What the point says of the indicator. `when` ends the sentence: "a year after return"."""
    if point.state is State.WITHHELD:
        return Finding(say("screens.finding.withheld", language, label=text_of(indicator.label, language)))
    if not point.is_known or point.value is None:
        return Finding(say("screens.finding.nobody", language, label=text_of(indicator.label, language)))
    if point.is_too_wide:
        return Finding(say("screens.finding.too_few", language), _caution(point, language))
    return Finding(_sentence(indicator, point.value, when, language), _caution(point, language))


def when_words(key: str, language: str = "en") -> str:
    """`12`: "a year after return"; `all`, of what has no rounds: "so far"."""
    return say(f"screens.finding.when.m{key}" if key.isdigit() else "screens.finding.when.all", language)


def share_words(value: float, language: str = "en") -> str:
    """A share between 0 and 100 in words: "Two in three", "About half", "None"."""
    if value <= 0:
        return say("screens.finding.share.none", language)
    if value >= 100:
        return say("screens.finding.share.all", language)
    if numbers.whole(value) < 4:
        return say("screens.finding.share.few", language)
    if numbers.whole(value) > 96:
        return say("screens.finding.share.nearly_all", language)
    nearest = min(FRACTIONS, key=lambda each: abs(each - value))
    words = say(f"screens.finding.share.p{nearest}", language)
    is_near = abs(nearest - value) <= (0.5 if nearest == 50 else CLOSE)
    return words if is_near or nearest in LOOSE else say("screens.finding.share.about", language, share=lowered(words))


def _sentence(indicator: Indicator, value: float, when: str, language: str) -> str:
    what = text_of(indicator.finding, language)
    if indicator.kind is Kind.SHARE:
        parts = {"share": share_words(value, language), "what": what, "when": when}
        return say("screens.finding.of_share", language, **parts).strip()
    if indicator.kind is Kind.COUNT:
        people = numbers.people(round(value), language)
        return say("screens.finding.of_count", language, people=people, what=what, when=when).strip()
    scale = scale_of(indicator)
    key = "screens.finding.of_score" if scale.is_fixed else "screens.finding.of_mean"
    label = text_of(indicator.label, language)
    return say(key, language, label=label, value=scale.bare(value), when=when).strip()


def _caution(point: Point, language: str) -> str | None:
    if point.state is not State.FEW:
        return None
    return say("screens.finding.caution", language, people=numbers.people(point.n or 0, language))
