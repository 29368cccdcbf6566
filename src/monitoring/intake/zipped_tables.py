"""A zip of tables of text, as ODK Central gives a form with repeats: one table for the form, one for each repeat.

Runs in the limited child. Tells such a zip from a workbook, and passes over pictures and whatever else is no table.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZipFile, ZipInfo

from monitoring.intake import limits
from monitoring.intake.preflight import UNREADABLE, Refused, refuse_odd_zip, too_large
from monitoring.intake.text_tables import is_text, read_text

OTHER_FILES = "zip_with_other_files"
"""The warning's code where the zip holds more than tables."""

_OF_WORKBOOKS = ("[Content_Types].xml", "mimetype")
_OF_PROGRAMS = ("__macosx", "media")
"""Folders: what macOS adds to every zip, and the pictures and sounds that people sent."""

_LOG_OF_CLICKS = "audit"


def is_zip_of_tables(content: bytes) -> bool:
    """Whether the bytes, which begin like a zip, hold tables of text and no workbook. Opens none of them."""
    try:
        names = ZipFile(BytesIO(content)).namelist()
    except UNREADABLE:
        return False
    return not any(name in _OF_WORKBOOKS for name in names) and any(map(_is_table, names))


def read_tables(content: bytes) -> tuple[list[tuple[dict[str, Any], Any]], tuple[str, ...]]:
    """(what is known of each table, its texts), and the codes of warnings. Raises Refused as a workbook's reader does.

    A table is called like its file, without the ending.
    """
    archive = ZipFile(BytesIO(content))
    refuse_odd_zip(archive, len(content))
    parts = [part for part in archive.infolist() if not part.is_dir()]
    tables = [part for part in parts if _is_table(part.filename)]
    if len(tables) > limits.MAX_SHEETS or sum(part.file_size for part in tables) > limits.MAX_TABLES_BYTES:
        raise too_large()
    return list(_read(archive, tables)), (OTHER_FILES,) if len(parts) > len(tables) else ()


def _read(archive: ZipFile, tables: list[ZipInfo]) -> Iterator[tuple[dict[str, Any], Any]]:
    named: set[str] = set()
    for part in tables:
        path = PurePosixPath(part.filename)
        name = path.stem if path.stem not in named else str(path.with_suffix(""))
        named.add(name)
        try:
            content = archive.read(part)
        except UNREADABLE as mistake:
            raise Refused("unreadable_workbook") from mistake
        try:
            known, table = read_text(content)
        except Refused as refusal:
            raise Refused(refusal.code, **{"sheet": name, **refusal.facts}) from refusal
        yield {**known, "name": name}, table


def _is_table(name: str) -> bool:
    path = PurePosixPath(name)
    folders = {part.casefold() for part in path.parts[:-1]}
    is_log = path.stem.casefold() == _LOG_OF_CLICKS or path.stem.casefold().endswith(f"- {_LOG_OF_CLICKS}")
    hidden = path.name.startswith(".")
    return is_text(path.name) and not hidden and not is_log and folders.isdisjoint(_OF_PROGRAMS)
