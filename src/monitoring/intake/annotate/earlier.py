"""Marks from last time in a workbook that comes back: the list is written anew, and what was mended is marked no more.

Excel and LibreOffice write all parts anew when they save, so that marks are told by what people see of them: the
list's title, the name before a comment, the colour.
"""

import re
from collections.abc import Iterator
from html import unescape

from monitoring.declarations.answer_lists import LANGUAGES
from monitoring.intake.addresses import column_of, row_of
from monitoring.intake.annotate.package import Package
from monitoring.intake.annotate.sheet_stream import pieces
from monitoring.intake.annotate.xml_bytes import Unusual, attribute, inside, prefix_of, tags, text
from monitoring.intake.preflight import Anatomy
from monitoring.words import say

_TITLE_ROWS = 5
_NEW_LINE = rb"(?:\r?\n|&#10;|&#xA;)"


def names_of_authors() -> frozenset[str]:
    return frozenset(say("annotate.author", language) for language in LANGUAGES)


def list_of_last_time(package: Package, anatomy: Anatomy) -> str | None:
    """The name of the sheet of problems that we put in last time, or None."""
    titles = {say("annotate.title", language) for language in LANGUAGES}
    named = tuple(say("annotate.sheet", language) for language in LANGUAGES)
    for sheet in anatomy.sheets:
        if sheet.name.startswith(named) and titles & set(_first_texts(package, sheet.path, anatomy.strings)):
            return sheet.name
    return None


def _first_texts(package: Package, path: str, strings: str | None) -> Iterator[str]:
    """The texts in the first rows, own or shared."""
    try:
        with package.original().open(path) as stream:
            parts = pieces(stream)
            head, rows = next(parts), next(parts)
        prefix = prefix_of(head, b"worksheet")
        first = next((tag.start() for at, tag in enumerate(tags(rows, prefix + b"row")) if at == _TITLE_ROWS), None)
        for cell in re.findall(rb"<" + prefix + rb"c\s[^>]*[^/]>.*?</" + prefix + rb"c>", rows[:first], re.DOTALL):
            number = inside(cell, prefix + b"v")
            if strings and attribute(cell[: cell.index(b">") + 1], b"t") == "s" and number.isdigit():
                yield _shared_text(package.read(strings), int(number))
            else:
                yield _words(cell, prefix)
    except (Unusual, StopIteration):
        return


def _shared_text(xml: bytes, number: int) -> str:
    prefix = prefix_of(xml, b"sst")
    for at, tag in enumerate(tags(xml, prefix + b"si")):
        if at == number:
            return _words(xml[tag.start() : xml.find(b"</" + prefix + b"si>", tag.end())], prefix)
    return ""


def take_comments_back(package: Package, sheet: str) -> bool:
    """Whether the sheet had comments of ours; they and their boxes are gone from the package then."""
    relations = package.relations(sheet)
    part = next((each.path for each in relations if each.kind == "comments"), None)
    before = package.read(part) if part else b""
    if part is None or not any(name.encode() in before for name in names_of_authors()):
        return False
    after, gone = comments_of_last_time(before)
    package.replace(part, after)
    cells = frozenset((row_of(cell), column_of(cell)) for cell in gone)
    for each in relations:
        if each.kind == "vmlDrawing":
            package.replace(each.path, without_boxes(package.read_as_it_is(each.path), cells))
    return after != before


def comments_of_last_time(xml: bytes) -> tuple[bytes, frozenset[str]]:
    """A part of comments without ours, and the cells where ours stood alone; their boxes go as well."""
    prefix = prefix_of(xml, b"comments")
    whole = re.compile(rb"<" + prefix + rb"comment\s[^>]*>.*?</" + prefix + rb"comment>", re.DOTALL)
    gone: set[str] = set()

    def kept(found: re.Match[bytes]) -> bytes:
        if _words(found[0], prefix).startswith(_starts()):
            gone.add(attribute(found[0][: found[0].index(b">") + 1], b"ref") or "")
            return b""
        return _without_our_words(found[0], prefix)

    return whole.sub(kept, xml), frozenset(gone)


def without_boxes(drawing: bytes, cells: frozenset[tuple[int, int]]) -> bytes:
    """The drawing without the boxes of these cells (row from 1, column from 0)."""

    def kept(found: re.Match[bytes]) -> bytes:
        row, column = (re.search(rb"<(?:[\w.-]+:)?" + name + rb">\s*(\d+)", found[0]) for name in (b"Row", b"Column"))
        is_gone = row and column and (int(row[1]) + 1, int(column[1])) in cells
        return b"" if is_gone and b'ObjectType="Note"' in found[0] else found[0]

    return re.sub(rb"<([\w.-]+:)shape\s.*?</\1shape>", kept, drawing, flags=re.DOTALL)


def _without_our_words(comment: bytes, prefix: bytes) -> bytes:
    """Somebody's comment without ours below it: in runs of its own, or where LibreOffice has cut them."""
    names = b"|".join(re.escape(text(name)) for name in names_of_authors())
    ours = re.search(_NEW_LINE + rb"(?:<[^>]*>)*" + _NEW_LINE + rb"(?:" + names + rb"):", comment)
    if ours is None:
        return comment
    before, after = comment[: ours.start()], comment[comment.rfind(b"</" + prefix + b"text>") :]
    run = before.rfind(b"<" + prefix + b"r>")
    is_in_run = run > before.rfind(b"</" + prefix + b"r>")
    if is_in_run and not _words(comment[run : ours.start()] + b"</" + prefix + b"t>", prefix):
        return before[:run] + after
    return before + b"</" + prefix + b"t>" + (b"</" + prefix + b"r>" if is_in_run else b"") + after


def _starts() -> tuple[str, ...]:
    return tuple(f"{name}:" for name in names_of_authors())


def _words(xml: bytes, prefix: bytes) -> str:
    texts = re.findall(rb"<" + prefix + rb"t(?:\s[^>]*)?>(.*?)</" + prefix + rb"t>", xml, re.DOTALL)
    return unescape(b"".join(texts).decode("utf-8", "replace")).replace("\r\n", "\n")
