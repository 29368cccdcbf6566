"""How one row of headings is heard: whose export it is, what divides its groups, what an office said of its words.

Decides nothing about columns and reads no answers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form
from monitoring.domain.heading_answers import NOTHING_SAID, HeadingAnswers
from monitoring.intake.dialects import column_of_central, is_export
from monitoring.intake.form_words import form_words, reasons
from monitoring.intake.vocabulary import ALWAYS, FormWords, Keys, Meant, Vocabulary, heading_key
from monitoring.intake.workbook import SheetAsRead

ROWS_SEARCHED = 15
"""Headings are looked for in so many rows from the top: titles and notes may stand above them."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """One row of headings, heard for one form."""

    vocabulary: Vocabulary
    separators: frozenset[str] = ALWAYS
    is_export: bool = False
    of_central: int | None = None  # the column that is ODK Central's own although it is called like a question
    said: Mapping[str, str | None] = field(default_factory=dict)  # by heading, of this form

    def meant(self, text: str | None) -> Meant | None:
        """What a heading means; what the office said of it counts before what we would guess."""
        if text and self.said and (key := heading_key(text)) in self.said:
            question = self.said[key]
            return Meant(question, by_name=True) if question in self.vocabulary.form.names else None
        return self.vocabulary.meaning(text, self.separators)

    def is_left_out(self, text: str) -> bool:
        return bool(self.said) and self.said.get(heading_key(text), "") is None

    def is_own(self, text: str) -> bool:
        return self.vocabulary.is_own(text, self.separators)


@dataclass(frozen=True, slots=True)
class Row:
    """One of a sheet's first rows as text, and what shows from it alone, whatever the form."""

    texts: Sequence[str | None]
    is_export: bool
    is_grouped: bool

    @property
    def filled(self) -> list[str]:
        return [text for text in self.texts if text]


def top_rows(sheet: SheetAsRead) -> list[list[str | None]]:
    """The first rows of the sheet as text."""
    columns = [column.top(ROWS_SEARCHED) for column in sheet.columns]
    return [list(row) for row in zip(*columns, strict=True)]


class Listener:
    """Hears the sheets of one workbook. Holds what the forms' words are, and what the office said of others."""

    def __init__(self, catalogue: Catalogue, said: HeadingAnswers = NOTHING_SAID) -> None:
        self.catalogue = catalogue
        self._said = {
            name: {heading: question for (form, heading), question in said.items() if form == name}
            for name in catalogue.forms
        }
        self._keys = Keys()
        self._words = FormWords(reasons=reasons(catalogue.missing))
        self._plain: dict[str, Vocabulary] = {}
        self._grouped: dict[str, Vocabulary] = {}

    def top(self, sheet: SheetAsRead) -> list[Row]:
        """The sheet's first rows."""
        return [Row(texts, is_export(texts), Vocabulary.looks_grouped(texts)) for texts in top_rows(sheet)]

    def hear(self, row: Row, form: Form) -> Hearing:
        """The row as headings of the form."""
        if not row.is_export and not row.is_grouped:
            return Hearing(self._plain_words(form), said=self._said[form.name])
        if form.name not in self._grouped:
            self._grouped[form.name] = Vocabulary(form, form_words(self.catalogue, form), self._keys)
        vocabulary = self._grouped[form.name]
        return Hearing(
            vocabulary=vocabulary,
            separators=vocabulary.separators_in(row.filled) if row.is_export else ALWAYS,
            is_export=row.is_export,
            of_central=column_of_central(row.texts) if row.is_export else None,
            said=self._said[form.name],
        )

    def _plain_words(self, form: Form) -> Vocabulary:
        if form.name not in self._plain:
            self._plain[form.name] = Vocabulary(form, self._words, self._keys)
        return self._plain[form.name]
