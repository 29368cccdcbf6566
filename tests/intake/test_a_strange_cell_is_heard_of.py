"""One cell that is no answer, anywhere in a hand-in of any dialect or in a table of text: kept, or told of."""

import csv
from io import BytesIO, StringIO

import pytest
from dialect_samples import DIALECTS, as_csv, grids, six_people, written_in
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from office_workbooks import checked, saved
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from test_every_cell_is_accounted_for import is_told

STRANGE = "Zz9q"
QUIETLY = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate]
)
TABLES = sorted(name for name, switches in DIALECTS.items() if not switches.repeats)


@pytest.fixture(scope="module")
def sheets(catalogue):
    return six_people(catalogue)


@pytest.fixture(scope="module")
def samples(catalogue, sheets, tmp_path_factory):
    """Dialect -> the hand-in as a workbook; each is written once."""
    folder, made = tmp_path_factory.mktemp("strange"), {}

    def sample(name):
        if name not in made:
            made[name] = written_in(catalogue, sheets, DIALECTS[name], folder)
        return made[name]

    return sample


def is_kept(found):
    return any(STRANGE in column.to_list() for table in found.cells.values() for column in table)


@QUIETLY
@given(
    dialect=st.sampled_from(sorted(DIALECTS)),
    sheet=st.integers(0, 20),
    row=st.integers(1, 12),
    column=st.integers(1, 60),
)
def test_in_a_workbook_of_any_dialect(catalogue, samples, dialect, sheet, row, column):
    book = load_workbook(BytesIO(samples(dialect)))
    chosen = book.worksheets[sheet % len(book.worksheets)]
    chosen.cell(row, column, STRANGE)
    content = saved(book)
    found = checked(catalogue, content, country="MD")

    assert is_kept(found) or is_told((chosen.title, row, column), found, content), found.problems


@QUIETLY
@given(
    dialect=st.sampled_from(TABLES),
    row=st.integers(0, 12),
    column=st.integers(0, 60),
    separator=st.sampled_from(",;\t|"),
)
def test_in_a_table_of_text(catalogue, sheets, dialect, row, column, separator):
    switches = DIALECTS[dialect]
    grid = grids(catalogue, sheets, switches)[switches.sheet_name(catalogue.forms["follow_ups"])]
    rows = list(csv.reader(StringIO(as_csv(grid, separator=separator, encoding="utf-8").decode()), delimiter=separator))
    row = min(row, len(rows) - 1)
    rows[row] += [""] * (column + 1 - len(rows[row]))
    rows[row][column] = STRANGE
    out = StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    content = out.getvalue().encode()
    found = checked(catalogue, content, file="follow_ups.csv", country="MD")
    name = found.sheets[0].sheet if found.sheets else "follow_ups"

    assert is_kept(found) or is_told((name, row + 1, column + 1), found, content), get_column_letter(column + 1)
