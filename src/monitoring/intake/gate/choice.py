"""What an office chooses when its workbook carries identifiers, and what can be chosen. Light: screens import it."""

from dataclasses import dataclass
from enum import StrEnum

from monitoring.domain.problem import Problem

LEAVES_OUT = frozenset({"identifying_column", "identifying_sheet", "identifying_sheet_name", "identifying_note"})
"""Codes of what nobody declared: the office may go on without it."""

IN_ANSWERS = "identifying_answer"
"""The code of what stands in a column of ours. It keeps the workbook out until it is mended, or answered as follows."""

SAID_HARMLESS = "said_to_tell_nobody"
"""The code of a cell that looks like an identifier and, as the office says with its reason, is none: a warning."""

WITHOUT_QUESTION = "left_out_question"
"""The code of a column of ours that the office chose to hand in without: a warning."""


class Way(StrEnum):
    """What an office may say of a find in a column of ours, where mending the file is not all that is left."""

    SAY = "say"  # "these codes tell nobody, because": of codes that only look like something
    DROP = "drop"  # hand in without the column: of questions that need no answer


@dataclass(frozen=True, slots=True)
class GateChoice:
    """Nothing chosen: whatever is found keeps the whole workbook out.

    `leave_out`: go on without what nobody declared. `without`: (form, question) of columns of ours that stay behind.
    `harmless`: forms whose codes (in whatever sheet) tell nobody, as the office says.
    """

    leave_out: bool = False
    without: frozenset[tuple[str, str]] = frozenset()
    harmless: frozenset[str] = frozenset()


REFUSE = GateChoice()
"""The choice until somebody chooses."""


@dataclass(frozen=True, slots=True)
class Find:
    """Where in our questions something was found, and what may be said of it."""

    form: str
    question: str
    codes_of: str  # the form whose codes stand there; that of the question itself where they are none
    ways: frozenset[Way]


_FACT = "may_be_answered"


def as_fact(found: Find) -> tuple[str, str]:
    """A find among the facts of its Problem: its place in the declarations, and no word of the file."""
    return (_FACT, " ".join((found.form, found.question, found.codes_of, *sorted(found.ways))))


def find_of(problem: Problem) -> Find | None:
    """None for whatever stands in no question of ours."""
    fact = dict(problem.facts).get(_FACT)
    if fact is None:
        return None
    form, question, codes_of, *ways = fact.split()
    return Find(form, question, codes_of, frozenset(map(Way, ways)))
