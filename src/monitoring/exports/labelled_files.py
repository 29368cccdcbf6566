"""The rows for Stata and SPSS: numbers with labels, as these programs want them. Holds all rows, as small numbers."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars

from monitoring.domain.refusal import Refusal
from monitoring.exports.row_files import RowFile
from monitoring.exports.variables import Variable, VariableKind

MOST_ROWS = 300_000
"""These two files can only be written at once, so their rows have to fit into memory. For more: Parquet or CSV."""

_LABELLED = (VariableKind.CODE, VariableKind.YES_NO)


class LabelledFile:
    """Codes become 1, 2, 3 in the order of their list, yes and no 1 and 0; their words are the numbers' labels."""

    def __init__(self, write: str, path: Path, columns: Sequence[Variable]) -> None:
        self._write, self._path, self._columns = write, path, columns
        self._parts: list[polars.DataFrame] = []
        self._rows = 0

    def add(self, rows: polars.DataFrame) -> None:
        """Raises Refusal where the file would not fit into memory."""
        self._rows += len(rows)
        if self._rows > MOST_ROWS:
            raise Refusal("export_too_long_for_labels", rows=MOST_ROWS)
        self._parts.append(rows.select(_numbered(each) for each in self._columns))

    def close(self) -> None:
        import pyreadstat  # brings in a good deal that nobody else needs

        write: Callable[..., None] = getattr(pyreadstat, self._write)
        write(
            polars.concat(self._parts),
            str(self._path),
            column_labels={each.name: each.label[:80] for each in self._columns},
            variable_value_labels={each.name: _labels(each) for each in self._columns if each.kind in _LABELLED},
        )


def _numbered(column: Variable) -> polars.Expr:
    if column.kind is VariableKind.YES_NO:
        return polars.col(column.name).cast(polars.Int8)
    if column.kind is VariableKind.CODE:
        codes = list(column.codes)
        numbers = list(range(1, len(codes) + 1))
        return polars.col(column.name).replace_strict(codes, numbers, default=None, return_dtype=polars.Int16)
    return polars.col(column.name)


def _labels(column: Variable) -> dict[int | float, str]:
    if column.kind is VariableKind.YES_NO:
        return {1: column.codes["true"], 0: column.codes["false"]}
    return dict(enumerate((label[:120] for label in column.codes.values()), 1))


def _stata(path: Path, columns: Sequence[Variable]) -> RowFile:
    return LabelledFile("write_dta", path, columns)


def _spss(path: Path, columns: Sequence[Variable]) -> RowFile:
    return LabelledFile("write_sav", path, columns)


LABELLED_FILES: Mapping[str, Any] = {"dta": _stata, "sav": _spss}
