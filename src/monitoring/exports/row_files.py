"""Files that rows are written to, some at a time: CSV, Parquet and a workbook. Text stays text in each of them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import polars

from monitoring.domain.refusal import Refusal
from monitoring.exports.harmless_text import harmless_frame
from monitoring.exports.variables import Variable

SHEET_ROWS = 1_048_576
"""As many rows as a sheet of a workbook has, its heading with them."""

_AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class RowFile(Protocol):
    """Takes rows until it is closed."""

    def add(self, rows: polars.DataFrame) -> None: ...

    def close(self) -> None: ...


class CsvFile:
    """UTF-8, commas, nothing for no answer."""

    def __init__(self, path: Path, columns: Sequence[Variable]) -> None:
        self._file = path.open("wb")
        self._headed = False

    def add(self, rows: polars.DataFrame) -> None:
        harmless_frame(rows).write_csv(self._file, include_header=not self._headed)
        self._headed = True

    def close(self) -> None:
        self._file.close()


class ParquetFile:
    """One row group for each batch, compressed."""

    def __init__(self, path: Path, columns: Sequence[Variable]) -> None:
        self._path = path
        self._writer: Any = None

    def add(self, rows: polars.DataFrame) -> None:
        import pyarrow.parquet as parquet  # half a second, and of no use to whoever only asks

        table = rows.to_arrow(compat_level=polars.CompatLevel.oldest())
        if self._writer is None:
            self._writer = parquet.ParquetWriter(self._path, table.schema, compression="zstd", compression_level=1)
        self._writer.write_table(table)

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()


class WorkbookFile:
    """The rows on the first sheet from A1, what the columns mean on the second."""

    def __init__(self, path: Path, columns: Sequence[Variable]) -> None:
        import xlsxwriter

        self._book = xlsxwriter.Workbook(path, {"constant_memory": True, **_AS_TEXT})
        self._columns = columns
        self._bold = self._book.add_format({"bold": True, "bg_color": "#F6F4EF", "bottom": 1})
        self._sheet = self._book.add_worksheet("rows")
        self._sheet.freeze_panes(1, 1)
        for at, each in enumerate(columns):
            self._sheet.set_column(at, at, max(10, min(28, len(each.name) + 2)))
            self._sheet.write_string(0, at, each.name, self._bold)
        self._at = 1

    def add(self, rows: polars.DataFrame) -> None:
        """Raises Refusal where a sheet holds no more."""
        if self._at + len(rows) > SHEET_ROWS:
            raise Refusal("export_too_long_for_sheet", rows=SHEET_ROWS - 1)
        writers = [self._writer_of(kind) for kind in rows.dtypes]
        for row in rows.iter_rows():
            for column, (write, value) in enumerate(zip(writers, row, strict=True)):
                if value is not None:
                    write(self._at, column, value)
            self._at += 1

    def close(self) -> None:
        sheet = self._book.add_worksheet("variables")
        sheet.set_column(0, 3, 34)
        lines = [("name", "label", "kind", "codes"), *map(_line, self._columns)]
        for at, line in enumerate(lines):
            for column, text in enumerate(line):
                sheet.write_string(at, column, text, self._bold if at == 0 else None)
        self._book.close()

    def _writer_of(self, kind: polars.DataType) -> Callable[[int, int, Any], object]:
        if kind == polars.Boolean:
            return self._sheet.write_boolean  # type: ignore[no-any-return]  # xlsxwriter ships no types
        sheet = self._sheet
        return sheet.write_number if kind.is_numeric() else sheet.write_string  # type: ignore[no-any-return]  # no types


def _line(each: Variable) -> tuple[str, str, str, str]:
    codes = "; ".join(f"{code}: {label}" for code, label in each.codes.items())
    return each.name, each.label, each.kind.value, codes[:32_000]


ROW_FILES: Mapping[str, Callable[[Path, Sequence[Variable]], RowFile]] = {
    "csv": CsvFile,
    "parquet": ParquetFile,
    "xlsx": WorkbookFile,
}
"""Format -> what writes it; Stata's and SPSS's stand in `labelled_files`."""
