"""The drawing in which Excel keeps the boxes of comments (VML): where each opens and how large. Holds no words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.intake.annotate.sheet_stream import SheetLook
from monitoring.intake.annotate.xml_bytes import Unusual

SHAPES_A_BLOCK = 1024
"""Excel gives each sheet blocks of so many numbers for its shapes, and names the blocks in the drawing's head."""

_WIDTH, _HEIGHT_OF_LINE, _LETTERS_A_LINE = 320, 15, 46
_LAST_COLUMN, _LAST_ROW = 16_383, 1_048_575

_NAMESPACES = (
    b'xmlns:v="urn:schemas-microsoft-com:vml"',
    b'xmlns:o="urn:schemas-microsoft-com:office:office"',
    b'xmlns:x="urn:schemas-microsoft-com:office:excel"',
)
_NONE = (
    b"<xml "
    + b" ".join(_NAMESPACES)
    + b">"
    + (b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%b"/></o:shapelayout></xml>')
)
_KIND = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BOX = (
    b'<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;'
    b'width:240pt;height:%dpt;z-index:%d;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    b'<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    b'<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    b'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%b</x:Anchor>'
    b"<x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>"
)
_IDS = re.compile(rb"_x0000_s(\d{1,9})")
_BLOCKS = re.compile(rb"(<[\w.-]+:idmap\b[^<>]*?\bdata=[\"'])([\d, ]*)")


@dataclass(frozen=True, slots=True)
class Box:
    """One comment's box: its cell (row from 1, column from 0), and how many letters it is to hold."""

    row: int
    column: int
    letters: int


def next_block(drawings: Sequence[bytes]) -> int:
    """The first block of shape numbers that no drawing of the workbook uses."""
    used = [0]
    for drawing in drawings:
        used += [int(number) // SHAPES_A_BLOCK for number in _IDS.findall(drawing)]
        used += [int(block) for found in _BLOCKS.findall(drawing) for block in re.findall(rb"\d{1,9}", found[1])]
    return max(used) + 1


def with_boxes(drawing: bytes | None, boxes: Sequence[Box], look: SheetLook, block: int) -> bytes:
    """The drawing, new or as it was, with our boxes. Raises Unusual where it has no end.

    Some programs name the namespaces in their own way; then ours say themselves what they mean.
    """
    blocks = b",".join(b"%d" % each for each in range(block, block + (len(boxes) + 1) // SHAPES_A_BLOCK + 1))
    if drawing is None:
        drawing = _NONE % blocks
    else:
        drawing = _BLOCKS.sub(lambda found: found[1] + (found[2] + b"," if found[2] else b"") + blocks, drawing, 1)
    end = drawing.rfind(b"</xml>")
    if end < 0:
        raise Unusual
    kind = b"" if b'"_x0000_t202"' in drawing else _KIND
    first = block * SHAPES_A_BLOCK + 1  # a block's first number is the drawing's own
    ours = kind + b"".join(_shape(first + at, at, box, look) for at, box in enumerate(boxes))
    head = drawing[: drawing.find(b">", drawing.find(b"<xml"))]
    if not all(name in head for name in _NAMESPACES):
        ours = re.sub(rb"<v:shape(?:type)?(?=\s)", lambda found: found[0] + b" " + b" ".join(_NAMESPACES), ours)
    return drawing[:end] + ours + drawing[end:]


def _shape(number: int, at: int, box: Box, look: SheetLook) -> bytes:
    lines = box.letters // _LETTERS_A_LINE + 4
    height = lines * _HEIGHT_OF_LINE
    anchor = b", ".join(b"%d" % each for each in _anchor(box, height, look))
    return _BOX % (number, height * 3 // 4, at + 1, anchor, box.row - 1, box.column)


def _anchor(box: Box, height: int, look: SheetLook) -> tuple[int, ...]:
    """Left column and pixels into it, top row, right column, bottom row: beside the cell, as wide as words need."""
    left = min(box.column + 1, _LAST_COLUMN)
    right, room = left, _WIDTH + 15
    while right < _LAST_COLUMN and (wide := int(look.column(right).width * 7 + 5)) < room:
        right, room = right + 1, room - wide
    top = max(box.row - 2, 0)
    return left, 15, top, 10, right, room, min(top + height // 20 + 1, _LAST_ROW), 4
