"""Patterns in the log that somebody should look at: much looked at, taken out or refused within an hour. No blame."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from monitoring.access.log import Entry

WITHIN = timedelta(hours=1)


class Pattern(StrEnum):
    """What stood out."""

    MANY_VIEWS = "many_views"  # different pages and filters: somebody may be subtracting their way to a person
    MANY_EXPORTS = "many_exports"
    MANY_REFUSALS = "many_refusals"
    MANY_SIGN_INS_REFUSED = "many_sign_ins_refused"


USUAL = {
    Pattern.MANY_VIEWS: 100,
    Pattern.MANY_EXPORTS: 5,
    Pattern.MANY_REFUSALS: 20,
    Pattern.MANY_SIGN_INS_REFUSED: 5,
}
"""Up to so many in an hour nobody is told. Set from what one person can read in an hour, not from what they may."""


@dataclass(frozen=True, slots=True)
class Alert:
    """`count` is the most there were within one hour, which began at `since` (UTC)."""

    who: str
    pattern: Pattern
    count: int
    since: datetime


def unusual(entries: Iterable[Entry]) -> tuple[Alert, ...]:
    """One alert a person and pattern, of their worst hour, the newest first. `entries` are the oldest first."""
    hours: dict[tuple[str, Pattern], _Hour] = {}
    for entry in entries:
        for pattern in _patterns_of(entry):
            hours.setdefault((entry.who, pattern), _Hour()).count(entry)
    found = [
        Alert(who, pattern, hour.most, hour.since)
        for (who, pattern), hour in hours.items()
        if hour.most > USUAL[pattern]
    ]
    return tuple(sorted(found, key=lambda each: (each.since, each.who, each.pattern), reverse=True))


class _Hour:
    """A window that moves along the lines. The same view twice is one view."""

    def __init__(self) -> None:
        self._lines: deque[tuple[datetime, str]] = deque()
        self._different: Counter[str] = Counter()
        self.most, self.since = 0, datetime.min.replace(tzinfo=UTC)

    def count(self, entry: Entry) -> None:
        now = datetime.fromisoformat(entry.at)
        mark = entry.detail if entry.what == "saw" else str(entry.number)
        self._lines.append((now, mark))
        self._different[mark] += 1
        while self._lines[0][0] <= now - WITHIN:
            _, old = self._lines.popleft()
            self._different[old] -= 1
            if not self._different[old]:
                del self._different[old]
        if len(self._different) > self.most:
            self.most, self.since = len(self._different), self._lines[0][0]


def _patterns_of(entry: Entry) -> Iterator[Pattern]:
    if entry.what in ("saw", "reason_seen"):
        yield Pattern.MANY_VIEWS
    elif entry.what.startswith("export_") or entry.what == "file_fetched":
        yield Pattern.MANY_EXPORTS
    elif entry.what in ("refused", "deed_refused"):
        yield Pattern.MANY_REFUSALS
    elif entry.what == "sign_in_refused":
        yield Pattern.MANY_SIGN_INS_REFUSED
