"""Looks at the zip of a workbook before anything is unzipped: what it is, how large, where its sheets lie.

Standard library only; runs in the limited child. Reads no cell.
"""

import re
from dataclasses import dataclass
from io import BytesIO
from posixpath import join, normpath
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from monitoring.intake import limits

_OLE_SIGNATURE = bytes.fromhex("D0CF11E0A1B11AE1")  # .xls, and any Office file behind a password
_ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "xl/workbook.xml"


class Refused(Exception):
    """The file cannot be read. `code` is a problem's code, `facts` fill its sentence; nothing of the content."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet: its name as people see it, and the part of the zip that holds its cells."""

    name: str
    path: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Where the parts of a workbook lie."""

    sheets: tuple[SheetPart, ...]
    styles: str | None
    strings: str | None
    counts_from_1904: bool


def open_workbook(content: bytes) -> tuple[ZipFile, Anatomy]:
    """The zip and its anatomy. Raises Refused for whatever is no .xlsx workbook, or not a harmless one."""
    if content.startswith(_OLE_SIGNATURE):
        raise Refused("password_protected" if _ENCRYPTED_MARK in content else "old_excel_file")
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, EOFError, NotImplementedError) as mistake:
        raise Refused("not_a_workbook") from mistake
    _look_at_parts(archive, len(content))
    return archive, _anatomy(archive)


def read_whole(archive: ZipFile, path: str) -> bytes:
    """A small XML part, unzipped. Raises Refused if it is large, missing, or brings definitions of its own."""
    try:
        if archive.getinfo(path).file_size > limits.MAX_SMALL_PART_BYTES:
            raise too_large()
        content = archive.read(path)
    except KeyError as mistake:
        raise Refused("unreadable_workbook") from mistake
    refuse_definitions(content)
    return content


def refuse_definitions(xml: bytes) -> None:
    """Spreadsheet programs never write a DTD; whoever does wants the reader to expand entities."""
    if b"<!DOCTYPE" in xml:
        raise Refused("unreadable_workbook")


def too_large() -> Refused:
    """The refusal of a file beyond our limits."""
    return Refused("too_large", megabytes=str(limits.MAX_FILE_BYTES // limits.MB))


def _look_at_parts(archive: ZipFile, size: int) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("password_protected")
    if "xl/workbook.bin" in names:
        raise Refused("old_excel_file")
    if not {"[Content_Types].xml", _WORKBOOK} <= names:
        raise Refused("not_a_workbook")
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        raise Refused("macros")
    unzipped = sum(part.file_size for part in parts)
    suspicious = unzipped > limits.UNSUSPICIOUS_BYTES and unzipped > limits.MAX_RATIO * size
    if len(parts) > limits.MAX_PARTS or unzipped > limits.MAX_UNZIPPED_BYTES or suspicious:
        raise too_large()


def _anatomy(archive: ZipFile) -> Anatomy:
    book = _parse(archive, _WORKBOOK)
    targets = _targets(_parse(archive, "xl/_rels/workbook.xml.rels"))
    paths = {id_: path for id_, (kind, path) in targets.items() if kind == "worksheet"}
    sheets = (each for each in book.iter() if _local(each.tag) == "sheet")
    known = ((each, _attribute(each, "id")) for each in sheets)
    properties = next((each for each in book.iter() if _local(each.tag) == "workbookPr"), None)
    by_kind = dict(targets.values())
    return Anatomy(
        sheets=tuple(
            SheetPart(each.get("name", ""), paths[id_], each.get("state", "visible") != "visible")
            for each, id_ in known
            if id_ in paths
        ),
        styles=by_kind.get("styles"),
        strings=by_kind.get("sharedStrings"),
        counts_from_1904=properties is not None and properties.get("date1904", "0") in ("1", "true"),
    )


def _targets(relations: ElementTree.Element) -> dict[str, tuple[str, str]]:
    """Relation id -> (last word of its type, path in the zip)."""
    found = {}
    for each in relations.iter():
        if _local(each.tag) == "Relationship" and each.get("TargetMode") != "External":
            path = normpath(join("/xl", each.get("Target", ""))).lstrip("/")
            found[each.get("Id", "")] = (each.get("Type", "").rpartition("/")[2], path)
    return found


def _parse(archive: ZipFile, path: str) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(read_whole(archive, path))  # noqa: S314  # DTDs are refused before
    except (ElementTree.ParseError, BadZipFile, EOFError, OSError, ValueError) as mistake:
        raise Refused("unreadable_workbook") from mistake


def _local(tag: str) -> str:
    return re.sub(r"^\{.*\}", "", tag)


def _attribute(element: ElementTree.Element, local_name: str) -> str:
    """An attribute in whatever namespace: r:id has another in strict workbooks."""
    return next((value for name, value in element.attrib.items() if name.endswith("}" + local_name)), "")
