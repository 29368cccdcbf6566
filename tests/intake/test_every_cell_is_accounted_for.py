"""Every cell of a recognised sheet that holds something is kept, reported, a heading, or listed as left out."""

from io import BytesIO

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from office_workbooks import TODAY, good, saved
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

from monitoring.intake.check import CheckedWorkbook, check_workbook

SHEETS = ("survivors", "incidents", "providers")
OF_A_COLUMN = {"unknown_column", "column_without_heading", "duplicate_heading"}
CONTENTS = ("Zz", 7, 45_000.5, True, TODAY, "#REF!", "=1+1", "'=1+1", "<b>&amp;</b>", "-99", "0", "1\n2")
Place = tuple[str, int, int]

strewn = st.lists(
    st.tuples(st.sampled_from(SHEETS), st.integers(1, 30), st.integers(1, 50), st.sampled_from(CONTENTS)), max_size=15
)
layouts = st.fixed_dictionaries({
    "above": st.integers(0, 4), "beside": st.integers(0, 3), "hidden_row": st.integers(1, 30),
    "hidden_column": st.integers(1, 50), "gap": st.booleans(), "merged": st.booleans(), "twice": st.booleans(),
})  # fmt: skip


def built(catalogue, cells, layout) -> tuple[bytes, dict[str, int]]:
    """A workbook whose tables do not begin in A1, with cells strewn over it; and the row of each sheet's headings."""
    book = Workbook()
    book.remove(book.active)
    down, right = layout["above"], layout["beside"]
    for form in SHEETS:
        sheet = book.create_sheet(form)
        rows = good(catalogue)[form]
        names = list(rows[0])
        for at, name in enumerate(names):
            sheet.cell(down + 1, right + at + 1, "provider_id" if layout["twice"] and at == 2 else name)
            for below, row in enumerate(rows):
                sheet.cell(down + 2 + below + (3 if layout["gap"] and below else 0), right + at + 1, row[name])
        sheet.row_dimensions[layout["hidden_row"]].hidden = True
        sheet.column_dimensions[get_column_letter(layout["hidden_column"])].hidden = True
    for form, row, column, content in cells:
        if row != down + 1 or book[form].cell(row, column).value is None:
            cell = book[form].cell(row, column, content)
            cell.data_type = "e" if content == "#REF!" else cell.data_type
    if layout["merged"]:
        book["survivors"].merge_cells(
            start_row=down + 2, end_row=down + 2, start_column=right + 5, end_column=right + 6
        )
    return saved(book), dict.fromkeys(SHEETS, down + 1)


def filled(content: bytes) -> set[Place]:
    """Read by somebody else's program: sheet, row and column of every cell that holds something."""
    book = load_workbook(BytesIO(content))
    return {
        (sheet.title, cell.row, cell.column)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None and str(cell.value).strip()
    }


def kept(found: CheckedWorkbook, content: bytes, headings: dict[str, int]) -> set[Place]:
    """The cells that would be stored, wherever the headings say that their questions stand."""
    book = load_workbook(BytesIO(content))
    places = set()
    for form, cells in found.cells.items():
        sheet = book[form]
        columns: dict[str, int] = {}
        for cell in sheet[headings[form]]:
            columns.setdefault(str(cell.value), cell.column)
        for row in cells.iter_rows(named=True):
            places |= {(form, row["sheet_row"], columns[name]) for name, text in row.items()
                       if name != "sheet_row" and text is not None}  # fmt: skip
    return places


def is_told(place: Place, found: CheckedWorkbook, content: bytes) -> bool:
    """Whether a problem stands at the cell or at the column, or the cell is listed as left out."""
    sheet, row, column = place
    letter = get_column_letter(column)
    for each in (each for each in found.problems if each.sheet == sheet and each.cell):
        if each.cell == f"{letter}{row}" or (each.code in OF_A_COLUMN and each.cell.rstrip("0123456789") == letter):
            return True
    return any(_lies_in(row, column, cells) for each in found.left_out if each.sheet == sheet
               for cells in (each.cells or "A:XFD").split(", "))  # fmt: skip


def _lies_in(row: int, column: int, cells: str) -> bool:
    left, top, right, bottom = range_boundaries(cells)
    return (left or 1) <= column <= (right or 99_999) and (top or 1) <= row <= (bottom or 9_999_999)


@pytest.fixture(scope="module")
def lost(catalogue):
    """lost(cells, layout): the cells of which nobody hears anything."""

    def do(cells, layout):
        content, headings = built(catalogue, cells, layout)
        found = check_workbook(catalogue, content, "office.xlsx", today=TODAY, country="MD")
        assert found.sheets, [each.code for each in found.problems]
        stored = kept(found, content, headings)
        return sorted(
            place
            for place in filled(content) - stored
            if place[1] != headings[place[0]] and not is_told(place, found, content)
        )

    return do


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(cells=strewn, layout=layouts)
def test_no_cell_is_lost_without_a_word(lost, cells, layout):
    assert lost(cells, layout) == []
