"""How an answer is made coarser, step by step, until it is not given at all. Holds no rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.domain.export import QuasiIdentifier
from monitoring.domain.period import Quarter

NOT_GIVEN = None
"""What stands in place of an answer that is not given."""

_EPOCH = 2000  # from where pairs of years are counted


@dataclass(frozen=True, slots=True)
class Ladder:
    """One question's levels: 0 as answered, then as declared, the last not given."""

    declared: QuasiIdentifier

    @property
    def name(self) -> str:
        return self.declared.question

    @property
    def last(self) -> int:
        """The level at which the answer is not given."""
        return max(len(self.declared.levels) + 1, len(self.declared.periods))

    def at(self, level: int, answer: str | None) -> str | None:
        """The answer as coarse as the level says. Several answers stay several, of the groups."""
        if answer is None or level >= self.last:
            return NOT_GIVEN
        if self.declared.periods:
            return period(self.declared.periods[level], answer)
        return answer if level == 0 else in_groups(self.declared.levels[level - 1], answer)


def in_groups(groups: Mapping[str, tuple[str, ...]], answer: str) -> str:
    """The names of the groups that hold the answer's codes, each once; a code that no group names stays."""
    group_of = {code: name for name, codes in groups.items() for code in codes}
    return " ".join(sorted({group_of.get(code, code) for code in answer.split()}))


def period(kind: str, quarter: str) -> str:
    """A quarter, or the half-year, year or pair of years that it lies in."""
    day = Quarter.parse(quarter)
    match kind:
        case "half_year":
            return f"{day.year}-H{(day.number + 1) // 2}"
        case "year":
            return str(day.year)
        case "two_years":
            first = day.year - (day.year - _EPOCH) % 2
            return f"{first}-{first + 1}"
    return quarter
