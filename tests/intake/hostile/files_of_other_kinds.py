"""Files that are no .xlsx workbook, or bring along what no workbook needs."""

from zip_parts import CONTENT_TYPES, parts_of, with_parts, with_type, without, zipped

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
ODS = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<office/>", "META-INF/x": b""}
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINK = (
    b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<externalBook><sheetNames><sheetName val="x"/></sheetNames></externalBook></externalLink>'
)
DDE = LINK.replace(b"externalBook>", b"ddeLink>").replace(
    b"<ddeLink>", b'<ddeLink ddeService="cmd" ddeTopic="/c calc">'
)


def password_in_the_zip(book: bytes) -> bytes:
    """The flag that a part is encrypted, in the list at the end of the zip."""
    changed = bytearray(book)
    at = changed.find(b"PK\x01\x02")
    changed[at + 8] |= 1
    return bytes(changed)


def packed_oddly(book: bytes) -> bytes:
    """A way of packing that spreadsheet programs never use (LZMA), in the list at the end of the zip."""
    changed = bytearray(book)
    at = changed.find(b"PK\x01\x02")
    changed[at + 10] = 14
    return bytes(changed)


CASES = [
    ("an empty file", ["not_a_workbook"], lambda _: b""),
    ("a web page", ["not_a_workbook"], lambda _: b"<html><table><tr><td>MD-0001</td></tr></table></html>"),
    ("noise", ["not_a_workbook"], lambda _: bytes(range(256)) * 20),
    ("half of a workbook", ["not_a_workbook"], lambda book: book[: len(book) // 2]),
    ("a text document", ["not_a_workbook"], lambda _: zipped({CONTENT_TYPES: b"<Types/>", "word/document.xml": b""})),
    ("a program with a zip behind it", ["not_a_workbook"], lambda book: b"#!/bin/sh\n" + book),
    ("no list of contents", ["not_a_workbook"], lambda book: without(book, CONTENT_TYPES)),
    ("no list of sheets", ["not_a_workbook"], lambda book: without(book, "xl/workbook.xml")),
    (".xls", ["old_excel_file"], lambda _: OLE + bytes(2_000)),
    (
        ".xlsb",
        ["binary_workbook"],
        lambda book: zipped(
            {name.replace("workbook.xml", "workbook.bin"): part for name, part in parts_of(book).items()}
        ),
    ),
    (".ods", ["open_document"], lambda _: zipped(ODS)),
    ("behind a password", ["password_protected"], lambda _: OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le")),
    ("a password on the zip", ["password_protected"], password_in_the_zip),
    ("packed in another way", ["unreadable_workbook"], packed_oddly),
    ("macros", ["macros"], lambda book: with_parts(book, {"xl/vbaProject.bin": b"x"})),
    (
        "macros under another name",
        ["macros"],
        lambda book: with_type(book, "xl/theme/theme2.bin", b"application/vnd.ms-office.vbaProject"),
    ),
    ("macros of Excel 4", ["macros"], lambda book: with_parts(book, {"xl/macrosheets/sheet1.xml": b"<x/>"})),
    ("an embedded file", ["embedded_files"], lambda book: with_parts(book, {"xl/embeddings/oleObject1.bin": b"x"})),
    ("a control", ["embedded_files"], lambda book: with_parts(book, {"xl/activeX/activeX1.xml": b"<x/>"})),
    ("a DDE link", ["program_link"], lambda book: with_parts(book, {"xl/externalLinks/externalLink1.xml": DDE})),
    (
        "links to other workbooks",
        ["external_links"],
        lambda book: with_parts(book, {"xl/externalLinks/externalLink1.xml": LINK}),
    ),
    (
        "a data connection",
        ["data_connections"],
        lambda book: with_parts(book, {"xl/connections.xml": b"<connections/>"}),
    ),
    (
        "the office's logo",
        [],
        lambda book: with_parts(book, {"xl/media/image1.png": b"\x89PNG", "xl/drawings/drawing1.xml": b"<x/>"}),
    ),
    (
        "comments, properties, custom XML",
        [],
        lambda book: with_parts(
            book,
            {
                "xl/comments1.xml": b"<comments><comment ref='A2'><text><t>Zzqx</t></text></comment></comments>",
                "docProps/core.xml": b"<p><creator>Zzqx</creator></p>",
                "customXml/item1.xml": b"<x>Zzqx</x>",
            },
        ),
    ),
]
