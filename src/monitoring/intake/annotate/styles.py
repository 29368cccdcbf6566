"""The workbook's list of styles, and copies of its entries with our fill: a marked date is still a date."""

import re
from dataclasses import dataclass, field

from monitoring.domain.problem import Level
from monitoring.intake.annotate.xml_bytes import (
    Unusual,
    append_inside,
    inside,
    prefix_of,
    refuse_unusual,
    tags,
    with_attribute,
)

FILLS = {Level.ERROR: b"FFFFD8B0", Level.WARNING: b"FFD3E6F5"}
"""Orange to fix, blue to look at twice, as at the desk; dark text stays readable on both."""

NO_STYLES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    b'<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    b'</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    b'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    b'<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)
_INK, _PETROL, _PAPER = b"FF10181C", b"FF0B5A6B", b"FFF6F4EF"
_FONTS = {
    "title": b'<PREfont><PREb/><PREsz val="16"/><PREcolor rgb="%b"/><PREname val="Calibri"/></PREfont>' % _INK,
    "heading": b'<PREfont><PREb/><PREsz val="11"/><PREcolor rgb="%b"/><PREname val="Calibri"/></PREfont>' % _INK,
    "link": b'<PREfont><PREu/><PREsz val="11"/><PREcolor rgb="%b"/><PREname val="Calibri"/></PREfont>' % _PETROL,
    "text": b'<PREfont><PREsz val="11"/><PREcolor rgb="%b"/><PREname val="Calibri"/></PREfont>' % _INK,
}
_FILL = (
    b'<PREfill><PREpatternFill patternType="solid"><PREfgColor rgb="%b"/><PREbgColor indexed="64"/>'
    b"</PREpatternFill></PREfill>"
)
_XF = (
    b'<PRExf numFmtId="0" fontId="%d" fillId="%d" borderId="0" applyFont="1" applyFill="1" applyAlignment="1">'
    b'<PREalignment vertical="top" wrapText="%d"/></PRExf>'
)


@dataclass(slots=True)
class StyleBook:
    """Read once, added to while sheets are written, and written last."""

    xml: bytes
    prefix: bytes = field(init=False)
    _entries: list[bytes] = field(init=False)
    _new: list[bytes] = field(init=False, default_factory=list)
    _marked: dict[tuple[int, Level], int] = field(init=False, default_factory=dict)
    _first_fill: int = field(init=False)
    _first_font: int = field(init=False)

    def __post_init__(self) -> None:
        """Raises Unusual where the list has no fonts, fills or entries, which programs always write."""
        self.prefix = prefix_of(refuse_unusual(self.xml), b"styleSheet")
        name = re.escape(self.prefix + b"xf")
        entries = rb"<" + name + rb"(?=[\s/>])[^>]*?(?:/>|>.*?</" + name + rb">)"
        self._entries = re.findall(entries, inside(self.xml, self.prefix + b"cellXfs"), re.DOTALL)
        self._first_fill, self._first_font = (
            sum(1 for _ in tags(inside(self.xml, self.prefix + whole), self.prefix + one))
            for whole, one in ((b"fills", b"fill"), (b"fonts", b"font"))
        )
        if not (self._entries and self._first_fill and self._first_font):
            raise Unusual

    def marked(self, style: int, level: Level) -> int:
        """The number of a style that looks like this one but for the fill of the level."""
        key = (style if style < len(self._entries) else 0, level)
        if key not in self._marked:
            entry = self._entries[key[0]]
            tag = entry[: entry.index(b">") + 1]
            filled = with_attribute(tag, b"fillId", b"%d" % (self._first_fill + list(FILLS).index(level)))
            self._marked[key] = self._added(with_attribute(filled, b"applyFill", b"1") + entry[len(tag) :])
        return self._marked[key]

    def of_list(self) -> dict[str, int]:
        """The styles of the sheet of problems: title, heading, link and text, and both levels' fills."""
        fonts = {name: self._first_font + at for at, name in enumerate(_FONTS)}
        paper, *levels = (self._first_fill + at for at in (len(FILLS), *range(len(FILLS))))
        looks = {
            "title": (fonts["title"], 0, 0),
            "note": (fonts["text"], 0, 0),
            "heading": (fonts["heading"], paper, 1),
            "link": (fonts["link"], 0, 1),
            "text": (fonts["text"], 0, 1),
            **{level.value: (fonts["text"], fill, 1) for level, fill in zip(FILLS, levels, strict=True)},
        }
        return {name: self._added(self._prefixed(_XF % look)) for name, look in looks.items()}

    def written(self) -> bytes:
        """The part with everything that was asked for."""
        fills = [*FILLS.values(), _PAPER]
        xml = self._append(self.xml, b"fonts", [self._prefixed(font) for font in _FONTS.values()])
        xml = self._append(xml, b"fills", [self._prefixed(_FILL % colour) for colour in fills])
        return self._append(xml, b"cellXfs", self._new)

    def _added(self, entry: bytes) -> int:
        self._new.append(entry)
        return len(self._entries) + len(self._new) - 1

    def _append(self, xml: bytes, name: bytes, more: list[bytes]) -> bytes:
        return append_inside(xml, self.prefix + name, b"".join(more), len(more))

    def _prefixed(self, xml: bytes) -> bytes:
        return xml.replace(b"PRE", self.prefix)
