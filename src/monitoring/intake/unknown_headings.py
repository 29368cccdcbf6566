"""Headings that nobody knows, for the desk to ask about: what each may mean, the likeliest first.

The heading itself stands here for the screen of whoever handed it over; no problem, log or list repeats it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from monitoring.domain.catalogue import MissingWords
from monitoring.intake.addresses import letters
from monitoring.intake.cells import meanings_of
from monitoring.intake.heading_proposals import proposals
from monitoring.intake.sheets import KnownSheet
from monitoring.intake.vocabulary import heading_key
from monitoring.intake.workbook import TextColumn


@dataclass(frozen=True, slots=True)
class UnknownHeading:
    """One column that is not recognised and holds something. `likely` and `others` are questions of its form."""

    sheet: str
    form: str
    letters: str
    heading: str
    likely: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def key(self) -> str:
        """The heading, folded: what an answer is kept under."""
        return heading_key(self.heading)


def unknown_headings(sheets: Iterable[KnownSheet], missing: MissingWords) -> tuple[UnknownHeading, ...]:
    """All of a workbook, in its order. Questions that have a column already are not proposed."""
    return tuple(each for known in sheets for each in _of_sheet(known, missing))


def _of_sheet(known: KnownSheet, missing: MissingWords) -> Iterator[UnknownHeading]:
    headings, meanings = known.headings, meanings_of(missing)
    open_ones = [each for each in known.form.questions if each.name not in headings.columns]
    for at in headings.unknown:
        text, column = headings.words[at], known.sheet.columns[at]
        below = column.at.slice(headings.data_from).drop_nulls().unique()
        if len(below):
            texts = TextColumn([column.texts[which] for which in below.head(200)], below)
            likely = tuple(each.question for each in proposals(text, texts, open_ones, meanings))
            others = tuple(each.name for each in open_ones if each.name not in likely)
            yield UnknownHeading(known.sheet.name, known.form.name, letters(at), text, likely, others)
