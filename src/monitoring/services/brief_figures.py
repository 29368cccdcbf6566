"""Published figures as a brief says them: in words, as a mark on a scale, as a line. Counts nothing itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitoring.domain.brief import Mark, Table
from monitoring.domain.figures import Figure, FigureRequest, View
from monitoring.domain.indicator import Direction, Indicator
from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.services.house import House
from monitoring.services.place_names import country_name, text
from monitoring.services.read_figures import read_figures
from monitoring.words import say

REFERENCE, AT_RETURN = "12", "0"


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose figures, and in which language."""

    country: str | None
    language: str


def shared(
    actor: Actor,
    house: House,
    asked: Asked,
    indicators: Sequence[str],
    *by: str,
    also: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[Figure, ...]:
    """Figures of the shared view, of the asked country, and of what `also` narrows them to.

    Raises NotAllowed, ImpossibleRequest; none of an indicator that is in no table.
    """
    actor.must(Deed.SEE_SHARED_FIGURES)
    where = {**({"country": (asked.country,)} if asked.country else {}), **(also or {})}
    found: list[Figure] = []
    for id_ in (each for each in indicators if each in house.catalogue.indicators):
        try:
            found += read_figures(actor, house, FigureRequest((id_,), by, where, view=View.SHARED))
        except Refusal as refusal:
            if refusal.reason not in ("not_in_release", "no_such_released_table"):
                raise
    return tuple(found)


def at_round(found: Sequence[Figure], indicator: str, months: str) -> Figure | None:
    """The figure of a round; where rounds were put together, of those that hold it."""
    mine = (each for each in found if each.indicator == indicator)
    return next((each for each in mine if months in (each.at("round") or "").split("-")), None)


def mark(figure: Figure | None, language: str) -> Mark:
    """A share on the scale of 0 to 100."""
    if figure is None:
        return Mark(text=say("briefs.not_collected", language))
    if figure.withheld:
        return Mark(withheld=True, text=say("briefs.withheld", language))
    low, high = (None if each is None else round(100 * each, 1) for each in (figure.low, figure.high))
    if figure.value is None and low is not None and high is not None:  # a share told by its range alone
        return Mark(low=low, high=high, text=say("briefs.between", language, low=round(low), high=round(high)))
    if figure.value is None:
        return Mark(text=say("briefs.not_collected", language))
    people = figure.denominator
    text = say("briefs.of", language, share=percent(figure.value), people=number(people or 0))
    return Mark(round(100 * figure.value, 1), low, high, people, text=text)


def direction(indicator: Indicator, before: Mark, now: Mark, language: str) -> str:
    """Higher or lower than at return, where both ranges allow to say so; nothing of what people disclose."""
    if indicator.direction is Direction.WATCH or before.low is None or now.low is None:
        return ""
    if before.high is None or now.high is None:
        return ""
    if now.low > before.high:
        return say("briefs.higher", language)
    return say("briefs.lower" if now.high < before.low else "briefs.close", language)


def sentence(indicator: Indicator, figure: Figure | None, language: str) -> str:
    """`Informed choice: 60 % of 400`, or that it is withheld or not collected."""
    return f"{text(indicator.label, language)}: {mark(figure, language).text}"


def by_country(actor: Actor, house: House, asked: Asked, indicators: Sequence[Indicator]) -> Table | None:
    """One row a country, in alphabetical order, one column an indicator, at month 12. None for one country alone."""
    if asked.country is not None:
        return None
    language = asked.language
    found = shared(actor, house, asked, [each.id for each in indicators], "country", "round")
    now = [each for each in found if REFERENCE in (each.at("round") or "").split("-")]
    places = {each.at("country") or "": country_name(each.at("country") or "", language) for each in now}
    rows = []
    for code, name in sorted(places.items(), key=lambda pair: pair[1]):
        mine = {each.indicator: each for each in now if each.at("country") == code}
        rows.append((name, *(share(mine.get(each.id), language) for each in indicators)))
    head = (say("briefs.page.country", language), *(text(each.label, language) for each in indicators))
    return Table(say("briefs.summary.by_country", language), head, tuple(rows)) if rows else None


def share(figure: Figure | None, language: str) -> str:
    """A share alone, or the mark that stands in its place."""
    if figure is None or figure.value is None or figure.withheld:
        return mark(figure, language).text
    return percent(figure.value)


def percent(share: float) -> str:
    return f"{round(100 * share)}\u202f%"


def number(count: float) -> str:
    return f"{count:,.0f}".replace(",", "\u202f")
