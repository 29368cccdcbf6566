"""What handing in would change, as somebody looked at it. Holds counts, never an answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.domain.submission import Changes, Standing, Submission


@dataclass(frozen=True, slots=True)
class Preview:
    """What handing in would change by form, true as long as the country's history stands as it did.

    `same_file`: the newest hand-in of these very bytes that still stands. `drops`: forms of which so many rows are
    missing that it must be said why.
    """

    standing: Standing
    by_form: Mapping[str, Changes]
    same_file: Submission | None
    drops: tuple[str, ...]

    @property
    def changes(self) -> Changes:
        return sum(self.by_form.values(), Changes())

    @property
    def is_again(self) -> bool:
        """Whether these very bytes were handed in before, and nothing has changed their answers since."""
        return self.same_file is not None and not self.changes.new and not self.changes.changed
