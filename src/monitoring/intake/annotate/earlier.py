"""Marks from last time in a workbook that comes back: the list is written anew, and what was mended is marked no more.

Excel and LibreOffice write all parts anew when they save, so that marks are told by what people see of them: the
list's title, the name before a comment, the colour.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from monitoring.intake.addresses import column_of, row_of
from monitoring.intake.anatomy import Anatomy
from monitoring.intake.annotate.package import Package
from monitoring.intake.annotate.sheet_stream import pieces
from monitoring.intake.annotate.xml_bytes import (
    Unusual,
    attribute,
    elements,
    first_tag,
    inside,
    prefix_of,
    replaced,
    tags,
    text,
)
from monitoring.words import LANGUAGES, say

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
        for cell in elements(rows[:first], prefix + b"c"):
            number = inside(cell, prefix + b"v")
            if strings and attribute(first_tag(cell), b"t") == "s" and re.fullmatch(rb"[0-9]{1,9}", number):
                yield _shared_text(package.read(strings), int(number))
            else:
                yield _words(cell, prefix)
    except (Unusual, StopIteration):
        return


def _shared_text(xml: bytes, number: int) -> str:
    prefix = prefix_of(xml, b"sst")
    return next((_words(each, prefix) for each in islice(elements(xml, prefix + b"si"), number, None)), "")


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
    gone: set[str] = set()

    def kept(comment: bytes) -> bytes:
        if _words(comment, prefix).startswith(_starts()):
            cell = attribute(first_tag(comment), b"ref") or ""
            gone.update(re.findall(r"^[A-Z]{1,3}[0-9]{1,7}$", cell))
            return b""
        return _without_our_words(comment, prefix)

    return replaced(xml, prefix + b"comment", kept), frozenset(gone)


def without_boxes(drawing: bytes, cells: frozenset[tuple[int, int]]) -> bytes:
    """The drawing without the boxes of these cells (row from 1, column from 0)."""

    def kept(shape: bytes) -> bytes:
        row, column = (re.search(rb"<(?:[\w.-]+:)?" + name + rb">\s*(\d{1,9})", shape) for name in (b"Row", b"Column"))
        is_gone = row and column and (int(row[1]) + 1, int(column[1])) in cells
        return b"" if is_gone and b'ObjectType="Note"' in shape else shape

    prefix = re.search(rb"<([\w.-]+:)shape\s", drawing)
    return replaced(drawing, prefix[1] + b"shape", kept) if prefix else drawing


def _without_our_words(comment: bytes, prefix: bytes) -> bytes:
    """Somebody's comment without ours below it: in runs of its own, or where LibreOffice has cut them."""
    names = b"|".join(re.escape(text(name)) for name in names_of_authors())
    ours = re.search(_NEW_LINE + rb"(?:<[^<>]*>)*" + _NEW_LINE + rb"(?:" + names + rb"):", comment)
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
    texts = (inside(each, prefix + b"t") for each in elements(xml, prefix + b"t"))
    return unescape(b"".join(texts).decode("utf-8", "replace")).replace("\r\n", "\n")
