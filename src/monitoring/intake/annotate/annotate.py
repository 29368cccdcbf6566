"""Gives a workbook back with each problem marked in its own cell, and a sheet that lists them. Reads no cell's value.

Only for files that were read before: what preflight or the child refused never comes here.
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zipfile import BadZipFile

from monitoring.domain.problem import Problem
from monitoring.domain.refusal import Refusal
from monitoring.intake.anatomy import open_workbook
from monitoring.intake.annotate.marked_copy import MarkedCopy, UnusualSheet
from monitoring.intake.annotate.marks import Fate
from monitoring.intake.annotate.package import Package
from monitoring.intake.annotate.xml_bytes import Unusual
from monitoring.intake.preflight import ZIP_SIGNATURE, Refused
from monitoring.intake.zipped_tables import is_zip_of_tables

MOST = 50_000
"""Problems marked and listed. Excel takes minutes to open more comments, and nobody reads them."""

UNREADABLE = (Unusual, BadZipFile, zlib.error, EOFError)
"""What may be wrong with parts that no check reads, such as a picture."""


class CannotAnnotate(Refusal):
    """The workbook is left as it is, and the sentence says why."""


@dataclass(frozen=True, slots=True)
class NotMarked:
    """A problem that is not marked in its own cell with colour and comment, and why."""

    problem: Problem
    fate: Fate


@dataclass(frozen=True, slots=True)
class Annotated:
    """The copy's bytes, the name of the sheet that lists the problems, and which of them are not marked.

    Without a problem the workbook comes back as it was, and `sheet` is None.
    """

    content: bytes
    sheet: str | None
    not_marked: tuple[NotMarked, ...] = ()


def why_not(content: bytes) -> str | None:
    """Why the workbook as a whole cannot be marked (a refusal's reason), or None. Quick: looks at no sheet."""
    if not content.startswith(ZIP_SIGNATURE) or is_zip_of_tables(content):
        return "annotate_text"
    try:
        archive, anatomy = open_workbook(content)
    except Refused:
        return "annotate_refused"
    if any(name.casefold().startswith("_xmlsignatures/") for name in archive.namelist()):
        return "annotate_signed"
    try:
        MarkedCopy(Package(archive), anatomy, (), "en", frozenset()).prepared()
    except UNREADABLE:
        return "annotate_unusual"
    return None


def annotate(content: bytes, problems: Sequence[Problem], language: str = "en") -> Annotated:
    """The workbook with every problem marked. Raises CannotAnnotate.

    A sheet that is written oddly shows only while it is patched: then all is done again and that sheet left alone.
    """
    if reason := why_not(content):
        raise CannotAnnotate(reason)
    left_alone: frozenset[str] = frozenset()
    while True:
        archive, anatomy = open_workbook(content)
        try:
            copy = MarkedCopy(Package(archive), anatomy, tuple(problems[:MOST]), language, left_alone)
            if not copy.is_needed:
                return Annotated(content, None)
            written = copy.written(not_listed=max(len(problems) - MOST, 0))
        except UnusualSheet as odd:
            left_alone |= {odd.path}
        except UNREADABLE as mistake:
            raise CannotAnnotate("annotate_unusual") from mistake
        else:
            return Annotated(written, copy.sheet_name, tuple(_not_marked(problems, copy.fates)))


def _not_marked(problems: Sequence[Problem], fates: Mapping[int, Fate]) -> Iterator[NotMarked]:
    for number, fate in sorted(fates.items()):
        if fate is not Fate.MARKED:
            yield NotMarked(problems[number], fate)
