"""What the summary for funders tells, part by part, all of it from one approved release. Counts nothing itself."""

from collections.abc import Iterator

from monitoring.domain.brief import BigNumber, Table
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import Figure
from monitoring.domain.people import Actor
from monitoring.domain.release_plan import REPORTING_YEAR
from monitoring.services.brief_figures import REFERENCE, Asked, at_round, number, percent, sentence, share, shared
from monitoring.services.house import House
from monitoring.services.place_names import code_name, text, year_name
from monitoring.words import say

PEOPLE = ("people_returned", "people_supported")
ELSEWHERE = "–"
"""Of these people the other rows tell: of two counts one may have had to put more groups together."""

SIDES = ("gender", "age_band", "disability")
_RETURN = (
    "voluntary_return",
    *("informed_choice", "legal_advice_before", "risk_assessed", "risk_assessed_jointly", "contact_named"),
)
_SAME_PEOPLE = ("home", "safety", "income", "wellbeing")
_RESPECT = ("respect", "can_complain", "say_in_plan")
_ACCOUNT = ("better_by_own_account", "same_by_own_account", "worse_by_own_account")


def numbers(actor: Actor, house: House, asked: Asked) -> Iterator[BigNumber]:
    """People returned and supported; how many of those due were interviewed; renewed exploitation within a year."""
    language = asked.language
    for id_, name in zip(PEOPLE, ("returned", "supported"), strict=True):
        for figure in shared(actor, house, asked, (id_,)):
            yield BigNumber(_count(figure, language), say(f"briefs.number.{name}", language))
    interviewed = at_round(shared(actor, house, asked, ("interviewed",), "round"), "interviewed", REFERENCE)
    if interviewed is not None:
        known = interviewed.value is not None and not interviewed.withheld
        told = percent(interviewed.value or 0) if known else say("briefs.withheld", language)
        yield BigNumber(told, say("briefs.number.interviewed", language))
    for figure in shared(actor, house, asked, ("re_trafficked",)):
        if figure.months == int(REFERENCE):
            yield BigNumber(_risk(figure, language), _risk_of(figure, language))


def flow(actor: Actor, house: House, asked: Asked) -> tuple[BigNumber, ...]:
    """Returned, agreed to be contacted, due at month 12, reached, interviewed: as far as the release counts them."""
    language = asked.language
    (returned,) = shared(actor, house, asked, ("people_returned",)) or (None,)
    (agreed,) = shared(actor, house, asked, ("agreed_to_contact",)) or (None,)
    rounds = shared(actor, house, asked, ("reached", "interviewed"), "round")
    reached, interviewed = (at_round(rounds, each, REFERENCE) for each in ("reached", "interviewed"))
    steps = {
        "returned": _step(returned, language),
        "agreed": _step(agreed, language),
        "due": _step(reached, language, due=True),
        "reached": _step(reached, language),
        "interviewed": _step(interviewed, language),
    }
    return tuple(BigNumber(told, say(f"briefs.flow.{name}", language)) for name, told in steps.items())


def years(actor: Actor, house: House, language: str) -> dict[str, str]:
    """Reporting years of the release, the newest first: code and name."""
    found = shared(actor, house, Asked(None, language), ("people_returned",), REPORTING_YEAR)
    codes = sorted((each.at(REPORTING_YEAR) or "" for each in found), key=_by_time, reverse=True)
    return {code: year_name(code, language) for code in codes}


def people(actor: Actor, house: House, asked: Asked, year: str | None = None) -> Table | None:
    """How many different people returned and were supported in a reporting year, and who they were.

    None for one country: a country's years would be too few people, and are in no release.
    """
    if asked.country is not None:
        return None
    language, offered = asked.language, years(actor, house, asked.language)
    if not offered:
        return None
    code = year if year in offered else next(iter(offered))
    also = {REPORTING_YEAR: (code,)}
    totals = {each.indicator: each for each in shared(actor, house, asked, PEOPLE, also=also)}
    rows = [(say("briefs.people.all", language), *(_count(totals.get(id_), language) for id_ in PEOPLE))]
    for side in SIDES:
        rows += _side(actor, house, asked, side, code)
    kind = text(house.catalogue.releases.reporting_years.label, language)
    head = ("", *(say(f"briefs.people.{name}", language) for name in ("returned", "supported")))
    title = say("briefs.people.title", language, year=offered[code], kind=kind)
    return Table(title, head, tuple(rows), say("briefs.people.note", language))


def sections(actor: Actor, house: House, asked: Asked) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The return, respect and complaint, and how people themselves say life has changed."""
    indicators, language = house.catalogue.indicators, asked.language
    returns = [id_ for id_ in _RETURN if id_ in indicators]
    found = {each.indicator: each for each in shared(actor, house, asked, returns)}
    told = tuple(sentence(indicators[id_], found.get(id_), language) for id_ in returns)
    yield say("briefs.summary.return", language), told
    if same := tuple(_same_people(actor, house, asked)):
        yield say("briefs.summary.same", language), same
    for title, names in (("respect", _RESPECT), ("account", _ACCOUNT)):
        rounds = shared(actor, house, asked, [id_ for id_ in names if id_ in indicators], "round")
        told = tuple(
            sentence(indicators[id_], at_round(rounds, id_, REFERENCE), language) for id_ in names if id_ in indicators
        )
        yield say(f"briefs.summary.{title}", language), told


def _same_people(actor: Actor, house: House, asked: Asked) -> Iterator[str]:
    """Of people met at return and again a year later, how many are better off, the same and worse off."""
    indicators, language = house.catalogue.indicators, asked.language
    for domain in _SAME_PEOPLE:
        ids = [f"{domain}_since_return_{code}" for code in ("better", "same", "worse")]
        found = shared(actor, house, asked, ids, "round")
        figures = [at_round(found, id_, REFERENCE) for id_ in ids]
        if any(figures):
            told = (share(each, language) for each in figures)
            people = next((number(each.denominator) for each in figures if each and each.denominator), "–")
            parts = dict(zip(("better", "same", "worse"), told, strict=True))
            title = text(indicators[ids[0]].family, language)
            yield f"{title}: {say('briefs.summary.same_parts', language, people=people, **parts)}"


def _side(actor: Actor, house: House, asked: Asked, side: str, year: str) -> Iterator[tuple[str, ...]]:
    found = shared(actor, house, asked, PEOPLE, side, also={REPORTING_YEAR: (year,)})
    for code in _in_order(house.catalogue, side, {each.at(side) or "" for each in found}):
        mine = {each.indicator: each for each in found if each.at(side) == code}
        counts = (_count(mine[id_], asked.language) if id_ in mine else ELSEWHERE for id_ in PEOPLE)
        yield (code_name(house.catalogue, side, code, asked.language), *counts)


def _in_order(catalogue: Catalogue, side: str, codes: set[str]) -> list[str]:
    """As declared; those put together where their first one stands."""
    if side == "disability":
        declared = ["true", "false"]
    else:
        choices = catalogue.question("survivors", side).choices
        declared = list(choices.codes) if choices else []
    places = {code: at for at, code in enumerate(declared)}
    return sorted(codes, key=lambda code: (places.get(code.split("|")[0], len(declared)), code))


def _count(figure: Figure | None, language: str) -> str:
    if figure is None:
        return say("briefs.not_collected", language)
    if figure.withheld or figure.numerator is None:
        return say("briefs.withheld", language)
    return number(figure.numerator)


def _step(figure: Figure | None, language: str, *, due: bool = False) -> str:
    """Those counted, or those of whom; a share that is told by its quarter alone counts nobody."""
    if figure is None:
        return say("briefs.not_collected", language)
    counted = figure.denominator if due else figure.numerator
    return say("briefs.withheld", language) if counted is None or figure.withheld else number(counted)


def _risk(figure: Figure, language: str) -> str:
    """A share that is none is told by its upper limit: nobody known is not nobody."""
    low, high = figure.low or 0, figure.high
    if high is not None and not figure.value and low == 0:
        return say("briefs.under", language, share=percent(high))
    if figure.value is not None:
        return percent(figure.value)
    if high is None:
        return say("briefs.withheld", language)
    return say("briefs.between", language, low=round(100 * low), high=round(100 * high))


def _risk_of(figure: Figure, language: str) -> str:
    if figure.denominator is None:
        return say("briefs.number.again", language)
    return say("briefs.number.again_of", language, people=number(figure.denominator))


def _by_time(code: str) -> tuple[bool, str]:
    return not code.startswith("to_"), code.removeprefix("to_")
