"""Ranges that are shown to be possible without a solver: whole assignments that say exactly what is published.

Where the people of every cell are given, the series of a block have nothing more to do with each other, and what each
of their counts can be follows from sums (`star`). So a few assignments of people show most ranges: the true one, and
for a cell too small to hold its whole range those in which it has more or fewer people. Not finding a range proves
nothing; then the bounds from outside tell, and where both leave it open, the solver (`ranges`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from monitoring.domain.release_plan import Group
from monitoring.protection.cells import Block
from monitoring.protection.known import MANY, Known
from monitoring.protection.star import Counts, Span, Star, layers_of, span_of
from monitoring.protection.targets import Target

FAR = 25
"""People more or fewer in a cell, at most: further is of no use to a range that ends at ten."""


@dataclass(frozen=True, slots=True)
class Base:
    """The people of each cell, and how many gave each answer of the list that adds up to them."""

    people: Counts
    answers: Counts


class Reach:
    """What each count of a block is known to be able to be. Grows with each base that proves possible."""

    def __init__(self, block: Block, known: Known, star: Star) -> None:
        self._star = star
        self._cells = {group: at for at, group in enumerate(block.groups)}
        names = [name for name, facts in block.series.items() if facts.has_affected]
        self._series = {name: at for at, name in enumerate(names)}
        self._layers = layers_of(block, known, names)
        limits = [known.people[group] for group in block.groups]
        self._limits: Span = np.array([each.low for each in limits]), np.array([each.high for each in limits])
        self._listed = [self._series[name] for name in block.adding_up]
        self._alone = [at for at in range(len(names)) if at not in self._listed]
        affected = [[block.series[name].affected[group] for group in block.groups] for name in names]
        true = np.array(affected, dtype=np.int64).reshape(len(names), len(limits))
        self._true = Base(np.array([block.people[group] for group in block.groups]), true[self._listed])
        nothing = np.full(true.shape, MANY), np.full(true.shape, -1)
        self._reached: dict[bool, Span] = {is_rest: (nothing[0].copy(), nothing[1].copy()) for is_rest in (False, True)}
        self._people: Span = np.full(len(limits), MANY), np.full(len(limits), -1)
        self.widen(self._true)

    def of(self, target: Target) -> tuple[int, int]:
        """The least and most that the count is shown to be able to be; a low above the high where nothing is."""
        cell = self._cells[target.group]
        if target.series is None:
            return int(self._people[0][cell]), int(self._people[1][cell])
        low, high = self._reached[target.is_rest]
        at = self._series[target.series], cell
        return int(low[at]), int(high[at])

    def outside(self, target: Target) -> tuple[int, int]:
        """Bounds that the count cannot leave. It need not be able to reach them."""
        cell = self._cells[target.group]
        if target.series is None:
            return int(self._outer_people[0][cell]), int(self._outer_people[1][cell])
        low, high = self._outer[target.is_rest]
        at = self._series[target.series], cell
        return int(low[at]), int(high[at])

    def widen(self, base: Base) -> bool:
        """Notes all that the base makes possible. False where it is itself not possible: then it tells nothing."""
        people = base.people
        inside = (self._limits[0] <= people) & (people <= self._limits[1])
        if not inside.all() or not self._star.adds_up(people):
            return False
        said = span_of(self._layers, people)
        found = self._star.tightened((said[0][self._alone], said[1][self._alone]))
        if (found[0] > found[1]).any() or not self._fits(base, said):
            return False
        self._note(self._alone, found, people)
        for at in range(len(self._listed)):
            self._note(self._listed, self._traded(base, said, at), people)
        self._people = np.minimum(self._people[0], people), np.maximum(self._people[1], people)
        return True

    def push(self, group: Group) -> None:
        """Tries bases in which the cell has as many more people as can be, and as many fewer."""
        at = self._cells[group]
        true = int(self._true.people[at])
        for end in (max(int(self._outer_people[0][at]), true - FAR), min(int(self._outer_people[1][at]), true + FAR)):
            way = end - true
            steps = dict.fromkeys(true + way * part // 4 for part in (4, 3, 2, 1))
            any(self.widen(base) for to in steps if to != true for base in self._moved(at, to))

    def with_people(self, people: Counts) -> Iterator[Base]:
        """Bases of these people: whoever is more or fewer than in truth gave one and the same answer of the list."""
        if not self._listed:
            yield Base(people, self._true.answers)
        for at in range(len(self._listed)):
            answers = self._true.answers.copy()
            answers[at] += people - self._true.people
            yield Base(people, answers)

    @cached_property
    def _outer_people(self) -> Span:
        low, high = self._star.tightened((self._limits[0][None], self._limits[1][None]))
        return low[0], high[0]

    @cached_property
    def _outer(self) -> dict[bool, Span]:
        """Of those affected and of the rest. Both grow with the people, so the ends of the people give the ends."""
        least, most = self._outer_people
        few, many = span_of(self._layers, least), span_of(self._layers, most)
        return {
            False: self._star.tightened((few[0], many[1])),
            True: self._star.tightened((least - few[1], most - many[0])),
        }

    def _fits(self, base: Base, said: Span) -> bool:
        """Whether the answers of the list are inside what is said, and add up both ways."""
        if not self._listed:
            return True
        answers = base.answers
        inside = (said[0][self._listed] <= answers) & (answers <= said[1][self._listed])
        return bool(inside.all() and (answers.sum(axis=0) == base.people).all()) and self._star.adds_up(answers)

    def _traded(self, base: Base, said: Span, at: int) -> Span:
        """What each answer of the list can be, if whoever leaves it takes up this one, and the other way round."""
        low, high = said[0][self._listed], said[1][self._listed]
        both = base.answers + base.answers[at]
        low, high = np.maximum(low, both - high[at]), np.minimum(high, both - low[at])
        low[at], high[at] = base.answers[at], base.answers[at]
        return self._star.tightened((low, high))

    def _note(self, rows: list[int], found: Span, people: Counts) -> None:
        for is_rest, (low, high) in ((False, found), (True, (people - found[1], people - found[0]))):
            mine = self._reached[is_rest]
            mine[0][rows] = np.minimum(mine[0][rows], low)
            mine[1][rows] = np.maximum(mine[1][rows], high)

    def _moved(self, at: int, to: int) -> Iterator[Base]:
        """Bases in which the cell has so many people. Others of its line make up for it, the freest first, or last."""
        for is_freest_first in (True, False):
            people = self._spread(at, to, is_freest_first=is_freest_first)
            if people is not None:
                yield from self.with_people(people)

    def _spread(self, at: int, to: int, *, is_freest_first: bool) -> Counts | None:
        """The people of each cell, as near to the truth as the sums allow; None where they do not allow it."""
        people, (low, high), root = self._true.people.copy(), self._outer_people, self._star.root
        people[at] = to
        for ray in self._star.rays:
            if at in ray:  # the total stays, unless the others of the line cannot make up for it
                others = ray[ray != at]
                least, most = to + low[others].sum(), to + high[others].sum()
                people[root] = min(max(int(people[root]), int(least)), int(most))
        for ray in self._star.rays:
            others = ray[ray != at]
            change = int(people[root] - people[ray].sum())
            room = (high - people if change > 0 else people - low)[others]
            for place in np.argsort(-room if is_freest_first else room, kind="stable"):
                step = min(abs(change), int(room[place])) * (1 if change > 0 else -1)
                people[others[place]] += step
                change -= step
            if change:
                return None
        return people
