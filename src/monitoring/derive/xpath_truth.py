"""Truth with three values, in XPath, which has two: each condition is written as when it is true and when it is false.

What is neither is unknown, as a missing answer is. Knows no question and reads no SQL.
"""

from dataclasses import dataclass

TRUE = "true()"
FALSE = "false()"


@dataclass(frozen=True, slots=True)
class Truth:
    """XPath of when a condition is true, and of when it is false; unknown is neither."""

    true: str
    false: str

    @property
    def unknown(self) -> str:
        return opposite(either(self.true, self.false))


@dataclass(frozen=True, slots=True)
class Value:
    """XPath of a value, and of when there is none. Days are counted as numbers, so that they can be added up."""

    text: str
    kind: str  # text, number, day
    missing: str = FALSE

    @property
    def known(self) -> str:
        return opposite(self.missing)


def both(*conditions: str) -> str:
    """All of them."""
    wanted = dict.fromkeys(each for each in conditions if each != TRUE)
    return FALSE if FALSE in wanted else " and ".join(wanted) or TRUE


def either(*conditions: str) -> str:
    """Any of them, in brackets where there are several."""
    wanted = dict.fromkeys(each for each in conditions if each != FALSE)
    if TRUE in wanted:
        return TRUE
    return f"({' or '.join(wanted)})" if len(wanted) > 1 else next(iter(wanted), FALSE)


def opposite(condition: str) -> str:
    return {TRUE: FALSE, FALSE: TRUE}.get(
        condition
    ) or f"not({condition.removeprefix('(').removesuffix(')') if _whole(condition) else condition})"


def _whole(condition: str) -> bool:
    """Whether one pair of brackets holds all of it."""
    depth = 0
    for at, letter in enumerate(condition):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return condition[0] == "(" and at == len(condition) - 1
    return False


def and_(left: Truth, right: Truth) -> Truth:
    return Truth(both(left.true, right.true), either(left.false, right.false))


def or_(left: Truth, right: Truth) -> Truth:
    return Truth(either(left.true, right.true), both(left.false, right.false))


def not_(condition: Truth) -> Truth:
    return Truth(condition.false, condition.true)


def first_known(first: Truth, second: Truth) -> Truth:
    """The second where the first is unknown."""
    return Truth(
        either(first.true, both(first.unknown, second.true)), either(first.false, both(first.unknown, second.false))
    )


def choose(condition: Truth, yes: Truth, no: Truth) -> Truth:
    """One where the condition is true, the other everywhere else, also where it is unknown."""
    otherwise = opposite(condition.true)
    return Truth(
        either(both(condition.true, yes.true), both(otherwise, no.true)),
        either(both(condition.true, yes.false), both(otherwise, no.false)),
    )
