"""Each problem is marked in its own cell, in words and by a colour; where that cannot be, the copy says so."""

import pytest
from offices_files import full_of_things, opened, problem, rebuilt, saved, template
from ooxml_faults import faults
from openpyxl import Workbook as NewWorkbook
from taken_back import parts

from monitoring.domain.problem import Level, Problem
from monitoring.intake.annotate.annotate import CannotAnnotate, annotate, why_not
from monitoring.intake.annotate.marks import Fate

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def plain():
    """Two columns and three rows, as openpyxl writes them."""
    book = NewWorkbook()
    book.active.title = "survivors"
    for row in (["survivor_id", "gender"], ["MD-1", "x"], ["MD-2", None]):
        book.active.append(row)
    return saved(book)


def sheet_of(copy, sheet="survivors"):
    return opened(copy.content)[sheet]


def fates(copy):
    return [each.fate for each in copy.not_marked]


def links_of(copy):
    cells = (cell for row in sheet_of(copy, "Problems").iter_rows() for cell in row)
    return [cell.hyperlink.location for cell in cells if cell.hyperlink]


def listed(copy):
    return [[cell.value for cell in row] for row in sheet_of(copy, copy.sheet).iter_rows(min_row=5)]


def test_a_mark_is_a_colour_and_a_comment_in_words_and_the_value_stays(plain):
    copy = annotate(plain, [problem("survivors", "B2")])
    cell = sheet_of(copy)["B2"]

    assert (cell.value, cell.fill.fgColor.rgb, fates(copy)) == ("x", "FFFFD8B1", [])
    assert cell.comment.text == (
        "Life after return:\nTo fix. “Gender” is blank, and is needed in every row.\n"
        "Fill it in, or take the row out and hand it in later."
    )
    assert cell.comment.author == "Life after return"


def test_the_list_says_the_same_and_leads_to_the_cell(plain):
    copy = annotate(plain, [problem("survivors", "B2"), problem("survivors", "A3", level=Level.WARNING)])
    first, second = listed(copy)
    links = links_of(copy)

    assert first[:3] == ["survivors", "B2", "To fix"]
    assert second[:3] == ["survivors", "A3", "To look at twice"]
    assert first[3:] == [
        "“Gender” is blank, and is needed in every row.",
        "Fill it in, or take the row out and hand it in later.",
        "Yes",
    ]
    assert links == ["'survivors'!B2", "'survivors'!A3"]


def test_errors_and_warnings_differ_in_words_and_in_colour(plain):
    sheet = sheet_of(annotate(plain, [problem("survivors", "A2", level=Level.WARNING), problem("survivors", "B2")]))

    assert sheet["A2"].comment.text.splitlines()[1].startswith("To look at twice. ")
    assert sheet["A2"].fill.fgColor.rgb == "FFD3E6F6"


def test_two_problems_of_one_cell_share_its_comment_and_the_worse_gives_the_colour(plain):
    both = [problem("survivors", "B2", level=Level.WARNING, label="One"), problem("survivors", "B2", label="Two")]
    cell = sheet_of(annotate(plain, both))["B2"]

    assert cell.fill.fgColor.rgb == "FFFFD8B1"
    assert cell.comment.text.index("“One”") < cell.comment.text.index("“Two”")


def test_blank_cells_and_rows_that_are_not_there_are_put_in_their_place(plain):
    copy = annotate(plain, [problem("survivors", cell) for cell in ("B3", "A7", "AB2", "C7")])
    sheet = sheet_of(copy)

    assert faults(copy.content) == []
    assert all(sheet[cell].fill.fgColor.rgb == "FFFFD8B1" for cell in ("B3", "A7", "AB2", "C7"))
    assert all(sheet[cell].value is None for cell in ("B3", "A7", "AB2", "C7"))


def test_a_marked_cell_keeps_everything_else_of_its_looks():
    copy = annotate(full_of_things(), [problem("People", cell) for cell in ("B3", "D4", "D6")])
    sheet = sheet_of(copy, "People")

    assert (sheet["B3"].number_format, sheet["B3"].border.left.style) == ("yyyy-mm-dd", "thin")
    assert (sheet["D4"].number_format, sheet["D4"].font.italic) == ("@", True)  # a blank cell: its column's looks
    assert sheet["D6"].font.bold  # its row's


def test_a_colleagues_comment_is_kept_and_ours_stands_below_it():
    copy = annotate(full_of_things(), [problem("People", "A2")])
    text = sheet_of(copy, "People")["A2"].comment.text

    assert text.startswith("a colleague's <note>\n\nLife after return:\nTo fix. ")
    assert faults(copy.content) == []


def test_a_cell_inside_a_merged_range_is_marked_in_the_first_and_the_list_says_where():
    copy = annotate(full_of_things(), [problem("People", "B43")])

    assert fates(copy) == [Fate.MERGED]
    assert listed(copy)[0][5] == "In A42, the first of the merged cells."
    assert sheet_of(copy, "People")["A42"].comment


def test_what_is_of_no_cell_is_listed_and_said_not_to_be_marked(plain):
    problems = [
        Problem("missing_column", sheet="survivors", column="gender", facts=(("label", "Gender"),)),
        Problem("no_country"),
        problem("survivors", "XFE1"),
        problem("elsewhere", "A1"),
    ]
    copy = annotate(plain, problems)

    assert fates(copy) == [Fate.NO_CELL, Fate.NO_CELL, Fate.NO_SUCH_CELL, Fate.NO_SUCH_CELL]
    assert [row[1] for row in listed(copy)] == ["the sheet", "", "XFE1", "A1"]
    assert links_of(copy) == ["'survivors'!A1"]
    assert faults(copy.content) == []


def test_the_list_never_takes_a_name_that_a_sheet_has(plain):
    book = opened(plain)
    book.create_sheet("PROBLEMS")
    book.create_sheet("Problems (2)")

    assert annotate(saved(book), [problem("survivors", "B2")]).sheet == "Problems (3)"


def test_the_copy_speaks_french_where_its_sentences_are_there(plain):
    copy = annotate(plain, [problem("survivors", "B2")], "fr")

    assert copy.sheet == "Problèmes"
    assert sheet_of(copy, "Problèmes")["A1"].value.startswith("Problèmes de ce classeur")
    assert "À corriger. " in sheet_of(copy)["B2"].comment.text


def test_thousands_of_marks_have_a_box_each(plain):
    copy = annotate(plain, [problem("survivors", f"C{row}") for row in range(2, 1302)])

    assert faults(copy.content) == []
    assert sum(1 for row in sheet_of(copy).iter_rows() for cell in row if cell.comment) == 1300


CONVERSATION = b'<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">%b'
RELATION = (
    b'<Relationship Id="rIdT" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"'
    b' Target="../threadedComments/threadedComment1.xml"/></Relationships>'
)


def test_a_conversation_in_a_cell_is_left_to_those_who_hold_it():
    threads = CONVERSATION % b'<threadedComment ref="A2" id="{1}"><text>x</text></threadedComment></ThreadedComments>'
    content = rebuilt(
        full_of_things(),
        {
            "xl/worksheets/_rels/sheet1.xml.rels": lambda xml: xml.replace(b"</Relationships>", RELATION),
            "xl/threadedComments/threadedComment1.xml": threads,
        },
    )
    copy = annotate(content, [problem("People", "A2"), problem("People", "A3")])
    sheet = sheet_of(copy, "People")

    assert fates(copy) == [Fate.CONVERSATION]
    assert (sheet["A2"].comment.text, sheet["A2"].fill.fgColor.rgb) == ("a colleague's <note>", "FFFFD8B1")
    assert sheet["A3"].comment


def test_a_workbook_of_the_strict_kind_gets_colours_and_the_list(plain):
    def strict(xml):
        for usual, other in (
            (
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            ),
            (
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            ),
        ):
            xml = xml.replace(usual, other)
        return xml

    content = rebuilt(plain, dict.fromkeys(parts(plain), strict))
    copy = annotate(content, [problem("survivors", "B2")])

    assert fates(copy) == [Fate.NO_COMMENTS]
    assert faults(copy.content) == []
    assert b"schemas.openxmlformats.org/spreadsheetml" not in b"".join(parts(copy.content).values())


def test_a_signed_workbook_is_left_as_it_is(plain):
    content = rebuilt(plain, {"_xmlsignatures/sig1.xml": b"<Signature/>"})

    assert why_not(content) == "annotate_signed"
    with pytest.raises(CannotAnnotate):
        annotate(content, [problem("survivors", "B2")])


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param(lambda xml: xml.replace(b"<sheetData>", b"<!-- a note --><sheetData>"), id="a comment in its XML"),
        pytest.param(lambda xml: xml.replace(b'<row r="3"', b'<row r="1"'), id="rows out of order"),
        pytest.param(lambda xml: xml.replace(b'r="B2"', b'r="A1"'), id="cells out of order"),
        pytest.param(lambda xml: xml.replace(b"</sheetData>", b""), id="no end of its rows"),
    ],
)
def test_a_sheet_written_oddly_is_left_alone_and_the_others_are_marked(plain, odd):
    book = opened(plain)
    book.create_sheet("providers").append(["provider_id"])
    content = rebuilt(saved(book), {SHEET: odd})
    copy = annotate(content, [problem("survivors", "B2"), problem("providers", "A1")])

    assert fates(copy) == [Fate.UNUSUAL]
    assert parts(copy.content)[SHEET] == parts(content)[SHEET]
    assert opened_one(copy, "xl/worksheets/sheet2.xml").count(b"legacyDrawing") == 1


def opened_one(copy, path):
    return parts(copy.content)[path]


def test_a_workbook_whose_list_of_styles_is_odd_is_not_marked(plain):
    content = rebuilt(plain, {"xl/styles.xml": lambda xml: xml.replace(b"cellXfs", b"otherXfs")})

    assert why_not(content) == "annotate_unusual"
    with pytest.raises(CannotAnnotate):
        annotate(content, [problem("survivors", "B2")])


def test_a_workbook_without_a_list_of_styles_gets_one(plain):
    def without(xml):
        kept = [each for each in xml.split(b"<") if b"styles" not in each]
        return b"<".join(kept)

    content = rebuilt(
        plain,
        {
            "[Content_Types].xml": without,
            "xl/_rels/workbook.xml.rels": without,
            "xl/styles.xml": None,
        },
    )
    copy = annotate(content, [problem("survivors", "B2")])

    assert sheet_of(copy)["B2"].fill.fgColor.rgb == "FFFFD8B1"
    assert faults(copy.content) == []


def test_names_with_a_prefix_and_cells_without_addresses_are_understood(plain):
    rows = (
        b'<x:row><x:c t="str"><x:v>survivor_id</x:v></x:c><x:c/></x:row>'
        b'<x:row><x:c/><x:c t="str"><x:v>x</x:v></x:c></x:row>'
    )
    sheet = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        + rows
        + b"</x:sheetData></x:worksheet>"
    )
    copy = annotate(rebuilt(plain, {SHEET: sheet}), [problem("survivors", cell) for cell in ("B2", "A1", "C1", "A4")])
    found = sheet_of(copy)

    assert (found["B2"].value, found["A1"].value) == ("x", "survivor_id")
    assert all(found[cell].comment and found[cell].fill.fgColor.rgb == "FFFFD8B1" for cell in ("B2", "A1", "C1", "A4"))
    assert faults(copy.content) == []


def test_without_a_problem_the_workbook_comes_back_as_it_was(plain):
    copy = annotate(plain, [])

    assert (copy.content, copy.sheet, copy.not_marked) == (plain, None, ())


def test_no_sentence_lets_a_sheets_name_become_more_than_text(catalogue):
    book = opened(template(catalogue))
    book.worksheets[1].title = "=1+1 & <b>'it'"
    copy = annotate(saved(book), [problem("=1+1 & <b>'it'", "A3")])
    cell = sheet_of(copy, "Problems")["A5"]

    assert (cell.value, cell.data_type) == ("=1+1 & <b>'it'", "s")
    assert faults(copy.content) == []


@pytest.mark.parametrize(
    ("path", "hostile"),
    [
        pytest.param(SHEET, b"<worksheet><sheetData>" + b'<row r="1"><c r="A1" ' * 100_000, id="cells left open"),
        pytest.param(SHEET, b'<worksheet><sheetData><row r="%b">' % (b"9" * 5000), id="a number without end"),
        pytest.param("xl/styles.xml", b"<styleSheet><fills>" + b"<fill>" * 300_000, id="fills left open"),
        pytest.param("xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook/>', id="definitions of its own"),
    ],
)
def test_what_is_built_to_keep_us_busy_is_left_alone_at_once(plain, path, hostile):
    content = rebuilt(plain, {path: hostile})
    try:
        copy = annotate(content, [problem("survivors", "B2")])
    except CannotAnnotate:
        assert why_not(content)
    else:
        assert fates(copy) == [Fate.UNUSUAL]
        assert parts(copy.content)[path] == hostile


def test_a_drawing_of_comments_is_patched_whatever_numbers_it_holds():
    hostile = {"xl/drawings/vmlDrawing1.vml": lambda xml: xml.replace(b'data="1"', b'data="%b"' % (b"9" * 5000))}
    copy = annotate(rebuilt(full_of_things(), hostile), [problem("People", "A4")])

    assert sheet_of(copy, "People")["A4"].comment
