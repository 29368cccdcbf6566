"""How wide the range of each count is: seen without solving where it can be, else solved for, as small as will do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from monitoring.domain.release_plan import ReleaseRules
from monitoring.protection.cells import Block, Series
from monitoring.protection.known import Known
from monitoring.protection.ranges import Found, System, Terms, negative
from monitoring.protection.reach import Base, Reach
from monitoring.protection.star import Star
from monitoring.protection.targets import Target


class Look:
    """One look at a block as it is said. `bases` showed ranges in an earlier look, and are tried before solving."""

    def __init__(self, block: Block, known: Known, rules: ReleaseRules, bases: list[Base]) -> None:
        self._block, self._known, self._rules, self._bases = block, known, rules, bases
        star = Star.of(block)
        self._reach = None if star is None else Reach(block, known, star)
        self._systems: dict[tuple[Series, ...] | None, System] = {}
        self.solved = 0

    def widths(self, asked: Sequence[Target]) -> list[int | None]:
        """Of each, how wide it is known to be at least; None where it is too narrow."""
        if self._reach is not None:
            self._try(self._reach, asked)
        return [self._width(target) for target in asked]

    def _try(self, reach: Reach, asked: Sequence[Target]) -> None:
        """Bases of before, then those in which a cell that is still in doubt has more or fewer people."""
        if any(self._seen(target) is None for target in asked):
            for base in self._bases:
                reach.widen(base)
        for group in dict.fromkeys(target.group for target in asked if self._seen(target) is None):
            reach.push(group)

    def _seen(self, target: Target) -> int | None:
        return None if self._reach is None else target.width(*self._reach.of(target), self._rules)

    def _width(self, target: Target) -> int | None:
        if (seen := self._seen(target)) is not None:
            return seen
        if self._reach is not None and target.width(*self._reach.outside(target), self._rules) is None:
            return None
        self.solved += 1
        needed = target.needed(self._rules)
        if needed is None:
            return self._solved_range(target)
        is_reached = all(
            self._is_reached(target, terms, most)
            for terms, most in ((target.terms, needed.low), (negative(target.terms), -needed.high))
        )
        return (self._seen(target) or needed.high - needed.low) if is_reached else None

    def _is_reached(self, target: Target, terms: Terms, most: int) -> bool:
        """Whether the terms can be that little: with few series first, which settles it if they cannot."""
        for is_whole_block in (False, True):
            system = self._system(target, is_whole_block=is_whole_block)
            found = system.at_most(terms, most)
            if found is None:
                return False
            if is_whole_block or self._holds(system, found):
                return True
        return False

    def _solved_range(self, target: Target) -> int | None:
        """Of a count that only has to have a range wide enough."""
        small = self._system(target, is_whole_block=False)
        ends = [small.least(terms) for terms in (target.terms, negative(target.terms))]
        low, high = ends
        if low is None or high is None or -high.sum - low.sum < self._rules.narrowest:
            return None
        holds = [self._holds(small, end) for end in (low, high)]  # both, even where the first does not: each may help
        if all(holds):
            return -high.sum - low.sum
        if (seen := self._seen(target)) is not None:
            return seen
        whole = self._system(target, is_whole_block=True).range_of(target.terms)
        return None if whole is None else target.width(*whole, self._rules)

    def _holds(self, system: System, found: Found) -> bool:
        """Whether the other series too can be as they are said, with the people of what was found."""
        return self._reach is not None and any(self._kept(self._reach, base) for base in self._bases_of(system, found))

    def _kept(self, reach: Reach, base: Base) -> bool:
        if not reach.widen(base):
            return False
        self._bases.append(base)
        return True

    def _bases_of(self, system: System, found: Found) -> Iterator[Base]:
        def counts(name: Series | None) -> list[int]:
            return [int(found.counts[system.places[name, group]]) for group in self._block.groups]

        people = np.array(counts(None))
        listed = self._block.adding_up
        if listed and (listed[0], self._block.groups[0]) in system.places:
            yield Base(people, np.array([counts(name) for name in listed]))
        elif self._reach is not None:
            yield from self._reach.with_people(people)

    def _system(self, target: Target, *, is_whole_block: bool) -> System:
        """Of the target's series and what adds up with it, or of the whole block; each is built once."""
        linked: tuple[Series, ...] | None = () if target.series is None else (target.series,)
        if target.series in self._block.adding_up:
            linked = self._block.adding_up
        if is_whole_block or self._reach is None:
            linked = None
        if linked not in self._systems:
            self._systems[linked] = System.of(self._block, self._known, linked)
        return self._systems[linked]
