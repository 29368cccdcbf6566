"""Attacks on one block under three schemes: how many withheld counts are known exactly, beside what guessing gives.

An attacker is given everything a scheme publishes and the solver; of what is left possible they take what is most
common among small counts. Guessing is the same without anything published.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from worlds import COUNTRIES, SECURE, WAYS, block_of, overlapping, people

from monitoring.domain.release import Shown
from monitoring.domain.release_plan import ReleaseRules
from monitoring.protection.audit import known_of
from monitoring.protection.cells import Block
from monitoring.protection.jointly import protect
from monitoring.protection.known import MANY, AffectedLimits, Known, Limits
from monitoring.protection.ranges import System

RULES = ReleaseRules()
SCHEMES = ("threshold only", "rounding only", "ours")


@dataclass(frozen=True)
class Attacked:
    """What an attacker knows of each count that a scheme does not show: true count, and what it can be."""

    true: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]

    def exact(self, common: Counter[int]) -> float:
        """The share guessed exactly: of each range the most common count."""
        hits = [true == _best(common, low, high) for true, (low, high) in zip(self.true, self.ranges, strict=True)]
        return sum(hits) / len(hits) if hits else 0.0

    def guessed(self, common: Counter[int]) -> float:
        """The share guessed exactly by somebody who sees nothing."""
        return sum(true == _best(common, 0, MANY) for true in self.true) / len(self.true) if self.true else 0.0


def attack(block: Block, scheme: str, queries: Iterable[frozenset[str]] = ()) -> Attacked:
    """Every small count of a country, by all that the scheme publishes and by free queries where it answers them."""
    if scheme == "ours":
        done = protect(block, RULES, (), WAYS)
        block, known = done.block, known_of(done.block, done.saying, (), RULES)
        hidden = [group for group in block.groups if done.saying[SECURE, group].shown is Shown.WITHHELD]
    else:
        known = _simple(block, scheme)
        hidden = list(block.groups)
    system = System.of(block, known)
    if scheme != "ours":  # there is nothing to ask behind a release
        for asked in queries:
            _answer(system, block, asked, scheme)
    small = [group for group in hidden if group and group[0][0] == "country" and block.people[group] < RULES.smallest]
    found = [system.range_of({(None, group): 1}) or (0, MANY) for group in small]
    return Attacked(tuple(block.people[group] for group in small), tuple(found))


def common_counts(blocks: Iterable[Block]) -> Counter[int]:
    """How often each small count occurs in worlds like these: what a well-informed attacker expects."""
    return Counter(count for block in blocks for count in block.people.values() if count < RULES.smallest)


def _simple(block: Block, scheme: str) -> Known:
    """Threshold only: counts as they are, from eleven on. Rounding only: every count to the nearest 5."""
    limits = {group: _shown(count, scheme) for group, count in block.people.items()}
    anything = (AffectedLimits(Limits(0, MANY)),)
    return Known(limits, {(SECURE, group): anything for group in block.groups})


def _shown(count: int, scheme: str) -> Limits:
    if scheme == "rounding only":
        shown = RULES.rounded(count)
        return Limits(max(shown - RULES.slack, 0), shown + RULES.slack)
    return Limits(count, count) if count >= RULES.smallest else Limits(0, RULES.smallest - 1)


def _answer(system: System, block: Block, asked: frozenset[str], scheme: str) -> None:
    groups = [(("country", code),) for code in COUNTRIES if code in asked]
    said = _shown(sum(block.people[group] for group in groups), scheme)
    terms = {system.places[None, group]: 1.0 for group in groups}
    if terms:
        system.rows.append((terms, float(said.low), float(said.high)))


def _best(common: Counter[int], low: int, high: int) -> int:
    inside = [count for count in common if low <= count <= high]
    return max(inside, key=lambda count: (common[count], -count)) if inside else (low + min(high, 10)) // 2


@cache
def worlds(many: int, seed: int = 8) -> Sequence[Block]:
    """So many worlds of different sizes, the same in every run."""
    random = Random(seed)
    return tuple(block_of(people(random, random.choice((120, 200, 400, 900)))) for _ in range(many))


@cache
def figures(many: int, queries: int) -> dict[str, tuple[float, float, int]]:
    """Scheme -> exactly recovered, guessed, and how many small counts there are; over many worlds."""
    common = common_counts(worlds(many, seed=1))
    found = {}
    for scheme in SCHEMES:
        random = Random(5)
        each = [attack(block, scheme, overlapping(random, queries)) for block in worlds(many)]
        whole = Attacked(tuple(t for a in each for t in a.true), tuple(r for a in each for r in a.ranges))
        found[scheme] = (whole.exact(common), whole.guessed(common), len(whole.true))
    return found
