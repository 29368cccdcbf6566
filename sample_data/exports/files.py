"""Grids of cells as files: .xlsx as Kobo writes them, .csv in any separator and encoding."""

import csv
from collections.abc import Mapping
from datetime import date
from io import StringIO
from pathlib import Path

from workbooks import Workbook, write_cell

from exports.grids import Grid


def write_workbook(path: Path, grids: Mapping[str, Grid], made_on: date) -> None:
    """One sheet a grid."""
    workbook = Workbook(path, made_on)
    for name, grid in grids.items():
        sheet = workbook.sheet(name)
        for at, cells in enumerate(grid):
            for column, cell in enumerate(cells):
                write_cell(sheet, at, column, cell)
    workbook.close()


def as_csv(grid: Grid, *, separator: str = ",", encoding: str = "utf-8", quoted: bool = False) -> bytes:
    """One grid as a table of text. Raises UnicodeEncodeError for letters that the encoding lacks."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    for cells in grid:
        writer.writerow(["" if cell is None else str(cell) for cell in cells])
    return out.getvalue().encode(encoding)
