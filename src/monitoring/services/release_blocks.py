"""Puts what was counted into blocks: what adds up with each other is protected together, everything else apart.

Indicators with the same people behind them share a block, so that those people are looked after once.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import Figure
from monitoring.domain.indicator import Direction, Indicator, Kind
from monitoring.domain.release_plan import REPORTING_YEAR, Group, ReleasePlan, ReleaseTable
from monitoring.protection.cells import Block, Line, Series, SeriesFacts
from monitoring.services.release_counts import Counted, indicators_of
from monitoring.services.release_years import may_be_subtracted

HEADCOUNT = "people_returned"
"""Nobody can be asked who is not among these."""

_TOPS = {"score": 1.0, "percent": 1.0, "points": 100.0}
"""The most that a value can be, by its unit; what is counted has no most."""

_DECIMALS = {"score": 2, "percent": 2, "points": 0, "days": 0}


class _Family(NamedTuple):
    """What indicators share that have the same people behind them, cell by cell."""

    form: str
    lines: tuple[Line, ...]
    people: tuple[tuple[Group, int], ...]
    is_apart: tuple[str, ...]  # a count shares with nobody


@dataclass(frozen=True, slots=True)
class _Layout:
    """Looked up once: the tables of each indicator, and of what was counted, its ages and months."""

    tables: Mapping[str, list[ReleaseTable]]
    ages: Mapping[str, set[str]]
    months: Mapping[str, set[int]]

    @classmethod
    def of(cls, catalogue: Catalogue, found: Counted) -> "_Layout":
        tables: dict[str, list[ReleaseTable]] = defaultdict(list)
        ages: dict[str, set[str]] = defaultdict(set)
        months: dict[str, set[int]] = defaultdict(set)
        for table in catalogue.releases.tables:
            for each in indicators_of(catalogue, table):
                tables[each.id].append(table)
        for (id_, month, group), figure in found.counts.items():
            age = dict(group).get("age_band")
            if age is not None and _people(catalogue.indicators[id_], figure):
                ages[id_].add(age)
            if month is not None:
                months[id_].add(month)
        return cls(tables, ages, months)


def blocks(catalogue: Catalogue, found: Counted) -> Iterator[Block]:
    """Every block of the catalogue, those of a round or year apart from those of another.

    A year's people stand in the table of years and above those of its gender, age, ...: that table comes first.
    """
    layout = _Layout.of(catalogue, found)
    for across in ("", REPORTING_YEAR, "round"):
        ids = (id_ for id_, tables in layout.tables.items() if across in {table.across for table in tables})
        mine = [catalogue.indicators[id_] for id_ in ids]
        for rest in [((across, code),) for code in found.codes[across]] if across else [()]:
            yield from _of(catalogue, found, layout, mine, rest)


def _of(
    catalogue: Catalogue, found: Counted, layout: _Layout, indicators: list[Indicator], rest: Group
) -> Iterator[Block]:
    """The blocks of one round, or of what has no rounds."""
    families: dict[_Family, list[tuple[Series, Indicator]]] = defaultdict(list)
    for indicator in indicators:
        if may_be_subtracted(catalogue, found, layout.tables[indicator.id], indicator, rest):
            continue
        lines = tuple(_lines(found, layout, indicator, rest))
        is_risk = indicator.kind is Kind.TIME_TO_EVENT
        for months in sorted(layout.months[indicator.id]) if is_risk else (None,):
            figures = {group: found.counts.get((indicator.id, months, group)) for group in _groups(lines)}
            if any(_people(indicator, each) for each in figures.values()):  # else nobody was asked: not collected
                people = tuple((group, _people(indicator, each)) for group, each in figures.items())
                is_apart = (indicator.id,) if indicator.kind is Kind.COUNT else ()
                family = _Family(indicator.form, lines, people, is_apart)
                families[family].append(((indicator.id, months), indicator))
    for family, members in families.items():
        is_told = bool(rest) and rest[0][0] in {table.side for table in layout.tables[members[0][1].id]}
        yield _block(catalogue, found, rest, family.lines, dict(family.people), members, is_told=is_told)


def _block(
    catalogue: Catalogue,
    found: Counted,
    rest: Group,
    lines: tuple[Line, ...],
    people: dict[Group, int],
    members: list[tuple[Series, Indicator]],
    *,
    is_told: bool,
) -> Block:
    """`is_told`: the total stands in another table already; here whoever attacks is taken to know it exactly."""
    plan = catalogue.releases
    series = {name: _facts(indicator, name[1], found, people) for name, indicator in members}
    first = members[0][1]
    is_public = first.kind is Kind.COUNT
    public = {group for group in people if is_public and plan.is_known(first.id, group)}
    if is_told:
        public.add(rest)
    return Block(
        name=f"{first.id} {dict(rest).get('round', '')}".strip(),
        people=people,
        series=series,
        lines=lines,
        public=frozenset(public),
        at_most=_at_most(plan, found, people, first),
        adding_up=_adding_up(members, series, people),
        nested=_nested(plan, members),
    )


def _nested(plan: ReleasePlan, members: list[tuple[Series, Indicator]]) -> tuple[tuple[Series, Series], ...]:
    """Each with each that is wider, as declared, of those that are in the block."""
    named = {indicator.id: series for series, indicator in members}
    return tuple(
        (named[inner], named[outer])
        for each in plan.nested
        for inner, outer in combinations(each.indicators, 2)
        if inner in named and outer in named
    )


def _lines(found: Counted, layout: _Layout, indicator: Indicator, rest: Group) -> Iterator[Line]:
    """Each table's cells, which add up to the total. An age in which nobody anywhere answered was not asked."""
    across = rest[0][0] if rest else ""
    for table in (each for each in layout.tables[indicator.id] if each.across == across):
        codes = found.codes[table.side]
        if table.side == "age_band":  # in a year those of all numbers side by side
            of = table.only if across == REPORTING_YEAR else (indicator.id,)
            codes = tuple(code for code in codes if any(code in layout.ages[each] for each in of))
        yield Line(table.id, rest, tuple(((table.side, code), *rest) for code in codes))


def _groups(lines: tuple[Line, ...]) -> tuple[Group, ...]:
    return tuple(dict.fromkeys(group for line in lines for group in (line.whole, *line.parts)))


def _people(indicator: Indicator, figure: Figure | None) -> int:
    if figure is None:
        return 0
    return int((figure.numerator if indicator.kind is Kind.COUNT else figure.denominator) or 0)


def _facts(indicator: Indicator, months: int | None, found: Counted, people: Mapping[Group, int]) -> SeriesFacts:
    figures = {group: found.counts.get((indicator.id, months, group)) for group in people}
    counts = indicator.counts_affected
    return SeriesFacts(
        kind=indicator.kind,
        is_harm=indicator.direction is Direction.WATCH and counts,
        affected={g: int((f.numerator if f else 0) or 0) for g, f in figures.items()} if counts else {},
        values={g: f.value if f else None for g, f in figures.items()} if indicator.kind is not Kind.SHARE else {},
        decimals=_DECIMALS.get(indicator.unit, 1),
        top=_TOPS.get(indicator.unit),
    )


def _at_most(plan: ReleasePlan, found: Counted, people: Mapping[Group, int], first: Indicator) -> dict[Group, int]:
    """What public headcounts say of people each of whom is in the cell once at most."""
    once = first.form == "survivors" or first.has_rounds
    if not once or first.id == HEADCOUNT:
        return {}
    most = {}
    for group in people:
        place = tuple(each for each in group if each[0] == "country")
        is_side = len(place) == len([each for each in group if each[0] != "round"])
        figure = found.counts.get((HEADCOUNT, None, place))
        if is_side and figure is not None and plan.is_known(HEADCOUNT, place):
            most[group] = max(int(figure.numerator or 0), people[group])
    return most


def _adding_up(
    members: list[tuple[Series, Indicator]], series: Mapping[Series, SeriesFacts], people: Mapping[Group, int]
) -> tuple[Series, ...]:
    """Answers of one list, of which each person gave exactly one: everybody knows that they add up."""
    files: dict[str, list[Series]] = defaultdict(list)
    for name, indicator in members:
        if indicator.kind is Kind.SHARE:
            files[indicator.declared_in].append(name)
    for names in files.values():
        if len(names) > 2 and all(sum(series[n].affected[g] for n in names) == people[g] for g in people):
            return tuple(names)
    return ()
