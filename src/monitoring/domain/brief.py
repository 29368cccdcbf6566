"""What a brief says, in words and numbers that may leave the house: the same for a page, a PDF and a Word document.

Holds published figures only; a withheld one has no number at all.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure as it is drawn: a share of 0 to 100. `withheld`: it exists and is not shown; None: not collected."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    people: int | None = None
    withheld: bool = False
    text: str = ""  # as it is written: "68 %", "[c]"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of the drawing: at return and now."""

    label: str
    before: Mark
    now: Mark
    direction: str  # in words: "higher than at return"; "" where nothing can be said


@dataclass(frozen=True, slots=True)
class BigNumber:
    """One number of the strip below the title."""

    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Brief:
    """One page. Everything in it is in `language`."""

    language: str
    product: str
    place: str  # "All countries", or one
    title: str
    lead: tuple[str, ...]  # plain sentences below the title
    numbers: tuple[BigNumber, ...]
    outcomes_title: str
    outcomes: tuple[Outcome, ...]
    key: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]  # heading and sentences
    table_title: str
    table: tuple[tuple[str, ...], ...]  # the first row is its heading; none: no table
    basis: tuple[tuple[str, str], ...]  # release, as-of day, filters: name and value
    notes: tuple[str, ...]  # withheld, definitions, what it does not show
    file: str  # name without an ending
