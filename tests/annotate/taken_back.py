"""Takes our additions out of a marked workbook again, so that tests can compare the rest with the original's bytes."""

import re
from io import BytesIO
from zipfile import ZipFile

TOKEN = re.compile(rb"<[^>]*>|[^<]+")
ATTRIBUTE = re.compile(rb"\s(s|count|spans|fillId|applyFill|data)=([\"'])[^\"']*\2")


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(original: bytes, marked: bytes) -> set[str]:
    """The names of the parts whose bytes are no longer the same."""
    before, after = parts(original), parts(marked)
    assert before.keys() <= after.keys()
    return {name for name in before if before[name] != after[name]}


def added(original: bytes, marked: bytes) -> set[str]:
    return parts(marked).keys() - parts(original).keys()


def taken_back(original: bytes, marked: bytes) -> tuple[bytes, set[bytes]]:
    """The marked part without what was put in, and the names of the elements that were.

    An element that is still there may have another style, count or span; all else must be as it was, in its order.
    """
    left: list[bytes] = []
    put_in: set[bytes] = set()
    mine = iter(TOKEN.findall(marked))
    for token in TOKEN.findall(original):
        for other in mine:
            if _alike(token) == _alike(other):
                left.append(token)
                break
            put_in.add(_name(other))
        else:
            return b"".join(left), put_in
    put_in |= {_name(other) for other in mine}
    return b"".join(left), put_in


def _alike(token: bytes) -> bytes:
    """A tag without the attributes that may change; an element that is its own end like one that is not."""
    if not token.startswith(b"<") or token.startswith((b"</", b"<?")):
        return token
    bare = ATTRIBUTE.sub(b"", token)
    return re.sub(rb"\s*/?>$", b">", bare)


def _name(token: bytes) -> bytes:
    found = re.match(rb"</?(?:\w+:)?(\w+)", token)
    return found[1] if found else b"text"
