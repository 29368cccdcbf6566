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
    """One line of the drawing: at return and now, and where it is to go."""

    label: str
    before: Mark
    now: Mark
    direction: str  # in words: "higher than at return"; "" where nothing can be said
    target: float | None = None  # 0 to 100


@dataclass(frozen=True, slots=True)
class BigNumber:
    """One number of the strip below the title, or one step of the way from return to interview."""

    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Table:
    """A title, a heading row, rows as wide as it, and what has to be said below."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """One page. Everything in it is in `language`."""

    language: str
    product: str
    place: str  # "All countries", or one
    title: str
    lead: tuple[str, ...]  # plain sentences below the title
    basis: tuple[tuple[str, str], ...]  # release, as-of day, filters: name and value
    notes: tuple[str, ...]  # withheld, definitions, what it does not show
    file: str  # name without an ending
    numbers: tuple[BigNumber, ...] = ()
    flow_title: str = ""
    flow: tuple[BigNumber, ...] = ()
    outcomes_title: str = ""
    outcomes_head: tuple[str, ...] = ()  # over label, at return, now and direction where they are a table
    outcomes: tuple[Outcome, ...] = ()
    key: str = ""
    tenths_title: str = ""
    tenths: tuple[tuple[int, str], ...] = ()  # so many in ten people, and the sentence that says so
    people: Table | None = None
    targets: Table | None = None
    sections: tuple[tuple[str, tuple[str, ...]], ...] = ()  # heading and sentences
    places: Table | None = None

    @property
    def tables(self) -> tuple[Table, ...]:
        """Those there are, in the order of the page."""
        return tuple(each for each in (self.people, self.targets, self.places) if each is not None)
