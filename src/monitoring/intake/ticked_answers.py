"""Answers of several that stand in a column each, ticked or not, become one column as if written there together."""

from collections.abc import Mapping

import polars as pl

from monitoring.intake.characters import fold
from monitoring.intake.workbook import SheetAsRead, TextColumn

_TICKED = ("1", "1.0", "true", "vrai", "yes", "oui")
_LEFT = ("0", "0.0", "false", "faux", "no", "non")


def ticked_together(sheet: SheetAsRead, ticked: Mapping[int, str], spelt: Mapping[str, str]) -> TextColumn:
    """The codes ticked in each row, joined by semicolons.

    A row where nothing is ticked has no answer: a form says "none of these" in so many words. What is neither ticked
    nor left stays as it is written, and is found to be no answer. Some programs tick by the answer's own words:
    `spelt` goes from each way to write an answer to its code.
    """
    parts = [_codes(sheet.columns[at], code, spelt).alias(str(at)) for at, code in ticked.items()]
    joined = pl.select(pl.concat_str(parts, separator=";", ignore_nulls=True)).to_series()
    joined = joined.replace("", None)
    texts = joined.drop_nulls().unique(maintain_order=True).to_list()
    return TextColumn(texts, joined.cast(pl.Enum(texts)).to_physical().cast(pl.UInt32))


def _codes(column: TextColumn, code: str, spelt: Mapping[str, str]) -> pl.Series:
    """Row by row the code where it is ticked, and nothing where it is not."""
    return pl.Series([*(_meaning(text, code, spelt) for text in column.texts), None], dtype=pl.String).gather(column.at)


def _meaning(text: str, code: str, spelt: Mapping[str, str]) -> str | None:
    written = fold(text)
    if written in _TICKED or spelt.get(written) == code:
        return code
    return None if written in _LEFT else text
