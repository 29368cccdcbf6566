"""The results framework of the newest release, as a workbook or as an IATI file. Counts nothing itself."""

from collections.abc import Iterator

from monitoring.domain.figures import Figure
from monitoring.domain.indicator import Direction, Indicator, Kind
from monitoring.domain.people import Actor, Deed
from monitoring.domain.period import Quarter
from monitoring.domain.refusal import Refusal
from monitoring.domain.release import Release
from monitoring.domain.release_plan import REPORTING_YEAR
from monitoring.domain.reporting_years import Span
from monitoring.domain.results_framework import Actual, Group, Level, Line, ResultsFramework
from monitoring.domain.target import OUTPUTS, Target
from monitoring.services import summary, targets
from monitoring.services.brief_basis import basis, release_of
from monitoring.services.brief_figures import REFERENCE, Asked, mark, shared
from monitoring.services.briefs import DOMAINS
from monitoring.services.house import House
from monitoring.services.place_names import code_name, country_name, year_name
from monitoring.words import LANGUAGES, say

ENDINGS = (".xlsx", ".xml")
_ALSO = (
    *("respect", "can_complain", "say_in_plan", "reached", "interviewed", "re_trafficked"),
    *("voluntary_return", "informed_choice", "legal_advice_before", "risk_assessed", "risk_assessed_jointly"),
    "contact_named",
)
_SIDES = ("country", "gender", "age_band")


def framework(
    actor: Actor, house: House, country: str | None, language: str, *, release: int | None = None
) -> ResultsFramework:
    """Raises NotAllowed, NoBrief, NotReleased, and Refusal for another language."""
    actor.must(Deed.SEE_SHARED_FIGURES, country=country)
    if language not in LANGUAGES:
        raise Refusal("unknown_language", known=", ".join(LANGUAGES))
    of = release_of(actor, house, release)
    asked = Asked(country, language)
    place = country_name(country, language) if country else say("briefs.everywhere", language)
    lines = (*_lines(actor, house, asked, of), *_people(actor, house, asked, of))
    return ResultsFramework(
        language=language,
        place=place,
        release=of.id,
        as_of=of.as_of,
        basis=basis(of, place, language),
        lines=tuple(sorted(lines, key=lambda line: (line.level is Level.OUTCOME, line.group is not None))),
        notes=(say("briefs.withheld_note", language), say("targets.rule", language), say("briefs.foot", language)),
        file=f"results_{(country or 'all').lower()}_{language}_{of.id}",
    )


def written(
    actor: Actor, house: House, country: str | None, language: str, ending: str, *, release: int | None = None
) -> bytes:
    """The framework as .xlsx, or as an IATI file, .xml. Raises as `framework` does, and Refusal for another ending."""
    if ending.casefold() not in ENDINGS:
        raise Refusal("framework_unknown_ending", known=", ".join(ENDINGS))
    plan = house.catalogue.iati
    if ending.casefold() == ".xml" and not plan.is_complete:
        raise Refusal("iati_not_declared")
    made = framework(actor, house, country, language, release=release)
    if ending.casefold() == ".xml":
        from monitoring.exports.iati import as_iati

        return as_iati(made, plan, country, house.now)
    from monitoring.exports.framework_workbook import as_workbook

    return as_workbook(made)


def _lines(actor: Actor, house: House, asked: Asked, release: Release) -> Iterator[Line]:
    """Of every indicator everybody at month 12, or so far, and then each group."""
    standings = {each.target.indicator: each for each in targets.standings(actor, house, asked.country, asked.language)}
    headlines = [house.catalogue.headline(domain).id for domain in DOMAINS]
    named = dict.fromkeys([*headlines, *_ALSO, *standings])
    for indicator in (house.catalogue.indicators[id_] for id_ in named if id_ in house.catalogue.indicators):
        standing = standings.get(indicator.id)
        target = standing.target if standing else None
        state = targets.state(indicator, standing, asked.language) if standing else ""
        for figure in _figures(actor, house, asked, indicator):
            yield _line(indicator, figure, asked, release, target=target, state=state)
        for side in _SIDES if asked.country is None else ():
            for figure in _figures(actor, house, asked, indicator, side):
                yield _line(indicator, figure, asked, release, group=_group(house, side, figure, asked.language))


def _figures(actor: Actor, house: House, asked: Asked, indicator: Indicator, *by: str) -> Iterator[Figure]:
    """Those of month 12: of what is asked in rounds, of a risk, or of everything so far."""
    also = ("round",) if indicator.has_rounds else ()
    for figure in shared(actor, house, asked, (indicator.id,), *by, *also):
        at = figure.at("round") if also else REFERENCE
        if REFERENCE in (at or "").split("-") and figure.months in (None, int(REFERENCE)):
            yield figure


def _people(actor: Actor, house: House, asked: Asked, release: Release) -> Iterator[Line]:
    """How many different people in each reporting year, and who they were; of one country so far alone."""
    indicators = [house.catalogue.indicators[id_] for id_ in summary.PEOPLE if id_ in house.catalogue.indicators]
    spans = house.catalogue.releases.reporting_years.spans(Quarter.of(release.as_of))
    for indicator in indicators:
        for figure in shared(actor, house, asked, (indicator.id,)):
            yield _line(indicator, figure, asked, release)
        if asked.country is not None:
            continue
        for side in (None, *summary.SIDES):
            by = (REPORTING_YEAR,) if side is None else (side, REPORTING_YEAR)
            for figure in shared(actor, house, asked, (indicator.id,), *by):
                group = _group(house, side, figure, asked.language) if side else None
                span = spans.get(figure.at(REPORTING_YEAR) or "")
                yield _line(indicator, figure, asked, release, group=group, span=span)


def _line(
    indicator: Indicator,
    figure: Figure,
    asked: Asked,
    release: Release,
    *,
    group: Group | None = None,
    target: Target | None = None,
    state: str = "",
    span: Span | None = None,
) -> Line:
    first, last = span or (None, None)
    return Line(
        indicator=indicator.id,
        label=indicator.label,
        description=indicator.description,
        level=Level.OUTPUT if indicator.domain in OUTPUTS else Level.OUTCOME,
        is_percent=indicator.kind is not Kind.COUNT,
        ascending=None if indicator.direction is Direction.WATCH else indicator.direction is Direction.UP,
        actual=_actual(indicator, figure, asked.language),
        until=release.as_of if last is None else last.last_day,
        since=first.first_day if first else None,
        period=_period(indicator, figure, asked.language),
        group=group,
        target=target,
        state=state,
    )


def _period(indicator: Indicator, figure: Figure, language: str) -> str:
    year = dict(figure.group).get(REPORTING_YEAR)
    if year is not None:
        return year_name(year, language)
    is_a_year_on = indicator.has_rounds or figure.months is not None
    return say("briefs.framework.month_12" if is_a_year_on else "briefs.framework.so_far", language)


def _actual(indicator: Indicator, figure: Figure, language: str) -> Actual:
    if indicator.kind is Kind.COUNT and not figure.withheld and figure.numerator is not None:
        return Actual(value=figure.numerator, text=f"{figure.numerator:.0f}")
    found = mark(figure, language)
    return Actual(found.value, found.low, found.high, found.people, found.withheld, found.text)


def _group(house: House, side: str, figure: Figure, language: str) -> Group:
    code = figure.at(side) or ""
    name = code_name(house.catalogue, side, code, language)
    return Group(side, code, say(f"briefs.framework.{side}", language), name)
