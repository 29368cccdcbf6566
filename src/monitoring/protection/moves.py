"""Ranges that are wide at a glance: counts moved from cell to cell of a line until a withheld one is where it might be.

What is found is a whole assignment of people that says exactly what is published: proof that the count could be that.
Not finding one proves nothing; then the solver is asked (`ranges`).
"""

from dataclasses import dataclass

from monitoring.domain.release_plan import Group
from monitoring.protection.cells import Block, Line, Series
from monitoring.protection.known import Known

Move = tuple[tuple[dict[Group, int], int], ...]
"""Counts that move together, each with its sign: who leaves one answer of a list takes up another."""


@dataclass(slots=True)
class Assignment:
    """One way the counts of a block could be. It begins with the true one."""

    known: Known
    people: dict[Group, int]
    affected: dict[Series, dict[Group, int]]

    @classmethod
    def true(cls, block: Block, known: Known) -> "Assignment":
        affected = {name: dict(facts.affected) for name, facts in block.series.items() if facts.has_affected}
        return cls(known, dict(block.people), affected)

    def holds(self, group: Group) -> bool:
        return self.known.holds(group, self.people[group], {name: of[group] for name, of in self.affected.items()})

    def shift(self, move: Move, group: Group, change: int, block: Block) -> bool:
        """Moves a cell's counts, the others of its line the other way; of a total, the parts of its lines with it."""
        for counts, sign in move:
            counts[group] += sign * change
        line = block.line_of(group)
        if line is not None:
            return self._spread(move, [part for part in line.parts if part != group], -change)
        return all(self._spread(move, list(each.parts), change) for each in _of_total(block, group))

    def _spread(self, move: Move, groups: list[Group], change: int) -> bool:
        """Cell by cell, each as far as what is said of it allows."""
        step = 1 if change > 0 else -1
        for group in groups:
            while change and self._steps(move, group, step):
                change -= step
        return change == 0

    def _steps(self, move: Move, group: Group, step: int) -> bool:
        for counts, sign in move:
            counts[group] += sign * step
        if all(counts[group] >= 0 for counts, _ in move) and self.holds(group):
            return True
        for counts, sign in move:
            counts[group] -= sign * step
        return False


def can_be(block: Block, known: Known, group: Group, series: Series | None, *, people: int, affected: int) -> bool:
    """Whether moves inside the cell's lines make its people, and its affected of the series, these numbers.

    Without a series, the affected of every series are moved out of the way first: they are never more than the people.
    """
    partners: tuple[Series | None, ...] = (None,)
    if block.adding_up and (series is None or series in block.adding_up):
        partners = tuple(each for each in block.adding_up if each != series)
    return any(_moved(Assignment.true(block, known), block, group, series, people, affected, each) for each in partners)


def _moved(
    at: Assignment,
    block: Block,
    group: Group,
    series: Series | None,
    people: int,
    affected: int,
    partner: Series | None,
) -> bool:
    """One try; `partner` is the answer of a list that takes up whoever leaves another, and leaves with the people."""
    for name, counts in at.affected.items():
        to = affected if name == series else min(counts[group], 0 if _leaves(block, name, series, partner) else people)
        with_it = partner is not None and name in block.adding_up and name != partner
        move: Move = ((counts, 1), (at.affected[partner], -1)) if with_it and partner else ((counts, 1),)
        if name != partner and not at.shift(move, group, to - counts[group], block):
            return False
    whole: Move = ((at.people, 1),) if partner is None else ((at.people, 1), (at.affected[partner], 1))
    return at.shift(whole, group, people - at.people[group], block) and at.holds(group)


def _leaves(block: Block, name: Series, series: Series | None, partner: Series | None) -> bool:
    """Of a list all but one answer are emptied before its people are moved."""
    return series is None and partner is not None and name in block.adding_up


def _of_total(block: Block, group: Group) -> list[Line]:
    return [line for line in block.lines if line.whole == group]
