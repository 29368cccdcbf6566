"""Columns that are computed from a row: how they are declared. Computes nothing and holds no answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Take(StrEnum):
    """What a row takes from those rows of another form that fit it."""

    ANY = "any"  # whether there is one
    COUNT = "count"
    FIRST = "first"  # the smallest value of a column
    LAST = "last"  # the largest


@dataclass(frozen=True, slots=True)
class Derived:
    """A column computed from a row, in exactly one of four ways: see `declarations/references.py`.

    `expression`: one expression. `mean_of`: the mean of scored answers or of other computed columns, 0 to 1; missing
    where fewer than `answered_share` of the applicable ones are answered. `answered_of`: the share answered, of the
    questions put to "survivor", "worker" or "file". `from_form`: what another form's rows about the same person
    say: of those rows `where` holds for (its columns are written `services__started_on`), `take` of `column`.
    """

    name: str
    label: Mapping[str, str]
    expression: str | None = None
    mean_of: tuple[str, ...] = ()
    answered_share: float = 0.8
    answered_of: str | None = None
    from_form: str | None = None
    where: str = "true"
    take: Take = Take.ANY
    column: str | None = None
    only_if: str | None = None  # where this is not true, there is no value

    @property
    def expressions(self) -> tuple[str, ...]:
        """Every expression that the column is computed with."""
        return tuple(filter(None, (self.expression, self.where if self.from_form else None, self.only_if)))
