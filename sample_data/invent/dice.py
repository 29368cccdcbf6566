"""Chance, seeded by words, so that the same sample comes out every time. Holds nothing about people."""

import math
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random


class Dice(Random):
    """Python's generator with the few throws that are needed here."""

    def chance(self, share: float) -> bool:
        return self.random() < share

    def pick(self, weights: Mapping[str, float]) -> str:
        """One of the keys, each as often as its weight says."""
        return self.choices(list(weights), list(weights.values()))[0]

    def subset(self, shares: Mapping[str, float]) -> list[str]:
        """Each key with its own chance, in the given order."""
        return [key for key, share in shares.items() if self.chance(share)]

    def few(self, among: Sequence[str], most: int) -> list[str]:
        """One to `most` different ones, the order being that of the throw."""
        return self.sample(list(among), self.randint(1, min(most, len(among))))

    def day_between(self, first: date, last: date) -> date:
        return first + timedelta(days=self.randint(0, (last - first).days))


def share_of(level: float) -> float:
    """A level without bounds as a share between 0 and 1; level 0 is one half."""
    return 1 / (1 + math.exp(-level))
