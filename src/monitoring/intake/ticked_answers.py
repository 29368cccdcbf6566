"""Answers of several that stand in a column each, ticked or not, become one column as if written there together."""

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from monitoring.intake.characters import fold
from monitoring.intake.headings import Headings
from monitoring.intake.workbook import SheetAsRead, TextColumn

_TICKED = ("1", "1.0", "true", "vrai", "yes", "oui")
_LEFT = ("0", "0.0", "false", "faux", "no", "non")


def with_answers_together(sheet: SheetAsRead, headings: Headings) -> SheetAsRead:
    """The sheet with each such question's first column holding the codes ticked in the row, joined by semicolons.

    A row where nothing is ticked has no answer: a form says "none of these" in so many words. What is neither ticked
    nor left stays as it is written, and is found to be no answer.
    """
    columns = list(sheet.columns)
    for ticked in headings.ticked.values():
        columns[min(ticked)] = _together(sheet, ticked)
    return replace(sheet, columns=tuple(columns)) if headings.ticked else sheet


def _together(sheet: SheetAsRead, ticked: Mapping[int, str]) -> TextColumn:
    parts = [_codes(sheet.columns[at], code).alias(str(at)) for at, code in ticked.items()]
    joined = pl.select(pl.concat_str(parts, separator=";", ignore_nulls=True)).to_series()
    joined = joined.replace("", None)
    texts = joined.drop_nulls().unique(maintain_order=True).to_list()
    return TextColumn(texts, joined.cast(pl.Enum(texts)).to_physical().cast(pl.UInt32))


def _codes(column: TextColumn, code: str) -> pl.Series:
    """Row by row the code where it is ticked, and nothing where it is not."""
    meaning = [code if fold(text) in _TICKED else None if fold(text) in _LEFT else text for text in column.texts]
    return pl.Series([*meaning, None], dtype=pl.String).gather(column.at)
