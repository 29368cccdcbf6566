"""The good workbooks that mutants are made of: as Excel writes them, as openpyxl does, and with all that is unusual."""

import sys
from pathlib import Path

from mutants import Parts, parts_of
from openpyxl import Workbook

sys.path.insert(0, str(Path(__file__).parent.parent / "intake"))
sys.path.insert(0, str(Path(__file__).parent.parent / "intake" / "hostile"))

from office_workbooks import good, written
from plain_workbook import plain_workbook

from monitoring.domain.catalogue import Catalogue

_FEW = ("survivors", "incidents", "providers")


def originals(catalogue: Catalogue) -> list[Parts]:
    few = {form: rows for form, rows in good(catalogue).items() if form in _FEW}
    made = (plain_workbook(catalogue, _FEW), written(few), written(few, change=_unusual))
    return [parts_of(workbook) for workbook in made]


def _unusual(book: Workbook) -> None:
    """Merged cells, formulas, an error value, hidden rows and columns, titles above the headings, a far row."""
    sheet = book["survivors"]
    sheet.insert_rows(1, 2)
    sheet["B1"], sheet["C4"], sheet["D5"], sheet["A300"] = "Title", "=1+1", "#REF!", "x"
    sheet["D5"].data_type = "e"
    sheet.merge_cells("E4:F5")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["G"].hidden = True
    book.create_sheet("chart data").sheet_state = "hidden"
    book.epoch = book.epoch.replace(year=1904, month=1, day=1)
