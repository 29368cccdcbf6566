"""The check of a block: is any withheld count known to a range too narrow, by everything that is published together?

A withheld count below the threshold has to reach both ends of 0 to 10 but for the rounding's slack, as far as public
counts leave it that; every other withheld count has to have a range that is wide enough. A band says its own range on
purpose: nothing more may be worked out of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monitoring.domain.release_plan import ReleaseRules
from monitoring.protection.cells import Block, Saying
from monitoring.protection.known import Known
from monitoring.protection.targets import Target, targets

if TYPE_CHECKING:
    from monitoring.protection.reach import Base

DRIFTS = (0, 1, 2, 3, 5, 8, 13, 21, 34, 55)
"""By how much counts may have moved since the last release: the least that fits is what an attacker would take."""


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
    affected = {name: facts.affected for name, facts in block.series.items() if facts.has_affected}
    return all(
        known.holds(group, people, {name: counts[group] for name, counts in affected.items()})
        for group, people in block.people.items()
    )


def audit(
    block: Block, saying: Saying, known: Known, rules: ReleaseRules, tally: Tally, bases: list[Base] | None = None
) -> list[Finding]:
    """Every count of the block whose range is too narrow, the smallest first.

    `bases` are what an earlier look at the same cells had to solve for; what is solved for now is added to them.
    """
    from monitoring.protection.looking import Look  # with it comes numpy, which no page needs that only reads

    look = Look(block, known, rules, [] if bases is None else bases)
    asked = tuple(targets(block, saying, known, rules))
    widths = look.widths(asked)
    tally.ranges += len(asked)
    tally.solved += look.solved
    for target, width in zip(asked, widths, strict=True):
        if width is not None and not target.is_public:
            tally.add(width)
    found = [Finding(target) for target, width in zip(asked, widths, strict=True) if width is None]
    return sorted(found, key=lambda each: (each.target.true, each.target.group, str(each.target.series)))
