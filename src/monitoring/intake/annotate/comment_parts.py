"""Where a sheet's comments lie in the zip, and how the sheet leads to them. The words come from the marks."""

import re
from collections.abc import Collection, Iterator

from monitoring.intake.annotate.boxes import Box, next_block, with_boxes
from monitoring.intake.annotate.comments import commented, with_comments
from monitoring.intake.annotate.marks import Cell, SheetMarks, address
from monitoring.intake.annotate.package import Package, Relation
from monitoring.intake.annotate.sheet_stream import SheetLook
from monitoring.intake.annotate.xml_bytes import Unusual, tags

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"

_BEFORE = frozenset(
    b"sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate"
    b" customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions"
    b" pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors"
    b" smartTags drawing".split()
)
"""What stands before <legacyDrawing> in a worksheet. ECMA-376 part 1, 18.3.1.99."""

_TAG = re.compile(rb"<(/?)([\w:.-]+)(?:[^<>\"']|\"[^<\"]*\"|'[^<']*')*?(/?)>")
_ID = re.compile(rb"\s[\w.-]+:id\s*=\s*[\"']([^\"']+)[\"']")


def conversations(package: Package, sheet: str) -> frozenset[str]:
    """Cells with a threaded comment: the plain comment behind it belongs to that, and Excel would overwrite ours."""
    parts = (package.read(each.path) for each in package.relations(sheet) if each.kind == "threadedComment")
    return frozenset(found.decode() for part in parts for found in re.findall(rb"\sref=\"([A-Z]+[0-9]+)\"", part))


def add_comments(
    package: Package, sheet: str, look: SheetLook, marks: SheetMarks, cells: Collection[Cell], author: str
) -> bytes:
    """Puts our words at these cells; returns the tail of the sheet, which leads to them.

    Raises Unusual before anything is changed, where the parts that are there are not as programs write them.
    """
    relations = package.relations(sheet)
    comments = next((each for each in relations if each.kind == "comments"), None)
    drawing = _drawing(relations, look)
    words = {address(cell): marks.comment(cell) for cell in sorted(cells)}
    old = package.read(comments.path) if comments else None
    said = with_comments(old, words, author)
    taken = commented(old) if old else frozenset()
    boxes = [Box(*cell, len(words[address(cell)])) for cell in sorted(cells) if address(cell) not in taken]
    block = next_block([package.read_as_it_is(path) for path in package.paths if path.endswith(".vml")])
    drawn = with_boxes(package.read_as_it_is(drawing.path) if drawing else None, boxes, look, block)
    at = None if drawing else place_of_legacy_drawing(look)
    _put(package, sheet, "comments", comments, "xl/comments{}.xml", said, _COMMENTS)
    id_ = _put(package, sheet, "vmlDrawing", drawing, "xl/drawings/vmlDrawing{}.vml", drawn, _DRAWING)
    if at is None:
        return look.tail
    leads = b'<%blegacyDrawing xmlns:r="%b" r:id="%b"/>' % (look.prefix, RELATIONS.encode(), id_.encode())
    return look.tail[:at] + leads + look.tail[at:]


def _put(
    package: Package, sheet: str, kind: str, there: Relation | None, pattern: str, content: bytes, declared_as: str
) -> str:
    """Replaces the part, or adds it; returns the id by which the sheet knows it."""
    if there:
        package.replace(there.path, content)
        return there.id
    path = package.free_path(pattern)
    package.add(path, content, declared_as)
    return package.relate(sheet, f"{RELATIONS}/{kind}", path)


def _drawing(relations: Collection[Relation], look: SheetLook) -> Relation | None:
    """The drawing of comments that the sheet names; a header's picture is a drawing of the same kind, and not it."""
    tag = next(tags(look.tail, look.prefix + b"legacyDrawing"), None)
    if tag is None:
        return None
    id_ = _ID.search(tag[0])
    found = next((each for each in relations if id_ and each.id == id_[1].decode()), None)
    if found is None:
        raise Unusual
    return found


def place_of_legacy_drawing(look: SheetLook) -> int:
    """Where in the tail <legacyDrawing> belongs."""
    return max(end for name, end in _children(look) if name in _BEFORE)


def _children(look: SheetLook) -> Iterator[tuple[bytes, int]]:
    """The names and ends of the worksheet's elements from its rows on."""
    depth = 1
    for tag in _TAG.finditer(look.tail):
        is_end, name, is_empty = tag.groups()
        depth += 0 if is_empty else (-1 if is_end else 1)
        if depth == 0 and (is_end or is_empty):
            yield name.removeprefix(look.prefix), tag.end()
        if depth < 0:
            return
    raise Unusual
