"""Columns of texts rewritten: other texts, or several columns with one list of texts. Each text is kept once."""

from collections.abc import Iterable, Sequence

import polars as pl

from monitoring.intake.workbook import TextColumn


def rewritten(column: TextColumn, texts: Sequence[str]) -> TextColumn:
    """The column with other texts in the place of its own, one for one; some may have become the same."""
    kept, shifted = together([TextColumn(texts, column.at)])
    return TextColumn(kept, shifted.to_series())


def together(columns: Sequence[TextColumn]) -> tuple[list[str], pl.DataFrame]:
    """The different texts of all columns, and for each column which of them stands in each row (UInt32)."""
    numbers: dict[str, int] = {}
    found = {}
    for at, column in enumerate(columns):
        each = [numbers.setdefault(text, len(numbers)) for text in column.texts]
        found[str(at)] = pl.Series([*each, None], dtype=pl.UInt32).gather(column.at)
    return list(numbers), pl.DataFrame(found)


def is_one_of(numbers: pl.Series, among: Iterable[int]) -> pl.Series:
    """Of each whole number whether it is among others."""
    return numbers.is_in(pl.Series(list(among), dtype=numbers.dtype).implode())
