"""Puts what was counted into blocks: what adds up with each other is protected together, everything else apart.

Indicators with the same people behind them share a block, so that those people are looked after once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import Figure
from monitoring.domain.indicator import Direction, Indicator, Kind
from monitoring.domain.release import Group, ReleasePlan, ReleaseTable
from monitoring.protection.cells import Block, Line, Series, SeriesFacts
from monitoring.services.release_counts import Counted, indicators_of

HEADCOUNT = "people_returned"
"""Nobody can be asked who is not among these."""

_DECIMALS = {"score": 2, "percent": 2, "points": 0, "days": 0}


class _Family(NamedTuple):
    """What indicators share that have the same people behind them, cell by cell."""

    form: str
    lines: tuple[Line, ...]
    people: tuple[tuple[Group, int], ...]
    is_apart: tuple[str, ...]  # a count shares with nobody


def blocks(catalogue: Catalogue, found: Counted) -> Iterator[Block]:
    """Every block of the catalogue, those of a round apart from those of another."""
    for is_of_rounds, tables in _tables(catalogue.releases):
        for rest in [(("round", code),) for code in found.codes["round"]] if is_of_rounds else [()]:
            yield from _of(catalogue, found, tables, rest)


def _tables(plan: ReleasePlan) -> Iterator[tuple[bool, list[ReleaseTable]]]:
    ordered = sorted(plan.tables, key=lambda each: each.has_rounds)
    for is_of_rounds, tables in groupby(ordered, key=lambda each: each.has_rounds):
        yield is_of_rounds, list(tables)


def _of(catalogue: Catalogue, found: Counted, tables: list[ReleaseTable], rest: Group) -> Iterator[Block]:
    """The blocks of one round, or of what has no rounds."""
    families: dict[_Family, list[tuple[Series, Indicator]]] = defaultdict(list)
    for indicator in {each.id: each for table in tables for each in indicators_of(catalogue, table)}.values():
        lines = tuple(_lines(catalogue, found, tables, indicator, rest))
        for months in _months(indicator, found):
            figures = {group: found.counts.get((indicator.id, months, group)) for group in _groups(lines)}
            if any(_people(indicator, each) for each in figures.values()):  # else nobody was asked: not collected
                people = tuple((group, _people(indicator, each)) for group, each in figures.items())
                is_apart = (indicator.id,) if indicator.kind is Kind.COUNT else ()
                family = _Family(indicator.form, lines, people, is_apart)
                families[family].append(((indicator.id, months), indicator))
    for family, members in families.items():
        yield _block(catalogue, found, rest, family.lines, dict(family.people), members)


def _block(
    catalogue: Catalogue,
    found: Counted,
    rest: Group,
    lines: tuple[Line, ...],
    people: dict[Group, int],
    members: list[tuple[Series, Indicator]],
) -> Block:
    plan = catalogue.releases
    series = {name: _facts(indicator, name[1], found, people) for name, indicator in members}
    first = members[0][1]
    is_public = first.kind is Kind.COUNT
    public = {group for group in people if is_public and plan.is_known(first.id, group)}
    return Block(
        name=f"{first.id} {dict(rest).get('round', '')}".strip(),
        people=people,
        series=series,
        lines=lines,
        public=frozenset(public),
        at_most=_at_most(plan, found, people, first),
        adding_up=_adding_up(members, series, people),
    )


def _lines(
    catalogue: Catalogue, found: Counted, tables: Iterable[ReleaseTable], indicator: Indicator, rest: Group
) -> Iterator[Line]:
    """Each table's cells, which add up to the total. Where people are counted once a year they do not add up over years."""
    for table in tables:
        if indicator in indicators_of(catalogue, table):
            codes = _possible(found, table.side, indicator)
            parts = tuple(((table.side, code), *rest) for code in codes)
            yield Line(table.id, rest, parts)


def _possible(found: Counted, side: str, indicator: Indicator) -> tuple[str, ...]:
    """The groups that may have somebody. Of ages those whom nobody anywhere was asked in are not asked, not withheld."""
    codes = found.codes[side]
    if side != "age_band":
        return codes
    asked = {
        dict(group)[side]
        for (id_, _, group), figure in found.counts.items()
        if id_ == indicator.id and _people(indicator, figure) and side in dict(group)
    }
    return tuple(code for code in codes if code in asked)


def _groups(lines: tuple[Line, ...]) -> tuple[Group, ...]:
    return tuple(dict.fromkeys(group for line in lines for group in (line.whole, *line.parts)))


def _months(indicator: Indicator, found: Counted) -> tuple[int | None, ...]:
    if indicator.kind is not Kind.TIME_TO_EVENT:
        return (None,)
    return tuple(sorted({months for id_, months, _ in found.counts if id_ == indicator.id and months is not None}))


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
