"""Rows as no program would think of them: marks land where they should, and all else stays as it was."""

from io import BytesIO
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st
from taken_back import taken_back

from monitoring.intake.addresses import letters
from monitoring.intake.annotate.rows import patched_sheet
from monitoring.intake.annotate.sheet_stream import look_through

ROWS, COLUMNS = st.integers(1, 9), st.integers(0, 30)
MARKED = 100
"""What a mark adds to the number of a style."""


@st.composite
def sheets(draw):
    """(XML, style of each cell that is there). Some rows and cells say where they stand, some follow the one before."""
    styles, rows, last = {}, b"", 0
    for row in sorted(draw(st.sets(ROWS, max_size=6))):
        cells, before = b"", -1
        for column in sorted(draw(st.sets(COLUMNS, max_size=5))):
            styles[row, column] = draw(st.integers(0, 9))
            says = b' r="%b%d"' % (letters(column).encode(), row)
            address = b"" if column == before + 1 and draw(st.booleans()) else says
            style = b' s="%d"' % styles[row, column] if styles[row, column] or draw(st.booleans()) else b""
            cells += b"<c%b%b%b" % (
                address,
                style,
                draw(st.sampled_from([b"/>", b"><v>7</v></c>", b' t="s"><v>1</v></c>'])),
            )
            before = column
        number = b"" if row == last + 1 and draw(st.booleans()) else b' r="%d"' % row
        empty = not cells and draw(st.booleans())
        rows += b"<row%b/>" % number if empty else b"<row%b>%b</row>" % (number, cells)
        last = row
    head = b'<worksheet><cols><col min="1" max="3" style="5"/></cols><sheetData>'
    return head + rows + b"</sheetData><pageMargins/></worksheet>", styles


def read(xml):
    """(row, column) -> (style, value), counted by another reader than ours."""
    found, row = {}, 0
    for each in ElementTree.fromstring(xml).iter("row"):
        row, column = int(each.get("r") or row + 1), -1
        for cell in each:
            named = (cell.get("r") or "").rstrip("0123456789")
            column = next(at for at in range(99) if letters(at) == named) if named else column + 1
            assert (row, column) not in found
            found[row, column] = (int(cell.get("s", 0)), cell.findtext("v"))
    return found


@settings(deadline=None)
@given(sheets(), st.sets(st.tuples(ROWS, COLUMNS), min_size=1, max_size=8))
def test_marks_land_where_they_should(sheet, places):
    xml, styles = sheet
    marks = {}
    for row, column in places:
        marks.setdefault(row, {})[column] = lambda style: style + MARKED
    look = look_through(BytesIO(xml), places)
    patched = b"".join(patched_sheet(BytesIO(xml), look, marks, look.tail, {}))
    before, after = read(xml), read(patched)

    assert after.keys() == before.keys() | places
    for place, (style, value) in after.items():
        old = styles.get(place, 5 if place[1] < 3 else 0)
        assert (style, value) == (old + MARKED * (place in places), before.get(place, (0, None))[1])
    assert taken_back(xml, patched)[0] == xml
