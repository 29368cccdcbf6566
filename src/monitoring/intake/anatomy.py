"""Where the parts of a workbook lie in its zip: sheets, styles, shared texts. Reads no cell.

Standard library only; runs in the limited child.
"""

import re
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from posixpath import split as split_path
from xml.etree import ElementTree
from zipfile import ZipFile

from monitoring.intake import limits
from monitoring.intake.preflight import Refused, open_zip, read_whole, too_large

_USUAL_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet: its name as people see it, and the part of the zip that holds its cells."""

    name: str
    path: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Where the parts of a workbook lie. `warnings` are codes of what else the file brings."""

    sheets: tuple[SheetPart, ...]
    styles: str | None
    strings: str | None
    counts_from_1904: bool
    warnings: tuple[str, ...] = ()


NO_ANATOMY = Anatomy((), None, None, counts_from_1904=False)
"""Of a table of text."""


def open_workbook(content: bytes) -> tuple[ZipFile, Anatomy]:
    """The zip and its anatomy. Raises Refused for whatever is no .xlsx workbook, or not a harmless one."""
    archive, warnings = open_zip(content)
    path = _workbook_part(archive)
    book = _parse(archive, path)
    relations = _relations(archive, path)
    by_kind = dict(relations.values())
    properties = next((each for each in book.iter() if _local(each.tag) == "workbookPr"), None)
    return archive, Anatomy(
        sheets=tuple(_sheets(book, relations)),
        styles=by_kind.get("styles"),
        strings=by_kind.get("sharedStrings"),
        counts_from_1904=properties is not None and properties.get("date1904", "0") in ("1", "true", "on"),
        warnings=warnings,
    )


def _sheets(book: ElementTree.Element, relations: dict[str, tuple[str, str]]) -> list[SheetPart]:
    """The sheets with cells. A sheet of charts has none; one whose part cannot be found might, so it is refused."""
    listed = [each for each in book.iter() if _local(each.tag) == "sheet"]
    if len(listed) > limits.MAX_SHEETS:
        raise too_large()
    sheets = []
    for each in listed:
        kind, path = relations.get(_attribute(each, "id"), ("", ""))
        if not kind:
            raise Refused("unreadable_workbook")
        if kind == "worksheet":
            sheets.append(SheetPart(each.get("name", ""), path, each.get("state", "visible") != "visible"))
    if len({sheet.path for sheet in sheets}) < len(sheets):
        raise Refused("unreadable_workbook")
    return sheets


def _workbook_part(archive: ZipFile) -> str:
    """Nearly always xl/workbook.xml; Excel on the web has been seen to number it."""
    if _USUAL_WORKBOOK in archive.namelist():
        return _USUAL_WORKBOOK
    found = dict(_relations(archive, "").values()).get("officeDocument")
    if found is None or found not in archive.namelist():
        raise Refused("not_a_workbook")
    return found


def _relations(archive: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Relation id -> (last word of its type, path in the zip), of one part or, for "", of the whole."""
    folder, name = split_path(part)
    found = {}
    for each in _parse(archive, join(folder, "_rels", f"{name}.rels")).iter():
        if _local(each.tag) == "Relationship" and each.get("TargetMode") != "External":
            path = normpath(join("/", dirname(part), each.get("Target", ""))).lstrip("/")
            found[each.get("Id", "")] = (each.get("Type", "").rpartition("/")[2], path)
    return found


def _parse(archive: ZipFile, path: str) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(read_whole(archive, path))  # noqa: S314  # DTDs are refused before
    except (ElementTree.ParseError, ValueError) as mistake:
        raise Refused("unreadable_workbook") from mistake


def _local(tag: str) -> str:
    return re.sub(r"^\{.*\}", "", tag)


def _attribute(element: ElementTree.Element, local_name: str) -> str:
    """An attribute in whatever namespace: r:id has another in strict workbooks."""
    return next((value for name, value in element.attrib.items() if name.endswith("}" + local_name)), "")
