"""The notes that stand beside the cells of a sheet, of the old kind and of the new. Runs in the limited child.

Notes are never answers and never kept; they are read so that an office is told when they name somebody.
"""

from posixpath import basename, dirname, join, normpath
from xml.etree import ElementTree
from zipfile import ZipFile

from monitoring.intake import limits
from monitoring.intake.preflight import Refused, read_whole

_KINDS = ("comments", "threadedComment")


def notes_of(archive: ZipFile, sheet: str) -> list[tuple[str, str]]:
    """(cell, text) of each note of the sheet whose part this is; at most as many as cells are listed elsewhere."""
    relations = join(dirname(sheet), "_rels", f"{basename(sheet)}.rels")
    if relations not in archive.NameToInfo:
        return []
    notes: list[tuple[str, str]] = []
    for each in _parsed(archive, relations).iter():
        if each.get("Type", "").rpartition("/")[2] in _KINDS and each.get("TargetMode") != "External":
            target = each.get("Target", "")
            path = normpath(target if target.startswith("/") else join(dirname(sheet), target)).lstrip("/")
            notes += _notes_in(_parsed(archive, path))
    return notes[: limits.MAX_ADDRESSES]


def _notes_in(part: ElementTree.Element) -> list[tuple[str, str]]:
    """Each element that refers to a cell, with all texts in it."""
    return [(cell, " ".join(each.itertext())) for each in part.iter() if (cell := each.get("ref"))]


def _parsed(archive: ZipFile, path: str) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(read_whole(archive, path))  # noqa: S314  # DTDs are refused before
    except ElementTree.ParseError as mistake:
        raise Refused("unreadable_workbook") from mistake
