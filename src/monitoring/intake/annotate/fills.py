"""The colours of marks, and how a mark remembers the colour that the cell had before. Knows no cell."""

import re

from monitoring.domain.problem import Level
from monitoring.intake.annotate.xml_bytes import attribute, tags, with_attribute

LEVELS = {Level.ERROR: b"FFFFD8B1", Level.WARNING: b"FFD3E6F6"}
"""Orange to fix, blue to look at twice, as at the desk; dark text stays readable on both."""

PAPER = b"FFF6F4EF"

_SOLID = (
    b'<PREfill><PREpatternFill patternType="solid"><PREfgColor rgb="%b"/>%b</PREpatternFill></PREfill>'  # in this order
)
_NOTHING_BEHIND = b'<PREbgColor indexed="64"/>'
_REMEMBERED = "01"
"""A solid fill shows its foreground alone. What the cell had before is kept as its background, with this as its first
two digits: LibreOffice writes a background of its own there, which must not be taken for the office's colour."""


def solid(colour: bytes, prefix: bytes) -> bytes:
    return (_SOLID % (colour, _NOTHING_BEHIND)).replace(b"PRE", prefix)


def plain(prefix: bytes) -> bytes:
    return b'<PREfill><PREpatternFill patternType="none"/></PREfill>'.replace(b"PRE", prefix)


def mark(colour: bytes, before: bytes, prefix: bytes) -> bytes:
    """A fill of our colour that remembers a solid one; patterns and gradients are not remembered."""
    shown = _colour(before, b"fgColor", prefix) if b'"solid"' in before else None
    if shown is None:
        return solid(colour, prefix)
    rgb = attribute(shown, b"rgb")
    if rgb:
        shown = with_attribute(shown, b"rgb", (_REMEMBERED + rgb[-6:]).encode())
    kept = shown.replace(b"fgColor", b"bgColor", 1)
    return (_SOLID % (colour, b"%b")).replace(b"PRE", prefix) % kept


def behind(fill: bytes, prefix: bytes) -> bytes | None:
    """The fill that a mark replaced, as far as it is remembered; None where the fill is no mark of ours."""
    shown = _colour(fill, b"fgColor", prefix) if b'"solid"' in fill else None
    if shown is None or (attribute(shown, b"rgb") or "").encode() not in LEVELS.values():
        return None
    kept = _colour(fill, b"bgColor", prefix) or b""
    rgb, index, theme = (attribute(kept, name) for name in (b"rgb", b"indexed", b"theme"))
    if rgb and rgb.startswith(_REMEMBERED):
        kept = with_attribute(kept, b"rgb", b"FF" + rgb[2:].encode())
    elif rgb or index == "64" or (index is None and theme is None):
        return plain(prefix)
    shown = kept.replace(b"bgColor", b"fgColor", 1)
    return re.sub(rb"<[^<]*fgColor [^<>]*/>.*(?=</" + prefix + rb"patternFill>)", lambda _: shown, fill, count=1)


def _colour(fill: bytes, name: bytes, prefix: bytes) -> bytes | None:
    found = next(tags(fill, prefix + name), None)
    return found[0] if found else None
