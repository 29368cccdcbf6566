"""A file that cannot be read safely is refused in one sentence, whatever it does to the child that reads it."""

import zipfile
from io import BytesIO

import pytest
from office_workbooks import checked, good, told, written

from monitoring.domain.verdict import Verdict
from monitoring.intake import limits
from monitoring.intake.preflight import Refused
from monitoring.intake.workbook import read_workbook

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


@pytest.fixture(scope="module")
def workbook(catalogue):
    return written(good(catalogue))


def rebuilt(workbook: bytes, *, without: str = "", **more: bytes) -> bytes:
    """The workbook's zip with parts left out, replaced or added; `__` in a name stands for a dot, `_s_` for a slash."""
    added = {name.replace("_s_", "/").replace("__", "."): content for name, content in more.items()}
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != without and name not in added:
                new.writestr(name, old.read(name))
        for name, content in added.items():
            new.writestr(name, content)
    return out.getvalue()


def sheet_of(rows: bytes) -> bytes:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return b'<worksheet xmlns="' + space + b'"><sheetData>' + rows + b"</sheetData></worksheet>"


def with_first_sheet(workbook: bytes, xml: bytes) -> bytes:
    return rebuilt(workbook, xl_s_worksheets_s_sheet1__xml=xml)


FAR_CELLS = (
    b'<row r="1"><c r="A1" t="str"><v>x</v></c></row><row r="900000"><c r="XFD900000" t="str"><v>x</v></c></row>'
)
FILES = [
    ("not_a_workbook", lambda _: b""),
    ("not_a_workbook", lambda _: b"survivor_id,round\nMD-0001,0\n"),
    ("not_a_workbook", lambda book: book[: len(book) // 2]),
    ("not_a_workbook", lambda book: rebuilt(book, without="[Content_Types].xml")),
    ("not_a_workbook", lambda book: rebuilt(book, without="xl/workbook.xml")),
    ("old_excel_file", lambda _: OLE + bytes(2_000)),
    ("old_excel_file", lambda book: rebuilt(book, xl_s_workbook__bin=b"")),
    ("password_protected", lambda _: OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)),
    ("macros", lambda book: rebuilt(book, xl_s_vbaProject__bin=b"x")),
    ("too_large", lambda _: b"PK\x03\x04" + bytes(limits.MAX_FILE_BYTES)),
    ("too_large", lambda book: rebuilt(book, xl_s_media_s_zeros__bin=bytes(limits.UNSUSPICIOUS_BYTES + limits.MB))),
    ("unreadable_workbook", lambda book: rebuilt(book, xl_s_workbook__xml=b"<workbook><sheets>")),
    ("unreadable_workbook", lambda book: rebuilt(book, without="xl/worksheets/sheet1.xml")),
    ("unreadable_workbook", lambda book: with_first_sheet(book, sheet_of(b'<row r="1"><c r="A1"'))),
    ("unreadable_workbook", lambda book: with_first_sheet(book, b"<!DOCTYPE x []>" + sheet_of(b""))),
    ("unreadable_workbook", lambda book: with_first_sheet(book, sheet_of(FAR_CELLS))),
]  # fmt: skip


@pytest.mark.parametrize(("code", "spoil"), FILES, ids=[f"{at}-{case[0]}" for at, case in enumerate(FILES)])
def test_the_file_is_refused(catalogue, workbook, code, spoil):
    refused = checked(catalogue, spoil(workbook))

    assert (refused.verdict, told(refused)) == (Verdict.REFUSED, [(code, None, None)])
    assert (refused.sheets, refused.tables, refused.cells) == ((), {}, {})


def test_a_child_that_takes_too_long_is_ended(monkeypatch, workbook):
    monkeypatch.setattr(limits, "PATIENCE_SECONDS", 0.001)

    with pytest.raises(Refused, match="unreadable_workbook"):
        read_workbook(workbook)


def test_a_zip_that_lies_about_its_sizes_is_not_believed(catalogue, workbook):
    lying = bytearray(workbook)
    at = lying.rfind(b"xl/worksheets/sheet1.xml") - 46  # the part's entry in the list at the end
    lying[at + 24 : at + 28] = (10).to_bytes(4, "little")

    assert told(checked(catalogue, bytes(lying))) == [("unreadable_workbook", None, None)]
