"""Workbooks changed at random where it hurts: XML parts, attributes, addresses, numbers, shared texts, the zip itself.

The mutant of a number is always the same, so whatever it breaks can be looked at again.
"""

import random
import re
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO

Parts = list[tuple[str, bytes]]

_TOKEN = re.compile(rb"<[^>]*>|[^<]+")
_ATTRIBUTE = re.compile(rb'\s([\w:]+)="([^"]*)"')
_NUMBERS = [b"", b"0", b"-1", b"1", b"2", b"255", b"65536", b"1048576", b"1048577", b"4294967295", b"99999999999",
            b"9223372036854775808", b"1e309", b"-1e309", b"NaN", b"0.1", b"45000",
            b"2958466", b"0x1F", b" 7 "]  # fmt: skip
_ADDRESSES = [b"A0", b"A1", b"B2", b"XFD1048576", b"XFE1", b"ZZZZ9", b"A99999999", b"a1", b"$A$1", b"A1:B2", b"1A"]
_RANGES = [b"A1:A1", b"A1:XFD1048576", b"B9:A1", b"A0:B0", b"A:A", b"1:1"]
_WORDS = [b"true", b"s", b"str", b"inlineStr", b"e", b"b", b"d", b"n", b"x", b"#REF!", b"rId1", b"rId99", b"hidden",
          b"../../etc/passwd", b"https://example.org", b"x" * 5_000, "Ω\u202e\u200b".encode(),
          b"\xff\xfe", b"\x00"]  # fmt: skip
_MARKUP = [b"<!-- x -->", b"<![CDATA[</row>]]>", b"<?x y?>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"&#0;",
           b"&#x110000;", b"</sheetData>", b"<sheetData>", b"</row>", b"<row>", b'<row r="3">', b"<c>", b"<v/>",
           b"<f/>",
           b'<c r="B2"><v>1</v></c>', b"<f>1+1</f>", b"<is><t>x</t></is>", b"<r><t>x</t></r>",
           b"<", b">", b'"']  # fmt: skip
_FAVOURITES = ("sheet1.xml", "sharedStrings.xml", "workbook.xml", "styles.xml")


def mutant(number: int, originals: Sequence[Parts]) -> bytes:
    """The mutant of that number: one of the workbooks, as parts, after one to four changes."""
    dice = random.Random(number)
    parts = list(dice.choice(originals))
    for _ in range(dice.choice((1, 1, 2, 3, 4))):
        change = dice.choice(_OF_ZIP) if dice.random() < 0.1 else _in_a_part
        parts = change(dice, parts)
    content = _zipped(dice, parts)
    return dice.choice(_OF_BYTES)(dice, content) if dice.random() < 0.15 else content


def parts_of(workbook: bytes) -> Parts:
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def _zipped(dice: random.Random, parts: Parts) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", dice.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)), compresslevel=1) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, archive.compression)
    return out.getvalue()


def _in_a_part(dice: random.Random, parts: Parts) -> Parts:
    """One change inside one part, most often one that holds cells."""
    likely = [at for at, (name, _) in enumerate(parts) if name.endswith(_FAVOURITES)]
    at = dice.choice(likely) if likely and dice.random() < 0.7 else dice.randrange(len(parts)) if parts else None
    if at is None:
        return parts
    name, content = parts[at]
    return [*parts[:at], (name, dice.choice(_OF_XML)(dice, content)), *parts[at + 1 :]]


def _attribute(dice: random.Random, xml: bytes) -> bytes:
    """Another value for an attribute, of its own kind or of any."""
    found = list(_ATTRIBUTE.finditer(xml))
    if not found:
        return xml
    one = dice.choice(found)
    own = _NUMBERS if one[2].isdigit() else _RANGES if b":" in one[2] else _ADDRESSES if one[1] == b"r" else _WORDS
    value = dice.choice(own if dice.random() < 0.7 else dice.choice((_NUMBERS, _ADDRESSES, _RANGES, _WORDS)))
    return xml[: one.start(2)] + value + xml[one.end(2) :]


def _address(dice: random.Random, xml: bytes) -> bytes:
    """Another address for a cell, or another number for a row."""
    found = [each for each in _ATTRIBUTE.finditer(xml) if each[1] == b"r"]
    if not found:
        return xml
    one = dice.choice(found)
    near = b"%b%d" % (
        dice.choice((b"A", b"C", b"Z", b"AB", b"ZZ", b"XFD")),
        dice.choice((1, 2, 3, 9, 70_000, 1_048_576)),
    )
    value = dice.choice((*_ADDRESSES, near, b"%d" % dice.randrange(2_000_000)))
    return xml[: one.start(2)] + value + xml[one.end(2) :]


def _without_attribute(dice: random.Random, xml: bytes) -> bytes:
    found = list(_ATTRIBUTE.finditer(xml))
    one = dice.choice(found) if found else None
    return xml[: one.start()] + xml[one.end() :] if one else xml


def _quotes(dice: random.Random, xml: bytes) -> bytes:
    """Every attribute in single quotes, which the standard allows."""
    return xml.replace(b'"', b"'")


def _token(dice: random.Random, xml: bytes) -> bytes:
    """A tag or a text left out, doubled, moved, or replaced."""
    tokens = _TOKEN.findall(xml)
    if not tokens:
        return xml
    at, other = dice.randrange(len(tokens)), dice.randrange(len(tokens))
    match dice.randrange(5):
        case 0:
            tokens[at] = b""
        case 1:
            tokens[at] *= dice.choice((2, 2, 50, 2_000))
        case 2:
            tokens[at], tokens[other] = tokens[other], tokens[at]
        case 3:
            tokens[at] = dice.choice((*_MARKUP, *_NUMBERS, *_WORDS))
        case _:
            tokens.insert(at, dice.choice(_MARKUP))
    return b"".join(tokens)


def _text(dice: random.Random, xml: bytes) -> bytes:
    """Another text between two tags."""
    found = list(re.finditer(rb">([^<>]+)<", xml))
    if not found:
        return xml
    one = dice.choice(found)
    return xml[: one.start(1)] + dice.choice((*_NUMBERS, *_WORDS, *_MARKUP)) + xml[one.end(1) :]


def _element(dice: random.Random, xml: bytes) -> bytes:
    """A stretch of the part doubled or taken out."""
    start = dice.randrange(len(xml) + 1)
    end = min(len(xml), start + dice.choice((1, 30, 300, 3_000)))
    return xml[:start] + xml[start:end] * dice.choice((0, 2, 20)) + xml[end:]


def _namespace(dice: random.Random, xml: bytes) -> bytes:
    """Another prefix, or none, for the part's own names."""
    return dice.choice((
        lambda: re.sub(rb"<(/?)(\w)", rb"<\1x:\2", xml).replace(b"xmlns=", b"xmlns:x="),
        lambda: xml.replace(b"xmlns", b"xmlnt", 1),
        lambda: xml.replace(b"/main", b"/other", 1),
    ))()  # fmt: skip


def _bytes(dice: random.Random, content: bytes) -> bytes:
    """Some bytes changed."""
    changed = bytearray(content)
    for _ in range(dice.choice((1, 2, 8)) if changed else 0):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _cut(dice: random.Random, content: bytes) -> bytes:
    return content[: dice.randrange(len(content) + 1)]


def _recoded(dice: random.Random, xml: bytes) -> bytes:
    return xml.decode("utf-8", "replace").encode(dice.choice(("utf-16", "utf-16-le", "utf-8-sig", "utf-32")))


def _part_lost(dice: random.Random, parts: Parts) -> Parts:
    gone = dice.randrange(len(parts)) if parts else 0
    return parts[:gone] + parts[gone + 1 :]


def _parts_swapped(dice: random.Random, parts: Parts) -> Parts:
    if len(parts) < 2:
        return parts
    (one, first), (other, second) = dice.sample(parts, 2)
    return [(name, second if name == one else first if name == other else content) for name, content in parts]


def _part_renamed(dice: random.Random, parts: Parts) -> Parts:
    names = [name for name, _ in parts]
    new = dice.choice(
        [*names, "xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "../x", "xl/embeddings/a.bin", "\\x"]
    )
    at = dice.randrange(len(parts)) if parts else 0
    return [(new if each == at and new not in names else name, content) for each, (name, content) in enumerate(parts)]


def _header(dice: random.Random, content: bytes) -> bytes:
    """Sizes, flags, places or ways of packing changed in the zip's own lists."""
    starts = [found.start() for found in re.finditer(rb"PK(?:\x01\x02|\x03\x04|\x05\x06)", content)]
    if not starts:
        return content
    changed = bytearray(content)
    at = dice.choice(starts) + dice.randrange(4, 46)
    changed[at : at + 1] = bytes([dice.choice((0, 1, 8, 14, 127, 255))])
    return bytes(changed)


def _junk(dice: random.Random, content: bytes) -> bytes:
    junk = dice.randbytes(dice.choice((1, 100, 5_000)))
    return junk + content if dice.random() < 0.3 else content + junk


_OF_XML: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    _attribute, _attribute, _attribute, _address, _address, _without_attribute, _quotes, _token, _token, _text, _text,
    _element, _namespace, _bytes, _cut, _recoded,
)  # fmt: skip
_OF_ZIP = (_part_lost, _parts_swapped, _part_renamed)
_OF_BYTES = (_header, _header, _junk, _bytes, _cut)
