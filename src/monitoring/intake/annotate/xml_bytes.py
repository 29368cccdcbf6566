"""Small edits to the XML of a part as bytes, so that whatever we do not touch stays byte for byte. Builds no tree.

Every pattern stops at the next `<`, and no search for an end is begun twice: whoever leaves ten thousand tags open
must not keep us for an hour.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from xml.sax.saxutils import escape, quoteattr

_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_OF_EXCEL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class Unusual(Exception):
    """A part that is not written as spreadsheet programs write it. It is left alone rather than guessed at."""


def refuse_unusual(xml: bytes) -> bytes:
    """The part itself. Raises Unusual for DTDs, comments, CDATA, and what is not in UTF-8: patterns misread it."""
    if b"<!" in xml or b"\0" in xml[:200]:
        raise Unusual
    return xml


def prefix_of(xml: bytes, root: bytes) -> bytes:
    """What stands before the names of a part: nothing, or `x:` where a program writes <x:worksheet>."""
    found = re.search(rb"<((?:[\w.-]+:)?)" + root + rb"(?=[\s/>])", xml)
    if found is None:
        raise Unusual
    return found[1]


def tags(xml: bytes, name: bytes) -> Iterator[re.Match[bytes]]:
    """The start tags of elements of one name, prefix included."""
    return re.finditer(rb"<" + re.escape(name) + rb"(?=[\s/>])[^<>]*>", xml)


def elements(xml: bytes, name: bytes) -> Iterator[bytes]:
    """Whole elements of one name, as they are written; none may stand in another. Raises Unusual for one left open."""
    end = 0
    for tag in tags(xml, name):
        if tag.start() < end:
            raise Unusual
        end = tag.end() if is_closed(tag[0]) else after(xml, b"</" + name + b">", tag.end())
        yield xml[tag.start() : end]


def replaced(xml: bytes, name: bytes, by: Callable[[bytes], bytes]) -> bytes:
    """The part with each element of one name as the function gives it."""
    out, done = [], 0
    for element in elements(xml, name):
        start = xml.index(element, done)
        out += [xml[done:start], by(element)]
        done = start + len(element)
    return b"".join([*out, xml[done:]])


def after(xml: bytes, end_tag: bytes, start: int) -> int:
    """Where an element ends."""
    found = xml.find(end_tag, start)
    if found < 0:
        raise Unusual
    return found + len(end_tag)


def first_tag(element: bytes) -> bytes:
    """The start tag of an element."""
    return element[: element.index(b">") + 1]


def attribute(tag: bytes, name: bytes) -> str | None:
    """The value of an attribute of a start tag, entities resolved."""
    found = _attribute(tag, name)
    try:
        return unescape(found[2].decode()) if found else None
    except UnicodeDecodeError as mistake:
        raise Unusual from mistake


def number(tag: bytes, name: bytes, otherwise: int = 0) -> int:
    """A whole number among the attributes. Raises Unusual for what is none, or has more digits than any workbook."""
    said = attribute(tag, name)
    if said is None:
        return otherwise
    if not re.fullmatch(r"[0-9]{1,9}", said):
        raise Unusual
    return int(said)


def with_attribute(tag: bytes, name: bytes, value: bytes) -> bytes:
    """The start tag with the attribute set; where it was there, in its old place."""
    found = _attribute(tag, name)
    if found:
        return tag[: found.start(2)] + value + tag[found.end(2) :]
    end = len(tag) - (2 if tag.endswith(b"/>") else 1)
    room = end - (len(tag[:end]) - len(tag[:end].rstrip()))
    return tag[:room] + b" " + name + b'="' + value + b'"' + tag[room:]


def _attribute(tag: bytes, name: bytes) -> re.Match[bytes] | None:
    return re.search(rb"\s" + re.escape(name) + rb"\s*=\s*([\"'])(.*?)\1", tag, re.DOTALL)


def is_closed(tag: bytes) -> bool:
    """Whether a start tag is its own end: <row/>."""
    return tag.endswith(b"/>")


def opened(tag: bytes) -> bytes:
    """<row/> as <row>."""
    return tag[:-2].rstrip() + b">"


def append_inside(xml: bytes, name: bytes, more: bytes, counted: int = 0) -> bytes:
    """Adds to the end of the first element of that name; its `count`, where it has one, grows by `counted`."""
    found = next(tags(xml, name), None)
    if found is None:
        raise Unusual
    tag, end_tag = found[0], b"</" + name + b">"
    if counted and attribute(tag, b"count") is not None:
        tag = with_attribute(tag, b"count", b"%d" % (number(tag, b"count") + counted))
    if is_closed(tag):
        return xml[: found.start()] + opened(tag) + more + end_tag + xml[found.end() :]
    end = xml.find(end_tag, found.end())
    if end < 0:
        raise Unusual
    return xml[: found.start()] + tag + xml[found.end() : end] + more + xml[end:]


def inside(xml: bytes, name: bytes) -> bytes:
    """What stands in the first element of that name; nothing where there is none."""
    found = next(tags(xml, name), None)
    if found is None or is_closed(found[0]):
        return b""
    end = xml.find(b"</" + name + b">", found.end())
    if end < 0:
        raise Unusual
    return xml[found.end() : end]


def text(words: str) -> bytes:
    """Words as the text of an element; what Excel would read as its own escapes (`_x0041_`) stays what it is."""
    return escape(_harmless(words)).encode()


def quoted(words: str) -> bytes:
    """Words as the value of an attribute, with its quotation marks."""
    return quoteattr(_harmless(words), {"\n": "&#10;"}).encode()


def _harmless(words: str) -> str:
    return _ESCAPE_OF_EXCEL.sub("_x005F_", _NOT_XML.sub("", words))
