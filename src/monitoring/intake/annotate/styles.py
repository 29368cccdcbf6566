"""The workbook's list of styles, and copies of its entries with our fill: a marked date is still a date."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from monitoring.domain.problem import Level
from monitoring.intake.annotate.fills import LEVELS, PAPER, behind, mark, plain, solid
from monitoring.intake.annotate.xml_bytes import (
    Unusual,
    append_inside,
    elements,
    first_tag,
    inside,
    number,
    prefix_of,
    refuse_unusual,
    tags,
    with_attribute,
)

NO_STYLES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    b'<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    b'</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    b'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    b'<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)
_INK, _PETROL = b"FF10181C", b"FF0B5A6B"
_FONTS = {
    "title": b'<PREfont><PREb/><PREsz val="16"/><PREcolor rgb="%b"/><PREname val="Calibri"/></PREfont>' % _INK,
    "heading": b'<PREfont><PREb/><PREsz val="11"/><PREcolor rgb="%b"/><PREname val="Calibri"/></PREfont>' % _INK,
    "link": b'<PREfont><PREu/><PREsz val="11"/><PREcolor rgb="%b"/><PREname val="Calibri"/></PREfont>' % _PETROL,
    "text": b'<PREfont><PREsz val="11"/><PREcolor rgb="%b"/><PREname val="Calibri"/></PREfont>' % _INK,
}
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
    _fills: list[bytes] = field(init=False)
    _old: tuple[int, int] = field(init=False)
    _first_font: int = field(init=False)
    _marked: dict[tuple[int, Level], int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Raises Unusual where the list has no fonts, fills or entries, which programs always write."""
        self.prefix = prefix_of(refuse_unusual(self.xml), b"styleSheet")
        self._entries = self._each(b"cellXfs", b"xf")
        self._fills = self._each(b"fills", b"fill")
        self._first_font = sum(1 for _ in tags(inside(self.xml, self.prefix + b"fonts"), self.prefix + b"font"))
        self._old = len(self._entries), len(self._fills)
        if not (self._entries and self._fills and self._first_font):
            raise Unusual

    def marked(self, style: int, level: Level) -> int:
        """The number of a style that looks like this one but for the fill of the level."""
        key = (style if style < len(self._entries) else 0, level)
        if key not in self._marked:
            fill = mark(LEVELS[level], self._fill_of(self._entries[key[0]]), self.prefix)
            self._marked[key] = self._filled(self._entries[key[0]], fill)
        return self._marked[key]

    def unmarked(self) -> dict[int, int]:
        """From each style that was made for a mark to one that looks as the cell did before."""
        found = {}
        for at, entry in enumerate(self._entries[: self._old[0]]):
            before = behind(self._fill_of(entry), self.prefix)
            if before is not None:
                found[at] = self._filled(entry, before)
        return found

    def of_list(self) -> dict[str, int]:
        """The styles of the sheet of problems: title, note, heading, link and text, and both levels' fills."""
        fonts = {name: self._first_font + at for at, name in enumerate(_FONTS)}
        looks = {
            "title": (fonts["title"], 0, 0),
            "note": (fonts["text"], 0, 0),
            "heading": (fonts["heading"], self._number_of(solid(PAPER, self.prefix)), 1),
            "link": (fonts["link"], 0, 1),
            "text": (fonts["text"], 0, 1),
        }
        for level, colour in LEVELS.items():
            looks[level.value] = (fonts["text"], self._number_of(solid(colour, self.prefix)), 1)
        return {name: self._added((_XF % look).replace(b"PRE", self.prefix)) for name, look in looks.items()}

    def written(self) -> bytes:
        """The part with everything that was asked for."""
        xml = self._append(self.xml, b"fonts", [font.replace(b"PRE", self.prefix) for font in _FONTS.values()])
        xml = self._append(xml, b"fills", self._fills[self._old[1] :])
        return self._append(xml, b"cellXfs", self._entries[self._old[0] :])

    def _fill_of(self, entry: bytes) -> bytes:
        at = number(first_tag(entry), b"fillId")
        return self._fills[at] if at < len(self._fills) else plain(self.prefix)

    def _filled(self, entry: bytes, fill: bytes) -> int:
        tag = first_tag(entry)
        filled = with_attribute(tag, b"fillId", b"%d" % self._number_of(fill))
        return self._added(with_attribute(filled, b"applyFill", b"1") + entry[len(tag) :])

    def _number_of(self, fill: bytes) -> int:
        if fill not in self._fills:
            self._fills.append(fill)
        return self._fills.index(fill)

    def _added(self, entry: bytes) -> int:
        self._entries.append(entry)
        return len(self._entries) - 1

    def _append(self, xml: bytes, name: bytes, more: Sequence[bytes]) -> bytes:
        return append_inside(xml, self.prefix + name, b"".join(more), len(more))

    def _each(self, whole: bytes, one: bytes) -> list[bytes]:
        """The elements of a list, each as it is written."""
        return list(elements(inside(self.xml, self.prefix + whole), self.prefix + one))
