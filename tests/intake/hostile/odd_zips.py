"""Zips and XML made to exhaust, deceive or lead astray whoever opens them."""

import zipfile
from io import BytesIO

from zip_parts import SHEET, SPACE, parts_of, replaced, with_parts, with_sheet, without

from monitoring.intake import limits

BLANKS = 600 * limits.MB
STRINGS = "xl/sharedStrings.xml"
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %b "%b">' % (bytes([98 + at]), (b"&%b;" % bytes([97 + at])) * 10) for at in range(9))
    + b"]>"
)
ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def blanks(book: bytes) -> bytes:
    """A sheet of 600 MB of white space in some hundred kilobytes."""
    parts = parts_of(book)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if name != SHEET:
                archive.writestr(name, content)
        with archive.open(SHEET, "w") as stream:
            for _ in range(BLANKS // limits.MB):
                stream.write(b" " * limits.MB)
    return out.getvalue()


def parts_over_each_other(book: bytes) -> bytes:
    """Two entries of the list at the end that point to the same bytes."""
    changed = bytearray(with_parts(book, {"xl/media/image1.png": b"x" * 5_000, "xl/media/image2.png": b"x" * 5_000}))
    first = changed.rfind(b"PK\x01\x02", 0, changed.rfind(b"xl/media/image1.png"))
    second = changed.rfind(b"PK\x01\x02", 0, changed.rfind(b"xl/media/image2.png"))
    changed[second + 42 : second + 46] = changed[first + 42 : first + 46]
    return bytes(changed)


def two_of_a_name(book: bytes) -> bytes:
    """Which of the two counts depends on the reader."""
    changed = with_parts(book, {"xl/worksheets/sheetX.xml": parts_of(book)[SHEET]})
    return changed.replace(b"xl/worksheets/sheetX.xml", SHEET.encode())


def lying_size(book: bytes) -> bytes:
    lying = bytearray(book)
    at = lying.rfind(SHEET.encode()) - 46  # the part's entry in the list at the end
    lying[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(lying)


def texts(each: bytes, number: int) -> bytes:
    return b'<sst xmlns="%b">' % SPACE + each * number + b"</sst>"


def many_sheets(book: bytes) -> bytes:
    more = b"".join(b'<sheet name="s%d" sheetId="%d" r:id="rId1"/>' % (at, at + 50) for at in range(300))
    return replaced(book, "xl/workbook.xml", b"</sheets>", more + b"</sheets>")


def with_prolog(book: bytes, part: str, prolog: bytes) -> bytes:
    """The part with something before its root."""
    xml = parts_of(book)[part]
    return with_parts(book, {part: prolog + xml[xml.index(b"<", 2) if xml.startswith(b"<?") else 0 :]})


def in_utf_16(book: bytes, part: str) -> bytes:
    return with_parts(book, {part: parts_of(book)[part].decode().replace("UTF-8", "UTF-16").encode("utf-16")})


CASES = [
    ("more than 25 MB", ["too_large"], lambda _: b"PK\x03\x04" + bytes(limits.MAX_FILE_BYTES)),
    ("61 MB of zeros", ["zip_bomb"], lambda book: with_parts(book, {"xl/media/zeros.bin": bytes(61 * limits.MB)})),
    ("600 MB of blanks", ["zip_bomb"], blanks),
    ("parts over each other", ["zip_bomb"], parts_over_each_other),
    ("20,000 parts", ["too_large"], lambda book: with_parts(book, {f"xl/media/{at}.png": b"" for at in range(20_000)})),
    ("300 sheets", ["too_large"], many_sheets),
    (
        "three million empty texts",
        ["too_large"],
        lambda book: with_parts(book, {STRINGS: texts(b"<si><t/></si>", 3_000_000)}),
    ),
    ("a part that lies about its size", ["unreadable_workbook"], lying_size),
    ("two parts of one name", ["unreadable_workbook"], two_of_a_name),
    ("a part outside the folder", ["unreadable_workbook"], lambda book: with_parts(book, {"../../etc/x": b"x"})),
    ("a sheet that is not there", ["unreadable_workbook"], lambda book: without(book, SHEET)),
    (
        "a sheet somewhere else",
        ["unreadable_workbook"],
        lambda book: replaced(
            book,
            "xl/_rels/workbook.xml.rels",
            b'Target="worksheets/sheet1.xml"',
            b'Target="file://server/share" TargetMode="External"',
        ),
    ),
    (
        "a list of sheets cut off",
        ["unreadable_workbook"],
        lambda book: with_parts(book, {"xl/workbook.xml": b"<workbook><sheets>"}),
    ),
    (
        "a billion laughs in the texts",
        ["unreadable_workbook"],
        lambda book: with_parts(book, {STRINGS: LAUGHS + texts(b"<si><t>&i;</t></si>", 1)}),
    ),
    ("a billion laughs in a sheet", ["unreadable_workbook"], lambda book: with_prolog(book, SHEET, LAUGHS)),
    ("a file named as an entity", ["unreadable_workbook"], lambda book: with_prolog(book, "xl/workbook.xml", ENTITY)),
    (
        "an entity in UTF-16",
        ["unreadable_workbook"],
        lambda book: with_parts(book, {STRINGS: (LAUGHS + texts(b"<si><t>&i;</t></si>", 1)).decode().encode("utf-16")}),
    ),
    ("a list of sheets in UTF-16", ["unreadable_workbook"], lambda book: in_utf_16(book, "xl/workbook.xml")),
    (
        "a million nested elements",
        ["unreadable_workbook"],
        lambda book: with_parts(book, {"xl/workbook.xml": b"<a>" * 10**6}),
    ),
    (
        "a comment that ends the rows",
        ["unreadable_workbook"],
        lambda book: with_sheet(book, b'<row r="1"><c r="A1"><v>1</v></c></row><!-- </sheetData> -->'),
    ),
    (
        "a row of 70 MB",
        ["too_large"],
        lambda book: with_sheet(book, b'<row r="1">' + b'<c r="A1"><v>1</v></c>' * (70 * limits.MB // 22) + b"</row>"),
    ),
    (
        "99,999,999,999 texts claimed",
        [],
        lambda book: replaced(book, STRINGS, b"uniqueCount=", b'uniqueCount="99999999999" x='),
    ),
]
