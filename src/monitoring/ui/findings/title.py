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


_OF_KIND = {Kind.COUNT: "of_number", Kind.MEDIAN: "of_median", Kind.TIME_TO_EVENT: "of_risk"}
_OF_UNIT = {"points": "of_score", "score": "of_small_score"}
"""Which sentence tells a value: by its kind, or of a mean by its unit."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`sentence` fits a title; `caution` is said below it where people are few."""

    sentence: str
    caution: str | None = None


def finding(indicator: Indicator, point: Point, when: str, language: str | None = None) -> Finding:
    """What the point says of the indicator. `when` ends the sentence: "a year after return"."""
    if point.band is not None:
        return Finding(_quarter_sentence(indicator, point, when, language))
    if point.state is State.WITHHELD:
        return Finding(say("screens.finding.withheld", language, label=text_of(indicator.label, language)))
    if not point.is_known or point.value is None:
        return Finding(say("screens.finding.nobody", language, label=text_of(indicator.label, language)))
    if point.is_too_wide:
        return Finding(say("screens.finding.too_few", language), _caution(point, language))
    if indicator.kind is Kind.TIME_TO_EVENT and point.value == 0:
        high = scale_of(indicator).words(point.high or 0)
        return Finding(say("screens.finding.of_no_event", language, when=when, high=high), _caution(point, language))
    return Finding(_sentence(indicator, point.value, when, language), _caution(point, language))


def when_words(key: str, language: str | None = None) -> str:
    """`12`: "a year after return"; `all`, of what has no rounds: "so far"."""
    return say(f"screens.finding.when.m{key}" if key.isdigit() else "screens.finding.when.all", language)


def within_words(months: int, language: str | None = None) -> str:
    """`12`: "within a year of return": how long a risk is told for."""
    return say(f"screens.finding.within.m{months}", language)


def share_words(value: float, language: str | None = None) -> str:
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


def _sentence(indicator: Indicator, value: float, when: str, language: str | None) -> str:
    what = text_of(indicator.finding, language)
    if indicator.kind is Kind.SHARE:
        parts = {"share": share_words(value, language), "what": what, "when": when}
        return say("screens.finding.of_share", language, **parts).strip()
    if indicator.kind is Kind.COUNT and indicator.unit == "people":
        people = numbers.people(round(value), language)
        return say("screens.finding.of_count", language, people=people, what=what, when=when).strip()
    scale = scale_of(indicator)
    key = _OF_KIND.get(indicator.kind) or _OF_UNIT.get(indicator.unit, "of_mean")
    written = scale.bare(value) if key in ("of_score", "of_small_score") else scale.words(value)
    return _with_label(key, indicator, written, when, language)


def _quarter_sentence(indicator: Indicator, point: Point, when: str, language: str | None) -> str:
    """Of a release, where only the quarter is told in which a share or a risk lies."""
    if indicator.kind is Kind.SHARE:
        share, what = say(f"releases.chart.share_{point.band}", language), text_of(indicator.finding, language)
        return say("screens.finding.of_share", language, share=share, what=what, when=when).strip()
    value = scale_of(indicator).of(point)
    return _with_label("of_risk", indicator, value, when, language)


def _with_label(key: str, indicator: Indicator, value: str, when: str, language: str | None) -> str:
    parts = {"label": text_of(indicator.label, language), "what": text_of(indicator.finding, language), "when": when}
    return say(f"screens.finding.{key}", language, value=value, **parts).strip()


def _caution(point: Point, language: str | None) -> str | None:
    if point.state is not State.FEW:
        return None
    return say("screens.finding.caution", language, people=numbers.people(point.n or 0, language))
