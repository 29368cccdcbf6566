"""The shared view until releases exist: small groups are withheld, and so is what would give them away.

A withheld figure keeps its place and loses every number. This is not yet the joint protection of releases: it
guards one table at a time, and the tables it is asked for are fixed by the service.
"""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from monitoring.domain.figures import Figure
from monitoring.domain.indicator import Direction, Indicator

THRESHOLD = 11
"""Groups smaller than this are withheld: the k of CTDC's releases."""


def protect(figures: Iterable[Figure], indicators: Mapping[str, Indicator]) -> tuple[Figure, ...]:
    """The same figures in the same order, those of small groups and their last visible neighbours withheld."""
    table = [_without_people(figure) if figure.denominator == 0 else figure for figure in figures]
    unasked = _rounds_without_the_question(table)
    asked = [at for at, figure in enumerate(table) if _round(figure) not in unasked]
    hidden = {at for at in asked if _is_small(table[at], indicators[table[at].indicator])}
    while more := _neighbours_to_hide(table, asked, hidden, indicators) | _risks_to_hide(table, hidden):
        hidden |= more
    return tuple(withheld(figure) if at in hidden else figure for at, figure in enumerate(table))


def withheld(figure: Figure) -> Figure:
    """The figure's place without any of its numbers."""
    return Figure(indicator=figure.indicator, group=figure.group, months=figure.months, withheld=True)


def _without_people(figure: Figure) -> Figure:
    """Nobody answered: how many were due or interviewed says nothing about the question, and may be few."""
    return Figure(indicator=figure.indicator, group=figure.group, months=figure.months, numerator=0, denominator=0)


def _rounds_without_the_question(table: list[Figure]) -> set[tuple[str, str | None]]:
    """(indicator, round) in which nobody anywhere was asked: not collected, which everybody may know."""
    rounds = {_round(figure) for figure in table if dict(figure.group).get("round") is not None}
    return rounds - {_round(figure) for figure in table if figure.denominator != 0}


def _round(figure: Figure) -> tuple[str, str | None]:
    return figure.indicator, dict(figure.group).get("round")


def _is_small(figure: Figure, indicator: Indicator) -> bool:
    """Fewer people than the threshold; for disclosed harm also where those affected are that few, but not none."""
    if _size(figure) < THRESHOLD:
        return True
    harm = indicator.direction is Direction.WATCH and indicator.counts_affected
    return harm and 0 < (figure.numerator or 0) < THRESHOLD


def _size(figure: Figure) -> float:
    return (figure.denominator if figure.denominator is not None else figure.numerator) or 0


def _neighbours_to_hide(
    table: list[Figure], asked: list[int], hidden: set[int], indicators: Mapping[str, Indicator]
) -> set[int]:
    """A line's total is known from another table: what is withheld in the line is known together, by subtraction.

    So it must be a group that could be shown itself: large enough, and neither nobody nor everybody in it.
    """
    lines: dict[tuple[object, ...], list[int]] = {}
    for at in asked:
        group = table[at].group
        for place in range(len(group)):
            lines.setdefault(
                (table[at].indicator, table[at].months, place, group[:place] + group[place + 1 :]), []
            ).append(at)
    more = set()
    for line in lines.values():
        shown = [at for at in line if at not in hidden]
        rest = [table[at] for at in line if at in hidden]
        if shown and rest and (len(rest) == 1 or _gives_away(rest, indicators[rest[0].indicator])):
            more.add(min(shown, key=lambda at: (_size(table[at]), at)))
    return more


def _risks_to_hide(table: list[Figure], hidden: set[int]) -> set[int]:
    """The risks of a group by month stand or fall together: between two of them lie those affected in between."""
    groups: dict[object, list[int]] = {}
    for at, figure in enumerate(table):
        if figure.months is not None:
            groups.setdefault((figure.indicator, figure.group), []).append(at)
    more = set()
    for places in groups.values():
        ordered = sorted(places, key=lambda at: table[at].months or 0)
        affected = [0.0, *(table[at].numerator or 0 for at in ordered)]
        between = [later - earlier for earlier, later in pairwise(affected)]
        if hidden & set(places) or any(0 < number < THRESHOLD for number in between):
            more |= set(places) - hidden
    return more


def _gives_away(rest: list[Figure], indicator: Indicator) -> bool:
    """Whether the sum of withheld figures says too much of too few."""
    people, affected = sum(map(_size, rest)), sum(figure.numerator or 0 for figure in rest)
    whole = Figure(rest[0].indicator, (), numerator=affected, denominator=int(people))
    return _is_small(whole, indicator) or (indicator.counts_affected and affected in (0, people))
