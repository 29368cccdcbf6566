"""The zip of a workbook while it is changed: its parts, what leads from one to another, what each part is declared as.

Knows no cell and no mark. Parts that nobody replaced are written as they were.
"""

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from posixpath import basename, dirname, join, normpath, relpath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from monitoring.intake.annotate.xml_bytes import (
    Unusual,
    append_inside,
    attribute,
    prefix_of,
    quoted,
    refuse_unusual,
    tags,
)
from monitoring.intake.preflight import Refused, read_whole

_TYPES = "[Content_Types].xml"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_RELATIONS = _HEAD + b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_LEVEL = 4
"""Of compression: large sheets are written anew, and the usual level would take twice as long for 3 % less."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: `kind` is the last word of its type, `path` its place in the zip."""

    id: str
    kind: str
    path: str


class Package:
    """A workbook's parts. Reading gives what was replaced before, if anything was."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._replaced: dict[str, bytes] = {}
        self._names = {name.casefold() for name in archive.namelist()}

    def has(self, path: str) -> bool:
        return path in self._replaced or path in self._archive.NameToInfo

    @property
    def paths(self) -> list[str]:
        return [*self._archive.NameToInfo, *(path for path in self._replaced if path not in self._archive.NameToInfo)]

    def original(self) -> ZipFile:
        """For parts too large to be held whole."""
        return self._archive

    def read(self, path: str) -> bytes:
        """A small part. Raises Unusual where it is missing, large, or written oddly."""
        return refuse_unusual(self.read_as_it_is(path))

    def read_as_it_is(self, path: str) -> bytes:
        """A small part that need not be XML in the strict sense: drawings of comments are not always."""
        if path in self._replaced:
            return self._replaced[path]
        try:
            return read_whole(self._archive, path)
        except Refused as mistake:
            raise Unusual from mistake

    def replace(self, path: str, content: bytes) -> None:
        self._replaced[path] = content
        self._names.add(path.casefold())

    def free_path(self, pattern: str) -> str:
        """The first path of the pattern that is not taken; names of parts differ by more than capitals."""
        return next(path for at in count(1) if (path := pattern.format(at)).casefold() not in self._names)

    def add(self, path: str, content: bytes, declared_as: str) -> None:
        """A new part and its content type."""
        self.replace(path, content)
        types = self.read(_TYPES)
        prefix = prefix_of(types, b"Types")
        entry = b"<%bOverride PartName=%b ContentType=%b/>" % (prefix, quoted("/" + path), quoted(declared_as))
        self.replace(_TYPES, append_inside(types, prefix + b"Types", entry))

    def relations(self, part: str) -> list[Relation]:
        """What a part refers to inside the zip."""
        path = _relations_path(part)
        if not self.has(path):
            return []
        xml = self.read(path)
        found = (tag[0] for tag in tags(xml, prefix_of(xml, b"Relationships") + b"Relationship"))
        return [
            Relation(
                attribute(tag, b"Id") or "",
                (attribute(tag, b"Type") or "").rpartition("/")[2],
                normpath(join("/", dirname(part), attribute(tag, b"Target") or "")).lstrip("/"),
            )
            for tag in found
            if attribute(tag, b"TargetMode") != "External"
        ]

    def relate(self, part: str, kind: str, to: str) -> str:
        """Lets a part refer to another, by the full name of the kind. Returns the new relation's id."""
        path = _relations_path(part)
        xml = self.read(path) if self.has(path) else _NO_RELATIONS
        prefix = prefix_of(xml, b"Relationships")
        taken = {attribute(tag[0], b"Id") for tag in tags(xml, prefix + b"Relationship")}
        id_ = next(name for at in count(1) if (name := f"rIdMarks{at}") not in taken)
        target = relpath("/" + to, "/" + dirname(part))
        entry = b'<%bRelationship Id="%b" Type=%b Target=%b/>' % (prefix, id_.encode(), quoted(kind), quoted(target))
        self.replace(path, append_inside(xml, prefix + b"Relationships", entry))
        return id_

    def written(self, streamed: Mapping[str, Iterable[bytes]], last: str) -> bytes:
        """The zip, parts in their old order. `streamed` are made while they are written, `last` after all others."""
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
            for path in [*(path for path in self.paths if path != last), last]:
                with archive.open(self._entry(path), "w") as part:
                    for block in streamed[path] if path in streamed else self._blocks(path):
                        part.write(block)
        return out.getvalue()

    def _entry(self, path: str) -> ZipInfo:
        """As it was in the zip, with its date; a new part is dated as the list of types is."""
        like = self._archive.NameToInfo.get(path) or self._archive.getinfo(_TYPES)
        entry = ZipInfo(path, like.date_time)
        entry.external_attr, entry.compress_type = like.external_attr, ZIP_DEFLATED
        entry.file_size = like.file_size if path in self._archive.NameToInfo else 0
        return copy.copy(entry)

    def _blocks(self, path: str) -> Iterator[bytes]:
        if path in self._replaced:
            yield self._replaced[path]
            return
        with self._archive.open(path) as part:
            while block := part.read(1 << 20):
                yield block


def _relations_path(part: str) -> str:
    return join(dirname(part), "_rels", basename(part) + ".rels")
