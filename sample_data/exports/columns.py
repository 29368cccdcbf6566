"""The columns of one form in one dialect: their headings, and what each row of the hand-in has in them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from invent.world import Cell, Row

from exports.dialect import Dialect
from monitoring.derive.xlsform import Wishes, survey_of
from monitoring.derive.xlsform_lists import answers_offered
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Missing, Question, QuestionType, Words

REASONS = [str(each) for each in Missing if each is not Missing.UNREADABLE]


@dataclass(frozen=True)
class Column:
    """One column: what stands above it, the HXL tag, and its cell in the row of that number."""

    heading: str
    second: str
    tag: str
    cell: Callable[[int, Row], Cell]


def columns_of(catalogue: Catalogue, form: Form, dialect: Dialect, without: frozenset[str]) -> list[Column]:
    """Every question but those `without`, in the dialect's order."""
    writer = _Writer(catalogue, form, dialect)
    columns = [
        column
        for at, question in enumerate(form.questions)
        if question.name not in without
        for column in writer.columns(at, question)
    ]
    return columns[::-1] if dialect.backwards else columns


class _Writer:
    def __init__(self, catalogue: Catalogue, form: Form, dialect: Dialect) -> None:
        self._dialect = dialect
        self._reasons = catalogue.missing.labels
        self._groups = _groups_of(catalogue, form)

    def columns(self, at: int, question: Question) -> Iterator[Column]:
        dialect = self._dialect
        several = question.type is QuestionType.SEVERAL
        if dialect.several != "ticked" or not several:
            for version in range(2) if dialect.versions and at % 3 == 0 else (None,):
                yield self._whole(question, version)
        if dialect.several != "together" and several:
            yield from self._ticks(question)

    def _whole(self, question: Question, version: int | None) -> Column:
        def cell(number: int, row: Row) -> Cell:
            return self._written(question, row.get(question.name)) if version in (None, number % 2) else None

        return self._column(question, cell, "" if not version else "older version")

    def _ticks(self, question: Question) -> Iterator[Column]:
        labels: dict[str, Words] = (
            {each.code: each.label for each in question.choices.choices} if question.choices else {}
        )
        for code, label in {**labels, **{code: self._reasons[code] for code in REASONS if code not in labels}}.items():
            said = code if self._dialect.headings == "names" else label[self._dialect.language]

            def cell(number: int, row: Row, code: str = code) -> Cell:
                value = row.get(question.name)
                return None if value is None else self._dialect.ticks[code not in str(value).split()]

            yield self._column(question, cell, answer=said)

    def _column(
        self, question: Question, cell: Callable[[int, Row], Cell], group: str = "", answer: str = ""
    ) -> Column:
        names = (question.name, question.label[self._dialect.language])
        name, second = names if self._dialect.headings == "names" else names[::-1]
        parts = [*self._group(question.name), name, answer]
        heading = self._dialect.separator.join(filter(None, [group, *parts]))
        return Column(heading, second if not answer else "", f"#{question.domain or 'meta'}+{question.name}", cell)

    def _group(self, question: str) -> list[str]:
        group = self._groups.get(question)
        if group is None or self._dialect.groups == "none":
            return []
        if self._dialect.groups == "own":
            return ["Our part", "more"]
        return [group[0] if self._dialect.groups == "names" else group[1][self._dialect.language]]

    def _written(self, question: Question, value: Cell) -> Cell:
        """A cell's content: as the program writes it, in names or labels, as text or typed."""
        if value is None:
            return None
        if isinstance(value, bool):
            value = "yes" if value else "no"
        if self._dialect.answers == "labels" and not isinstance(value, date):
            value = self._labelled(question, value)
        elif question.type is QuestionType.SEVERAL:
            value = self._dialect.joined.join(str(value).split())
        return value if self._dialect.typed else value.isoformat() if isinstance(value, date) else str(value)

    def _labelled(self, question: Question, value: str | int) -> str | int:
        labels = {**{code: self._reasons[code] for code in REASONS}, **dict(answers_offered(question))}
        codes = str(value).split(" ") if question.type.takes_many else [str(value)]
        if not all(code in labels for code in codes):
            return value
        return self._dialect.joined.join(labels[code][self._dialect.language] for code in codes)


def _groups_of(catalogue: Catalogue, form: Form) -> dict[str, tuple[str, Words]]:
    """Question -> name and label of its group in our XLSForm."""
    found: dict[str, tuple[str, Words]] = {}
    group: tuple[str, Words] | None = None
    for row in survey_of(catalogue, form, Wishes()).rows:
        if row.type == "begin_group":
            group = (row.name, row.label)
        elif row.type == "end_group":
            group = None
        elif group and row.name:
            found[row.name] = group
    return found
