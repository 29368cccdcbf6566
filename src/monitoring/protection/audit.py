"""The check of a block: is any withheld count known to a range too narrow, by everything that is published together?

A withheld count below the threshold has to reach both ends of 0 to 10 but for the rounding's slack, as far as public
counts leave it that; every other withheld count has to have a range that is wide enough. A band says its own range on
purpose: nothing more may be worked out of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monitoring.domain.release import Shown
from monitoring.domain.release_plan import Group, ReleaseRules
from monitoring.protection.cells import Block, Saying, Series
from monitoring.protection.known import Known, Limits
from monitoring.protection.moves import Assignment, can_be
from monitoring.protection.ranges import System, Unknown
from monitoring.protection.saying import QUARTERS

DRIFTS = (0, 1, 2, 3, 5, 8, 13, 21, 34, 55)
"""By how much counts may have moved since the last release: the least that fits is what an attacker would take."""


@dataclass(frozen=True, slots=True)
class Target:
    """One count nobody may learn. `reference` is the range it should keep; None: only that it is wide enough."""

    group: Group
    series: Series | None  # None: the people of the cell
    is_rest: bool  # those whom the series does not count
    true: int
    reference: Limits | None

    @property
    def terms(self) -> dict[Unknown, int]:
        if self.series is None:
            return {(None, self.group): 1}
        own: dict[Unknown, int] = {(self.series, self.group): -1 if self.is_rest else 1}
        return {**own, (None, self.group): 1} if self.is_rest else own


@dataclass(frozen=True, slots=True)
class Finding:
    """A count whose range is too narrow."""

    target: Target


@dataclass(slots=True)
class Tally:
    """How much was looked at."""

    ranges: int = 0
    solved: int = 0
    narrowest: int | None = None

    def add(self, width: int) -> None:
        self.narrowest = width if self.narrowest is None else min(self.narrowest, width)


def known_of(block: Block, saying: Saying, history: Sequence[Saying], rules: ReleaseRules) -> Known:
    """All that is known: of this release, and of each earlier one with as little change since as fits the truth."""
    known = Known.of(block, saying, rules)
    for earlier in history:
        known = next((both for both in _drifted(block, known, earlier, rules) if _is_true(block, both)), known)
    return known


def _drifted(block: Block, known: Known, earlier: Saying, rules: ReleaseRules) -> Iterator[Known]:
    return (known.with_earlier(block, earlier, rules, drift) for drift in DRIFTS)


def _is_true(block: Block, known: Known) -> bool:
    true = Assignment.true(block, known)
    return all(true.holds(group) for group in block.groups)


def audit(block: Block, saying: Saying, known: Known, rules: ReleaseRules, tally: Tally) -> list[Finding]:
    """Every count of the block whose range is too narrow, the smallest first."""
    system: System | None = None
    found = []
    for target in targets(block, saying, known, rules):
        tally.ranges += 1
        if (wide := wide_at_a_glance(block, known, target, rules)) is not None:
            tally.add(wide)
            continue
        system = system or System.of(block, known)
        tally.solved += 1
        if (width := _solved_width(system, target, rules)) is not None:
            tally.add(width)
        else:
            found.append(Finding(target))
    return sorted(found, key=lambda each: (each.target.true, each.target.group, str(each.target.series)))


def _solved_width(system: System, target: Target, rules: ReleaseRules) -> int | None:
    """The width of a needed range that the solver says the count can have; None where it can have none of them."""
    minus = {each: -times for each, times in target.terms.items()}
    if target.reference is None:
        low, high = system.range_of(target.terms) or (target.true, target.true)
        return high - low if high - low >= rules.narrowest else None
    for each in needed(target, rules):
        is_enough = each.high - each.low >= rules.narrowest or _is_public(target, rules)
        if is_enough and system.may_be_below(target.terms, each.low) and system.may_be_below(minus, -each.high):
            return each.high - each.low
    return None


def targets(block: Block, saying: Saying, known: Known, rules: ReleaseRules) -> Iterator[Target]:
    """People of cells that say nothing; of each series that does not say its number, those affected and the rest."""
    for group in block.groups:
        people = block.people[group]
        is_hidden = all(saying[name, group].shown is Shown.WITHHELD for name in block.series)
        if is_hidden and group not in block.public and (None, group) not in known.told:
            yield Target(group, None, False, people, _reference(people, block.at_most.get(group), rules))
        for name, facts in block.series.items():
            said = saying[name, group]
            if not facts.has_affected or said.shown is Shown.NUMBER:
                continue
            most = known.people[group].high
            for is_rest in (False, True):
                affected = facts.affected[group]
                true = people - affected if is_rest else affected
                reference = _reference(true, most, rules)
                if said.shown is Shown.BAND and reference is not None:
                    reference = _inside_band(reference, said.band or 0, known.people[group], is_rest=is_rest)
                elif (name, group) in known.told:
                    continue
                yield Target(group, name, is_rest, true, reference)


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


def needed(target: Target, rules: ReleaseRules) -> tuple[Limits, ...]:
    """Ranges any of which is wide enough."""
    if target.reference is None:
        spans = (rules.narrowest // 2, 0, rules.narrowest)  # both ways, up, down
        return tuple(Limits(target.true - down, target.true + rules.narrowest - down) for down in spans)
    width = target.reference.high - target.reference.low
    spare = max(min(rules.slack, (width - rules.narrowest) // 2), 0)
    return (Limits(target.reference.low + spare, target.reference.high - spare),)


def _is_public(target: Target, rules: ReleaseRules) -> bool:
    """Whether the range is narrow by what everybody knew before: no release can widen it."""
    left = target.reference
    return target.series is None and left is not None and left.high - left.low < rules.narrowest


def wide_at_a_glance(block: Block, known: Known, target: Target, rules: ReleaseRules) -> int | None:
    """The width of a range that is seen to be wide enough without solving anything; None where it is not seen."""
    for each in needed(target, rules):
        is_seen = each.high - each.low >= rules.narrowest and each.low >= 0
        if is_seen and _reaches(block, known, target, each.low) and _reaches(block, known, target, each.high):
            return each.high - each.low
    return None


def _reaches(block: Block, known: Known, target: Target, count: int) -> bool:
    group, people = target.group, block.people[target.group]
    if count == target.true:
        return True
    if target.series is None:
        return can_be(block, known, group, None, people=count, affected=0)
    if target.is_rest:
        return can_be(block, known, group, target.series, people=max(people, count), affected=max(people - count, 0))
    return can_be(block, known, group, target.series, people=max(people, count), affected=count)
