"""The smallest and largest value of a count consistent with everything published: whole numbers, by SciPy's HiGHS.

One system of a block: its cells' people and affected as unknowns, what is said of each as limits, what adds up as rows.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Any

from monitoring.domain.release_plan import Group
from monitoring.protection.cells import Block, Series
from monitoring.protection.known import MANY, AffectedLimits, Known
from monitoring.protection.saying import QUARTERS

_NODES = 200
_NEARLY = 1e-6

Unknown = tuple[Series | None, Group]
"""The people of a cell (None), or those affected of a series in it."""

Terms = Mapping[Unknown, int]
"""Unknowns that are added up, each so many times."""


@dataclass(frozen=True, slots=True)
class Found:
    """A way the counts of a system could be, in whole numbers, and what the terms asked for come to in it."""

    sum: int
    counts: Any  # by place


def negative(terms: Terms) -> Terms:
    return {each: -times for each, times in terms.items()}


@dataclass(slots=True)
class System:
    """Rows and limits of one block, built once and asked many times. `places` are columns of the matrix."""

    places: dict[Unknown, int]
    low: list[float]
    high: list[float]
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)
    _solver: Any = None

    @classmethod
    def of(cls, block: Block, known: Known, series: Collection[Series] | None = None) -> System:
        """Of all series, or of some: what these cannot be, they cannot be with all others either."""
        asked = block.series if series is None else series
        affected = [name for name, facts in block.series.items() if facts.has_affected and name in asked]
        unknowns: list[Unknown] = [(None, group) for group in block.groups]
        unknowns += [(name, group) for name in affected for group in block.groups]
        limits = [known.people[group] if name is None else None for name, group in unknowns]
        found = cls(
            {each: at for at, each in enumerate(unknowns)},
            [float(each.low) if each else 0.0 for each in limits],
            [float(each.high) if each else float(MANY) for each in limits],
        )
        for line in block.lines:
            for name in (None, *affected):
                found._adds_up(name, line.whole, line.parts)
        for name in affected:
            for group in block.groups:
                for said in known.affected[name, group]:
                    found._is_said(name, group, said)
        if block.adding_up and set(block.adding_up) <= set(affected):
            for group in block.groups:
                terms = {found.places[name, group]: 1.0 for name in block.adding_up}
                found.rows.append(({**terms, found.places[None, group]: -1.0}, 0.0, 0.0))
        return found

    def _adds_up(self, name: Series | None, whole: Group, parts: tuple[Group, ...]) -> None:
        terms = {self.places[name, part]: 1.0 for part in parts}
        self.rows.append(({**terms, self.places[name, whole]: -1.0}, 0.0, 0.0))

    def _is_said(self, name: Series, group: Group, said: AffectedLimits) -> None:
        count, people = self.places[name, group], self.places[None, group]
        self.low[count] = max(self.low[count], float(said.count.low))
        self.high[count] = min(self.high[count], float(said.count.high))
        self.rows.append(({people: 1.0, count: -1.0}, float(said.least_rest), inf))
        if said.band is not None:
            room = float(QUARTERS * said.looser)
            if said.from_below:
                self.rows.append(({count: float(QUARTERS), people: -float(said.band)}, -room, inf))
            if said.band < QUARTERS - 1:
                above = {count: float(QUARTERS), people: -float(said.band + 1)}
                self.rows.append((above, -inf, room - 1.0))

    def range_of(self, terms: Terms) -> tuple[int, int] | None:
        """The least and most that the terms' sum can be; None where nothing at all fits what is said."""
        low, high = self.least(terms), self.least(negative(terms))
        return None if low is None or high is None else (low.sum, -high.sum)

    def least(self, terms: Terms) -> Found | None:
        """The least that the terms' sum can be in whole numbers; None where nothing fits."""
        wanted = self._wanted(terms)
        found = self._solved(wanted, whole=False)
        if found is not None and not _is_whole(found.x):
            found = self._solved(wanted, whole=True)
        return None if found is None else Found(round(float(found.fun)), found.x.round())

    def at_most(self, terms: Terms, most: int) -> Found | None:
        """Counts in which the terms' sum is that little. Most often fractions settle that there are none."""
        wanted = self._wanted(terms)
        found = self._solved(wanted, whole=False)
        if found is not None and found.fun <= most + _NEARLY and not _is_whole(found.x):
            found = self._solved(wanted, whole=True)
        if found is None or found.fun > most + _NEARLY:
            return None
        return Found(round(float(found.fun)), found.x.round())

    def _wanted(self, terms: Terms) -> Any:
        import numpy  # slow to import, and only the building of a release needs it

        wanted = numpy.zeros(len(self.low))
        for each, times in terms.items():
            wanted[self.places[each]] = times
        return wanted

    def _solved(self, wanted: Any, *, whole: bool) -> Any:
        """Where so many nodes do not do, the best whole solution until then: it is one, so it proves what it shows.

        Nodes and not seconds: what a release says must not depend on how fast the machine is.
        """
        import numpy
        from scipy.optimize import milp

        if self._solver is None:
            self._solver = self._matrix()
        bounds, rows = self._solver
        kinds = numpy.full(len(self.low), int(whole))
        found = milp(wanted, integrality=kinds, bounds=bounds, constraints=rows, options={"node_limit": _NODES})
        return None if found.x is None else found

    def _matrix(self) -> tuple[Any, Any]:
        import numpy
        from scipy.optimize import Bounds, LinearConstraint
        from scipy.sparse import coo_array

        at = [(row, place, times) for row, (terms, _, _) in enumerate(self.rows) for place, times in terms.items()]
        rows, places, times = (numpy.array(each) for each in zip(*at, strict=True))
        matrix = coo_array((times, (rows, places)), shape=(len(self.rows), len(self.low))).tocsc()
        low, high = ([each[part] for each in self.rows] for part in (1, 2))
        return Bounds(self.low, self.high), LinearConstraint(matrix, low, high)


def _is_whole(found: Any) -> bool:
    return bool((abs(found - found.round()) < _NEARLY).all())
