"""What is expected of country offices, and when a smaller workbook must be explained. Declared in hand_ins.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from monitoring.domain.form import Words
from monitoring.domain.period import Quarter
from monitoring.domain.submission import Changes


@dataclass(frozen=True, slots=True)
class Rhythm:
    """One hand-in a quarter. It is due `grace_days` after the quarter's end, and taken from some days before it."""

    first: str  # the first quarter that is expected, such as 2026-Q1
    opens_days_before_end: int
    grace_days: int
    shown: int  # how many quarters the grid shows
    why: Words

    def quarter_of(self, day: date) -> Quarter:
        """The quarter that a hand-in of this day is for: the last one that has ended, or is about to."""
        return Quarter.of(day + timedelta(days=self.opens_days_before_end + 1)).before

    def due(self, quarter: Quarter) -> date:
        """The last day on which its hand-in is not late."""
        return quarter.last_day + timedelta(days=self.grace_days)

    def expected(self, today: date) -> tuple[Quarter, ...]:
        """The quarters to look at, the earliest first: up to the one that is running."""
        quarter, first, found = Quarter.of(today), Quarter.parse(self.first), list[Quarter]()
        while quarter >= first and len(found) < self.shown:
            found.append(quarter)
            quarter = quarter.before
        return tuple(reversed(found))


@dataclass(frozen=True, slots=True)
class LargeDrop:
    """From when on missing rows of a form must be explained: more than `percent` of them, and `rows` at least."""

    percent: int
    rows: int
    why: Words

    def is_reached(self, missing: int, before: int) -> bool:
        """Whether so many missing of the rows there were before are too many to pass unsaid."""
        return missing >= self.rows and 100 * missing > self.percent * before


@dataclass(frozen=True, slots=True)
class HandInRules:
    """Both; what is not declared is not asked of anybody."""

    rhythm: Rhythm | None = None
    large_drop: LargeDrop | None = None

    def drops(self, by_form: Mapping[str, Changes]) -> tuple[str, ...]:
        """The forms of which so many rows are missing that it must be said why."""
        if self.large_drop is None:
            return ()
        before = {name: each.changed + each.unchanged + each.missing for name, each in by_form.items()}
        return tuple(name for name, each in by_form.items() if self.large_drop.is_reached(each.missing, before[name]))
