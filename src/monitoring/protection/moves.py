"""Ranges that are wide at a glance: counts moved from cell to cell of a line until a withheld one is where it might be.

What is found is a whole assignment of people that says exactly what is published: proof that the count could be that. Not
finding one proves nothing; then the solver is asked (`ranges`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.domain.release import Group
from monitoring.protection.cells import Block, Line, Series
from monitoring.protection.known import Known


@dataclass(slots=True)
class Assignment:
    """One way the counts of a line could be. It begins with the true one."""

    known: Known
    people: dict[Group, int]
    affected: dict[Series, dict[Group, int]]

    @classmethod
    def true(cls, block: Block, known: Known) -> "Assignment":
        affected = {name: dict(facts.affected) for name, facts in block.series.items() if facts.has_affected}
        return cls(known, dict(block.people), affected)

    def holds(self, group: Group) -> bool:
        return self.known.holds(group, self.people[group], {name: of[group] for name, of in self.affected.items()})

    def shift(self, counts: dict[Group, int], group: Group, to: int, lines: tuple[Line, ...]) -> bool:
        """Moves a cell's count to a number and the others of its line the other way, each as far as it may go."""
        change, counts[group] = to - counts[group], to
        others = tuple(part for line in lines for part in line.parts if part != group)
        return self._spread(counts, others, -change)

    def shift_whole(self, counts: dict[Group, int], group: Group, to: int, lines: tuple[Line, ...]) -> bool:
        """Moves a total to a number, and the parts of each of its lines with it."""
        change, counts[group] = to - counts[group], to
        return all(self._spread(counts, line.parts, change) for line in lines)

    def _spread(self, counts: dict[Group, int], groups: tuple[Group, ...], change: int) -> bool:
        step = 1 if change > 0 else -1
        for group in groups:
            while change:
                counts[group] += step
                if counts[group] < 0 or not self.holds(group):
                    counts[group] -= step
                    break
                change -= step
        return change == 0


def can_be(block: Block, known: Known, group: Group, series: Series | None, *, people: int, affected: int) -> bool:
    """Whether moves inside the cell's line make its people, and its affected of the series, these numbers.

    Without a series the affected of every series are moved out of the way first: no more than the people may be affected.
    """
    if block.adding_up:
        return False
    line = block.line_of(group)
    at = Assignment.true(block, known)
    shift = at.shift if line else at.shift_whole
    lines = (line,) if line else tuple(each for each in block.lines if each.whole == group)
    wanted: Mapping[Series, int] = {
        name: affected if name == series else min(counts[group], people) for name, counts in at.affected.items()
    }
    done = all(shift(at.affected[name], group, to, lines) for name, to in wanted.items())
    return done and shift(at.people, group, people, lines) and at.holds(group)
