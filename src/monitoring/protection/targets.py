"""Which counts of a block nobody may learn, and which range each of them has to keep."""

from collections.abc import Iterator
from dataclasses import dataclass

from monitoring.domain.release import Shown
from monitoring.domain.release_plan import Group, ReleaseRules
from monitoring.protection.cells import Block, Saying, Series
from monitoring.protection.known import Known, Limits
from monitoring.protection.ranges import Unknown
from monitoring.protection.saying import QUARTERS


@dataclass(frozen=True, slots=True)
class Target:
    """One count nobody may learn. `reference` is the range it should keep; None: only that it is wide enough."""

    group: Group
    series: Series | None  # None: the people of the cell
    is_rest: bool  # those whom the series does not count
    true: int
    reference: Limits | None
    is_public: bool = False  # everybody knew it to be small already: no release can widen it

    @property
    def terms(self) -> dict[Unknown, int]:
        if self.series is None:
            return {(None, self.group): 1}
        own: dict[Unknown, int] = {(self.series, self.group): -1 if self.is_rest else 1}
        return {**own, (None, self.group): 1} if self.is_rest else own

    def width(self, low: int, high: int, rules: ReleaseRules) -> int | None:
        """How wide it is known to be, if it can be `low` and `high`; None where that is not wide enough."""
        needed = self.needed(rules)
        if needed is None:
            return high - low if self.reference is None and high - low >= rules.narrowest else None
        return high - low if low <= needed.low and high >= needed.high else None

    def needed(self, rules: ReleaseRules) -> Limits | None:
        """The range it should keep but for the rounding's slack; None where there is none, or it is too narrow."""
        if self.reference is None:
            return None
        width = self.reference.high - self.reference.low
        spare = max(min(rules.slack, (width - rules.narrowest) // 2), 0)
        if width - 2 * spare < rules.narrowest and not self.is_public:
            return None
        return Limits(self.reference.low + spare, self.reference.high - spare)


def targets(block: Block, saying: Saying, known: Known, rules: ReleaseRules) -> Iterator[Target]:
    """People of cells that say nothing; of each series that does not say its number, those affected and the rest."""
    for group in block.groups:
        people = block.people[group]
        at_most = block.at_most.get(group)
        is_public = at_most is not None and at_most < rules.narrowest
        is_hidden = all(saying[name, group].shown is Shown.WITHHELD for name in block.series)
        if is_hidden and group not in block.public and (None, group) not in known.told:
            yield Target(group, None, False, people, _reference(people, at_most, rules), is_public)
        for name, facts in block.series.items():
            if facts.has_affected and saying[name, group].shown is not Shown.NUMBER:
                yield from _of_series(name, group, people, facts.affected[group], saying, known, rules, is_public)


def _of_series(
    name: Series,
    group: Group,
    people: int,
    affected: int,
    saying: Saying,
    known: Known,
    rules: ReleaseRules,
    is_public: bool,
) -> Iterator[Target]:
    said, limits = saying[name, group], known.people[group]
    for is_rest in (False, True):
        true = people - affected if is_rest else affected
        reference = _reference(true, limits.high, rules)
        if said.shown is Shown.BAND and reference is not None:
            reference = _inside_band(reference, said.band or 0, limits, is_rest=is_rest)
        elif (name, group) in known.told:
            continue
        yield Target(group, name, is_rest, true, reference, is_public)


def _reference(true: int, most: int | None, rules: ReleaseRules) -> Limits | None:
    if true >= rules.smallest:
        return None
    top = rules.smallest - 1
    return Limits(0, top if most is None else max(min(top, most), 0))


def _inside_band(small: Limits, band: int, people: Limits, *, is_rest: bool) -> Limits:
    """As much of 0 to 10 as the band leaves on purpose; the rest are in the opposite quarter."""
    at = QUARTERS - 1 - band if is_rest else band
    is_closed = is_rest or band == QUARTERS - 1  # 50 % is in the third quarter, seen from the other side in the second
    low = -(-at * people.low // QUARTERS)
    high = ((at + 1) * people.high - (0 if is_closed else 1)) // QUARTERS
    if is_rest and at:
        low = at * people.low // QUARTERS + 1
    return Limits(min(low, small.high), max(min(high, small.high), min(low, small.high)))
