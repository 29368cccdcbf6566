"""Takes a workbook's zip apart and puts it together again, with whatever a hostile hand would change."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

SHEET = "xl/worksheets/sheet1.xml"
"""The first sheet: survivors."""

CONTENT_TYPES = "[Content_Types].xml"
SPACE = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def parts_of(workbook: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_parts(workbook: bytes, more: Mapping[str, bytes]) -> bytes:
    return zipped({**parts_of(workbook), **more})


def without(workbook: bytes, *names: str) -> bytes:
    return zipped({name: content for name, content in parts_of(workbook).items() if name not in names})


def replaced(workbook: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Every `old` in a part becomes `new`. Raises AssertionError where there is none, lest a case show nothing."""
    parts = parts_of(workbook)
    assert old in parts[part], f"{part} has no {old!r}"
    return zipped({**parts, part: parts[part].replace(old, new)})


def with_type(workbook: bytes, part: str, content_type: bytes) -> bytes:
    """The workbook with an empty part more, declared as of a content type."""
    entry = b'<Override PartName="/%b" ContentType="%b"/></Types>' % (part.encode(), content_type)
    return with_parts(replaced(workbook, CONTENT_TYPES, b"</Types>", entry), {part: b"x"})


def sheet_of(rows: bytes, *, above: bytes = b"", below: bytes = b"") -> bytes:
    return b'<worksheet xmlns="%b">%b<sheetData>%b</sheetData>%b</worksheet>' % (SPACE, above, rows, below)


def with_sheet(workbook: bytes, rows: bytes, **around: bytes) -> bytes:
    """The first sheet replaced by other rows."""
    return with_parts(workbook, {SHEET: sheet_of(rows, **around)})


def with_rows(workbook: bytes, rows: bytes) -> bytes:
    """More rows below those of the first sheet."""
    return replaced(workbook, SHEET, b"</sheetData>", rows + b"</sheetData>")


def with_cell(workbook: bytes, address: bytes, cell: bytes) -> bytes:
    """A cell of the first sheet replaced."""
    parts = parts_of(workbook)
    found = re.search(rb'<c r="%b"[^>]*?(?:/>|>.*?</c>)' % address, parts[SHEET])
    assert found, f"no cell {address!r}"
    return zipped({**parts, SHEET: parts[SHEET].replace(found[0], cell)})
