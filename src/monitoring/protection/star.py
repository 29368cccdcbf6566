"""What follows from limits without a solver: a block's limits as arrays, and what its sums leave of them.

All lines of a block add up to the same cell, as rays of a star meet in one point. So what a sum leaves of its parts can
be told exactly, in whole numbers, for all series at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from monitoring.protection.cells import Block, Series
from monitoring.protection.known import MANY, AffectedLimits, Known, Limits
from monitoring.protection.saying import QUARTERS

Counts = NDArray[np.int64]
"""Whole numbers: one for each cell, or a row of them for each series."""

Span = tuple[Counts, Counts]
"""The smallest and the largest of each."""

_NO_BAND = -1
_NOTHING_SAID = AffectedLimits(Limits(0, MANY))


@dataclass(frozen=True, slots=True)
class Star:
    """Where the total and the parts of each line stand among a block's cells."""

    root: int
    rays: tuple[NDArray[np.intp], ...]

    @classmethod
    def of(cls, block: Block) -> Star | None:
        """None where lines hang from each other: of such a block only the solver can tell."""
        places = {group: at for at, group in enumerate(block.groups)}
        wholes = {line.whole for line in block.lines}
        parts = [part for line in block.lines for part in line.parts]
        if len(wholes) != 1 or len(set(parts)) != len(parts) or wholes & set(parts) or {*wholes, *parts} != set(places):
            return None
        rays = tuple(np.array([places[part] for part in line.parts], dtype=np.intp) for line in block.lines)
        return cls(places[next(iter(wholes))], rays)

    def adds_up(self, counts: Counts) -> bool:
        """Whether each line of each row comes to its total."""
        return all(bool((counts[..., ray].sum(axis=-1) == counts[..., self.root]).all()) for ray in self.rays)

    def tightened(self, span: Span) -> Span:
        """What each count can be while all others of its row stay inside theirs: exactly, both ends possible.

        A row that cannot add up comes back with a low above its high.
        """
        low, high = span
        sums = [(low[:, ray].sum(axis=1), high[:, ray].sum(axis=1)) for ray in self.rays]
        least = np.max([low[:, self.root], *(lows for lows, _ in sums)], axis=0)
        most = np.min([high[:, self.root], *(highs for _, highs in sums)], axis=0)
        tight_low, tight_high = low.copy(), high.copy()
        tight_low[:, self.root], tight_high[:, self.root] = least, most
        for ray, (lows, highs) in zip(self.rays, sums, strict=True):
            others_low, others_high = lows[:, None] - low[:, ray], highs[:, None] - high[:, ray]
            tight_low[:, ray] = np.maximum(low[:, ray], least[:, None] - others_high)
            tight_high[:, ray] = np.minimum(high[:, ray], most[:, None] - others_low)
        return tight_low, tight_high


@dataclass(frozen=True, slots=True)
class Layer:
    """What one release says of those affected, a row for each series."""

    low: Counts
    high: Counts
    rest: Counts
    band: Counts
    from_below: NDArray[np.bool_]
    looser: Counts

    @classmethod
    def of(cls, rows: Sequence[Sequence[AffectedLimits]], cells: int) -> Layer:
        facts = [[_as_numbers(each) for each in row] for row in rows]
        low, high, rest, band, below, looser = np.array(facts, dtype=np.int64).reshape(len(rows), cells, 6).T
        return cls(low.T, high.T, rest.T, band.T, below.T.astype(bool), looser.T)

    def span(self, people: Counts) -> Span:
        """Of those affected, where the cells have so many people. Both ends grow with the people, never faster."""
        quarter = -((-self.band * people) // QUARTERS) - self.looser
        low = np.maximum(self.low, np.where(self.from_below & (self.band != _NO_BAND), quarter, 0))
        above = ((self.band + 1) * people - 1) // QUARTERS + self.looser
        is_below = (self.band != _NO_BAND) & (self.band < QUARTERS - 1)
        high = np.minimum(np.minimum(self.high, people - self.rest), np.where(is_below, above, MANY))
        return low, high


def layers_of(block: Block, known: Known, names: Sequence[Series]) -> tuple[Layer, ...]:
    """One layer of this release, and one more for each earlier one that said something."""
    groups = block.groups
    depth = max((len(known.affected[name, group]) for name in names for group in groups), default=1)
    return tuple(
        Layer.of([[_at(known.affected[name, group], at) for group in groups] for name in names], len(groups))
        for at in range(depth)
    )


def span_of(layers: Sequence[Layer], people: Counts) -> Span:
    """Of those affected by all that is said, where the cells have so many people."""
    spans = [layer.span(people) for layer in layers]
    return np.max([low for low, _ in spans], axis=0), np.min([high for _, high in spans], axis=0)


def _at(limits: tuple[AffectedLimits, ...], at: int) -> AffectedLimits:
    return limits[at] if at < len(limits) else _NOTHING_SAID


def _as_numbers(said: AffectedLimits) -> tuple[int, ...]:
    band = _NO_BAND if said.band is None else said.band
    return said.count.low, said.count.high, said.least_rest, band, int(said.from_below), said.looser
