"""What the doctor says: one finding a thing looked at, with how bad it is and the facts of its sentence."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """`note` is worth knowing, `warn` is to be seen to, `bad` now."""

    OK = "ok"
    NOTE = "note"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """`check` and `outcome` name the sentence: keeping.doctor.CHECK.OUTCOME. It says what to do where something is."""

    check: str
    state: State
    outcome: str = "ok"
    facts: dict[str, Any] = field(default_factory=dict)


def fine(check: str, **facts: Any) -> Finding:
    return Finding(check, State.OK, facts=facts)


def bad(check: str, outcome: str, **facts: Any) -> Finding:
    return Finding(check, State.BAD, outcome, facts)


def warn(check: str, outcome: str, **facts: Any) -> Finding:
    return Finding(check, State.WARN, outcome, facts)


def note(check: str, outcome: str, **facts: Any) -> Finding:
    return Finding(check, State.NOTE, outcome, facts)


def is_well(findings: Iterable[Finding]) -> bool:
    """Whether nothing has to be seen to."""
    return all(each.state in (State.OK, State.NOTE) for each in findings)
