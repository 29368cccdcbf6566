"""Counts what a release is made of: for each indicator the true figures of every cell of the catalogue's tables.

Closed quarters only. The counts live while the release is built and are written nowhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from monitoring.derive.measures import counts_people
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import Figure, FigureRequest
from monitoring.domain.indicator import Indicator, Kind
from monitoring.domain.people import Actor, Deed
from monitoring.domain.period import Quarter
from monitoring.domain.release_plan import (
    DISABILITY,
    OTHER_PROVIDERS,
    RELEASE_DIMENSIONS,
    REPORTING_YEAR,
    YEARS_BACK,
    Group,
    ReleaseTable,
)
from monitoring.services.counted_figures import counted
from monitoring.services.house import House
from monitoring.services.release_providers import Place, by_provider

NOT_RECORDED = "not_recorded"
"""The code of people whose answer is missing."""

Counts = Mapping[Place, Figure]
"""True figures by indicator, months (of a risk) and cell. What is not in it is 0."""

Where = Mapping[str, tuple[str, ...]]
"""Filters by name, as a figure's request has them."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Everything a release is made of. `codes` are the possible groups of each dimension, also those of nobody."""

    counts: Counts
    codes: Mapping[str, tuple[str, ...]]
    is_pooled: bool  # rounds are put together as rounds.toml says


def closed_quarter(today: date) -> Quarter:
    """The last quarter that is over."""
    return Quarter.of(today).before


def indicators_of(catalogue: Catalogue, table: ReleaseTable) -> tuple[Indicator, ...]:
    """Those that the table shows: never broken down further than they allow."""
    return tuple(each for each in catalogue.indicators.values() if _fits(each, table))


def _fits(indicator: Indicator, table: ReleaseTable) -> bool:
    names = {indicator.id, Path(indicator.declared_in).stem}
    if names & set(table.leave_out) or indicator.has_rounds != (table.across == "round"):
        return False
    if table.only and indicator.id not in table.only:
        return False
    if table.side in ("year", REPORTING_YEAR, "provider") and counts_people(indicator):
        return False  # who was helped in two years is in both: such years do not add up to the people helped
    if table.side in ("year", REPORTING_YEAR):
        return indicator.kind is not Kind.TIME_TO_EVENT
    if table.side == "provider":
        return _adds_up_by_provider(indicator)
    by = set(table.by) - ({REPORTING_YEAR, "disability"} if table.only else set())  # whoever names it has thought of it
    return indicator.break_down_by is None or by <= set(indicator.break_down_by)


def _adds_up_by_provider(indicator: Indicator) -> bool:
    """Whether those of the others are the total less those that are named, and anybody may see it by provider."""
    is_open = indicator.roles_by_provider is None and indicator.break_down_by is None
    return is_open and indicator.kind in (Kind.COUNT, Kind.SHARE, Kind.MEAN)


def count(actor: Actor, house: House, *, is_pooled: bool) -> Counted:
    """All figures of the catalogue's tables and their totals. Raises NotAllowed."""
    actor.must(Deed.BUILD_RELEASES)
    read = partial(_read, actor, house, is_pooled=is_pooled)
    found: dict[tuple[str, int | None, Group], Figure] = {}
    for table in house.catalogue.releases.tables:
        ids = [each.id for each in indicators_of(house.catalogue, table)]
        if table.side == "provider":
            found |= by_provider(house.catalogue, table, ids, read) | read(ids, table.by[1:])
        for by, where, also in _passes(house, table):
            found |= read(ids, by, where=where, also=also)
    return Counted(found, _codes(house, found, is_pooled=is_pooled), is_pooled)


def _passes(house: House, table: ReleaseTable) -> Iterator[tuple[tuple[str, ...], Where, Group]]:
    """By what to count, narrowed to what, and what else the cell's place says: the table's cells, and its totals."""
    spans = {"year": _years, REPORTING_YEAR: _reporting_years}
    if table.side in spans:
        yield from (((), where, ((table.side, code),)) for code, where in spans[table.side](house).items())
        yield (), {}, ()
    elif table.side == "provider":
        return
    elif table.across == REPORTING_YEAR:
        for code, where in _reporting_years(house).items():
            also = ((REPORTING_YEAR, code),)
            yield (table.side,), where, also
            yield (), where, also
    else:
        yield table.by, {}, ()
        yield table.by[1:], {}, ()


def _read(
    actor: Actor,
    house: House,
    ids: Sequence[str],
    by: tuple[str, ...],
    *,
    is_pooled: bool,
    where: Where | None = None,
    also: Group = (),
) -> dict[tuple[str, int | None, Group], Figure]:
    asked = tuple("pooled_round" if is_pooled and name == "round" else name for name in by)
    narrowed = {"quarter_to": (str(closed_quarter(house.today)),), **(where or {})}
    figures = counted(actor, house, FigureRequest(tuple(ids), asked, narrowed)) if ids else ()
    return {(each.indicator, each.months, _in_order((*also, *_group(each, by)))): each for each in figures}


def _in_order(group: Group) -> Group:
    """As tables name them: what may stand across, comes last."""
    return tuple(sorted(group, key=lambda each: RELEASE_DIMENSIONS.index(each[0])))


def _group(figure: Figure, by: tuple[str, ...]) -> Group:
    return tuple((name, code or NOT_RECORDED) for name, (_, code) in zip(by, figure.group, strict=True))


def _years(house: House) -> dict[str, Where]:
    """Spans of four quarters back from the last closed one, and everything before: filters by code."""
    last = closed_quarter(house.today)
    found: dict[str, Where] = {}
    for code in YEARS_BACK[:-1]:
        first = Quarter(last.year - 1, last.number).next
        found[code] = {"quarter_from": (str(first),), "quarter_to": (str(last),)}
        last = first.before
    return {**found, YEARS_BACK[-1]: {"quarter_to": (str(last),)}}


def _reporting_years(house: House) -> dict[str, Where]:
    found: dict[str, Where] = {}
    for code, (first, last) in house.catalogue.releases.reporting_years.spans(closed_quarter(house.today)).items():
        begun = {} if first is None else {"quarter_from": (str(first),)}
        found[code] = {**begun, "quarter_to": (str(last),)}
    return found


def _codes(house: House, found: Counts, *, is_pooled: bool) -> dict[str, tuple[str, ...]]:
    """Those declared, and `not_recorded` where somebody's answer is missing: without them nothing would add up."""
    catalogue = house.catalogue
    countries = sorted({str(row["country"]) for row in house.store.rows(statement("countries"), {})})
    rounds = [each.pooled_with if is_pooled else str(each.months) for each in catalogue.rounds]
    told = {name: _answers(catalogue, name) for name in ("gender", "age_band")}
    told["disability"] = DISABILITY[:-1]
    there = {each for _, _, group in found for each in group}
    return {
        "country": tuple(countries),
        "round": tuple(dict.fromkeys(rounds)),
        "year": YEARS_BACK,
        REPORTING_YEAR: tuple(_reporting_years(house)),
        "provider": (*(each.id for each in catalogue.releases.named_providers), OTHER_PROVIDERS),
        **{
            name: tuple(dict.fromkeys((*codes, *((NOT_RECORDED,) if (name, NOT_RECORDED) in there else ()))))
            for name, codes in told.items()
        },
    }


def _answers(catalogue: Catalogue, name: str) -> tuple[str, ...]:
    choices = catalogue.question("survivors", name).choices
    return choices.codes if choices else ()
