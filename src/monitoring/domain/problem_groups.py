"""Problems of one cause in one column, together: people read one sentence and its cells, not a thousand lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from monitoring.domain.problem import Level, Problem


@dataclass(frozen=True, slots=True)
class Group:
    """Problems of one cause in one column. Never empty."""

    problems: tuple[Problem, ...]

    @property
    def first(self) -> Problem:
        return self.problems[0]

    @property
    def cells(self) -> list[str]:
        """The addresses, as far as the problems have one."""
        return [each.cell for each in self.problems if each.cell]


def grouped(problems: Iterable[Problem], level: Level) -> list[Group]:
    """In the order in which causes appear: the worst came first."""
    groups: dict[tuple[str, str | None, str | None], list[Problem]] = {}
    for each in problems:
        if each.level is level:
            groups.setdefault((each.code, each.sheet, each.column), []).append(each)
    return [Group(tuple(found)) for found in groups.values()]
