"""Mistakes as they are found: many rows at once, one mistake a cell. They become Problems at the very end."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

import polars as pl

from monitoring.domain.form import Form
from monitoring.domain.problem import Level
from monitoring.intake.limits import MAX_ROW
from monitoring.intake.questions_in_words import facts_of, label_of


@dataclass(frozen=True, slots=True)
class Finding:
    """The rows (positions in the table, from 0) in which one column has one mistake. `facts` come from declarations."""

    code: str
    column: str
    rows: tuple[int, ...]
    level: Level
    facts: tuple[tuple[str, str], ...] = ()
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet among several of one form: its name, its rows in the table, and where its questions stand."""

    sheet: str
    rows: int
    columns: Mapping[str, str]


@dataclass(slots=True)
class SheetUnderCheck:
    """One sheet's typed table, and what was found in it so far.

    `table` has every question of the form, `missing_answers` and `sheet_row`. `letters` gives the sheet's column of
    each question that is there. `cells` are the same rows as text. `language` is the one that sentences will be in.
    """

    sheet: str
    form: Form
    table: pl.DataFrame
    cells: pl.DataFrame
    letters: Mapping[str, str]
    language: str = "en"
    elsewhere: Mapping[str, Callable[[int], tuple[str, str]]] = field(default_factory=dict)
    """From a row to the sheet and cell of its answer, for questions that have several columns or another sheet's."""
    parts: tuple[Part, ...] = ()
    """Of a form that stands on several sheets: each of them, in order."""
    findings: list[Finding] = field(default_factory=list)
    kept_back: list[tuple[str, str, tuple[int, ...]]] = field(default_factory=list)
    """Warnings of how a cell was read, to be told at the end: whatever else is wrong with the cell goes before."""
    _told: dict[str, set[int]] = field(default_factory=dict)
    _spoilt: dict[str, set[int]] = field(default_factory=dict)

    def found(
        self,
        code: str,
        column: str,
        rows: Iterable[int],
        *,
        level: Level = Level.ERROR,
        suggestion: str | None = None,
        **facts: str,
    ) -> None:
        """Notes a mistake of a column. A cell that has one already is left out: one bad cell is one problem."""
        told = self._told.setdefault(column, set())
        new = tuple(row for row in rows if row not in told)
        if not new:
            return
        told.update(new)
        if level is Level.ERROR:
            self._spoilt.setdefault(column, set()).update(new)
        question = self.form.question(column)
        said = facts_of(question, self.language) | facts if question else facts
        if question and suggestion:
            said |= label_of(question, suggestion, self.language)
        self.findings.append(Finding(code, column, new, level, tuple(said.items()), suggestion))

    def place_of(self, column: str, row: int) -> tuple[str, str]:
        """The sheet and the cell of a row's answer. A column that the sheet does not have: the row's first."""
        if column in self.elsewhere:
            return self.elsewhere[column](row)
        letters = self.letters.get(column) or next(iter(self.letters.values()))
        return self.sheet, f"{letters}{self.table['sheet_row'][row]}"

    def place_of_row(self, number: int) -> tuple[str, int]:
        """The sheet of a `sheet_row`, and the row there: those of a second sheet are counted on from the last row."""
        part, row = divmod(number - 1, MAX_ROW)
        return (self.parts[part].sheet if self.parts else self.sheet), row + 1

    def row_in_words(self, number: int) -> str:
        """The row, with its sheet where there are several."""
        sheet, row = self.place_of_row(number)
        return f"{row} ({sheet})" if self.parts else str(row)

    def take_over(self, other: "SheetUnderCheck", start: int) -> None:
        """Notes what was found of another sheet, whose rows begin at this position of the table."""

        def here(rows: Iterable[int]) -> tuple[int, ...]:
            return tuple(start + row for row in rows)

        self.findings += [replace(each, rows=here(each.rows)) for each in other.findings]
        self.kept_back += [(code, column, here(rows)) for code, column, rows in other.kept_back]
        for mine, theirs in ((self._told, other._told), (self._spoilt, other._spoilt)):
            for column, rows in theirs.items():
                mine.setdefault(column, set()).update(here(rows))

    def tell_kept_back(self) -> None:
        """Notes the warnings kept back, of cells that have no problem by now."""
        for code, column, rows in self.kept_back:
            self.found(code, column, rows, level=Level.WARNING)
        self.kept_back.clear()

    def silence(self, column: str, rows: Iterable[int]) -> None:
        """Cells that an error elsewhere has made unreadable: they get no problem of their own."""
        cells = set(rows)
        self._told.setdefault(column, set()).update(cells)
        self._spoilt.setdefault(column, set()).update(cells)

    def spoilt(self, columns: Iterable[str]) -> set[int]:
        """Rows in which any of the columns has an error. No rule is tried on what could not be read."""
        return set().union(*(self._spoilt.get(column, ()) for column in columns))

    @property
    def own_columns(self) -> dict[str, str]:
        """Question to letters, where it has one column of its own."""
        return {name: letters for name, letters in self.letters.items() if name not in self.elsewhere}

    @property
    def rows_with_errors(self) -> set[int]:
        return self.spoilt(self._spoilt)

    def without_spoilt(self, columns: Iterable[str]) -> pl.DataFrame:
        """The table with null for every cell of the columns that has an error."""
        emptied = [
            self.table[column].set(pl.Series(range(self.table.height)).is_in(sorted(rows)), None)
            for column in columns
            if (rows := self._spoilt.get(column))
        ]
        return self.table.with_columns(emptied)
