"""The strict check that our copies pass finds what it is to find: each fault planted once."""

import pytest
from offices_files import full_of_things, rebuilt
from ooxml_faults import faults
from taken_back import parts

SHEET, BOOK, TYPES = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml"
COMMENTS, STYLES = "xl/comments1.xml", "xl/styles.xml"

PLANTED = {
    "a part nobody declared": (TYPES, b"/xl/styles.xml", b"/xl/other.xml", "types: xl/other.xml does not exist"),
    "a relation to nothing": ("xl/_rels/workbook.xml.rels", b"theme/theme1.xml", b"gone.xml", "leads nowhere"),
    "two sheets of one name": (BOOK, b"It's &lt;other&gt; &amp; more", b"PEOPLE", "name is taken"),
    "a sheetId twice": (BOOK, b'sheetId="2"', b'sheetId="1"', "a sheetId twice"),
    "a false count": (STYLES, b"<cellXfs count=", b'<cellXfs count="99" was=', "cellXfs counts wrongly"),
    "rows out of order": (SHEET, b'<row r="9"', b'<row r="8"', "row 8 out of order"),
    "cells out of order": (SHEET, b'<c r="B9"', b'<c r="A9"', "A9 out of order"),
    "a style that is not there": (SHEET, b'<c r="B9" s="', b'<c r="B9" s="77', "has no such style"),
    "elements out of order": (SHEET, b"<pageMargins", b"<cols/><pageMargins", "elements out of order"),
    "a comment by nobody": (COMMENTS, b'authorId="0"', b'authorId="7"', "a comment by nobody"),
    "a comment without its box": (COMMENTS, b'ref="A2"', b'ref="A3"', "boxes and comments differ"),
}


def test_the_file_itself_has_none():
    assert faults(full_of_things()) == []


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(name):
    path, old, new, said = PLANTED[name]
    content = full_of_things()
    broken = rebuilt(content, {path: lambda xml: xml.replace(old, new)})

    assert old in parts(content)[path]
    assert any(said in each for each in faults(broken)), faults(broken)
