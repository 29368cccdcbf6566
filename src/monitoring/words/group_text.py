"""What is said of many problems of one cause: once what holds for all of them, then what differs, with its cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.domain.problem import Problem
from monitoring.words.problem_text import meant, message, remedy


@dataclass(frozen=True, slots=True)
class Told:
    """`says` and `fix` hold for all, or are empty where they differ. `apart`: what is said of some cells only."""

    says: str
    fix: str
    apart: tuple[tuple[str, tuple[str, ...]], ...]


def told(problems: Sequence[Problem], language: str | None = None) -> Told:
    """Problems of one cause, at least one. Cells of which nothing more is to be said stand first, beside no words."""
    messages, remedies = ([say(each, language) for each in problems] for say in (message, remedy))
    same_message, same_remedy = len(set(messages)) == 1, len(set(remedies)) == 1
    apart: dict[str, list[str]] = {}
    for each, says, fix in zip(problems, messages, remedies, strict=True):
        own = ["" if same_message else says, "" if same_remedy else fix, meant(each, language)]
        apart.setdefault(" ".join(filter(None, own)), []).extend([each.cell] if each.cell else [])
    return Told(
        says=messages[0] if same_message else "",
        fix=remedies[0] if same_remedy else "",
        apart=tuple((words, tuple(cells)) for words, cells in sorted(apart.items(), key=lambda pair: bool(pair[0]))),
    )
