"""One cell that is no answer, anywhere in a hand-in of any dialect or in a table of text: kept, or told of."""

import csv
from io import BytesIO, StringIO

import pytest
from dialect_samples import DIALECTS, as_csv, grids, six_people, written_in
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from office_workbooks import checked, saved
from openpyxl import load_workbook
from test_every_cell_is_accounted_for import is_told

STRANGE = "Zz9q"
QUIETLY = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],  # each example is a real workbook, written and read
    phases=[Phase.generate],
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


@pytest.fixture(scope="module")
def table(catalogue, sheets):
    """table("odk", ";"): the rows of the follow-ups as a program writes them between such separators."""

    def rows(dialect, separator):
        switches = DIALECTS[dialect]
        grid = grids(catalogue, sheets, switches)[switches.sheet_name(catalogue.forms["follow_ups"])]
        text = as_csv(grid, separator=separator, encoding="utf-8").decode()
        return list(csv.reader(StringIO(text), delimiter=separator))

    return rows


@pytest.fixture(scope="module")
def check(catalogue):
    """check(content, file): as of Moldova. The catalogue stays out of what hypothesis would have to write down."""
    return lambda content, file: checked(catalogue, content, file=file, country="MD")


def beside_headings(dialect, row):
    """The row, or one below where the sheet has its headings there: names, labels and tags, one of which is enough."""
    switches = DIALECTS[dialect]
    first = switches.titles + 1
    last = first + switches.second_headings + switches.tags
    return row if not first <= row <= last else last + row


def is_heard_of(place, found, content):
    """Told at the cell or its column, or at another column of its row: a question may stand in several."""
    sheet, row, _ = place
    in_row = any(each.sheet == sheet and each.row == row for each in found.problems)
    return in_row or is_told(place, found, content)


def is_kept(found):
    return any(STRANGE in column.to_list() for table in found.cells.values() for column in table)


@QUIETLY
@given(
    dialect=st.sampled_from(sorted(DIALECTS)),
    sheet=st.integers(0, 20),
    row=st.integers(1, 12),
    column=st.integers(1, 60),
)
def test_in_a_workbook_of_any_dialect(check, samples, dialect, sheet, row, column):
    book = load_workbook(BytesIO(samples(dialect)))
    chosen = book.worksheets[sheet % len(book.worksheets)]
    row = beside_headings(dialect, row)
    chosen.cell(row, column, STRANGE)
    content = saved(book)
    found = check(content, "office.xlsx")

    assert is_kept(found) or is_heard_of((chosen.title, row, column), found, content), found.problems


@QUIETLY
@given(
    dialect=st.sampled_from(TABLES),
    row=st.integers(1, 12),
    column=st.integers(1, 60),
    separator=st.sampled_from(",;\t|"),
)
def test_in_a_table_of_text(check, table, dialect, row, column, separator):
    rows = table(dialect, separator)
    row = min(beside_headings(dialect, row), len(rows))
    rows[row - 1] += [""] * (column - len(rows[row - 1]))
    rows[row - 1][column - 1] = STRANGE
    out = StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    content = out.getvalue().encode()
    found = check(content, "follow_ups.csv")
    name = found.sheets[0].sheet if found.sheets else "follow_ups"

    assert is_kept(found) or is_heard_of((name, row, column), found, content), found.problems[:5]
