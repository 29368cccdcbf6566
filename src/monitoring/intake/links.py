"""The columns by which Kobo and ODK tell one submission from another, and join repeats to it. Reads no answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from monitoring.intake.hearing import Row
from monitoring.intake.vocabulary import heading_key
from monitoring.intake.workbook import SheetAsRead, TextColumn

_IDENTITY = ("_uuid", "meta/instanceid", "meta-instanceid", "instanceid", "key")
_RECEIVED = ("_submission_time", "submissiondate", "_submission__submission_time")
_JOINS = (("_parent_index", "_index"), ("parent_key", "key"))
"""A column of a repeat's sheet, and the column of its parent's sheet that it points at."""

_CUT_OFF = "..."


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """Such columns of one sheet, by name in small letters. `data_from` is the position below the row they head."""

    sheet: SheetAsRead
    row: Row
    position: int
    at: Mapping[str, int]

    @property
    def identity(self) -> TextColumn | None:
        """What is the same where one submission stands twice."""
        return self._first(_IDENTITY)

    @property
    def received(self) -> TextColumn | None:
        """When the submission arrived."""
        return self._first(_RECEIVED)

    @property
    def join(self) -> tuple[str, str] | None:
        """The column that points at a parent's row, and the one it points at; None where this is no repeat."""
        return next((join for join in _JOINS if join[0] in self.at), None)

    def column(self, name: str) -> TextColumn:
        return self.sheet.columns[self.at[name]]

    def _first(self, names: Sequence[str]) -> TextColumn | None:
        return next((self.column(name) for name in names if name in self.at), None)


def links_of(sheet: SheetAsRead, top: Sequence[Row]) -> Links | None:
    """None for a sheet that neither Kobo nor ODK wrote."""
    for position, row in enumerate(top):
        if row.is_export:
            at = {text.strip().casefold(): column for column, text in reversed(list(enumerate(row.texts))) if text}
            return Links(sheet, row, position, at)
    return None


def parent_of(child: Links, sheets: Sequence[Links]) -> Links | None:
    """The sheet that a repeat's rows belong to: by the name it gives, else the only one it can be."""
    if child.join is None:
        return None
    pointer, target = child.join
    possible = [each for each in sheets if each is not child and target in each.at]
    named = _named(child)
    by_name = [each for each in possible if named and _is_called(each.sheet.name, named)]
    outer = [each for each in possible if each.join is None]
    for found in (by_name, possible if len(possible) == 1 else [], outer, possible):  # a repeat may stand in another
        fitting = [each for each in found if _points_at(child.column(pointer), each.column(target))]
        if len(fitting) == 1:
            return fitting[0]
    return next(iter(by_name), None) or (outer[0] if len(outer) == 1 else None)


def rows_in_parent(child: Links, parent: Links, replaced: pl.Series | None) -> pl.Series:
    """For each row of the child's sheet the position of its row in the parent's, UInt32; null where there is none.

    Of two rows with one key the one that stands is taken, not the one that is `replaced`.
    """
    pointer, target = child.join or _JOINS[0]
    keys = parent.column(target)
    rows = [position for position in range(parent.position + 1, len(keys.at)) if keys.at[position] is not None]
    if replaced is not None:
        rows.sort(key=lambda position: not replaced[position])
    places = {number_of(keys.texts[keys.at[position]]): position for position in rows}
    pointers = child.column(pointer)
    each = pl.Series([*(places.get(number_of(text)) for text in pointers.texts), None], dtype=pl.UInt32)
    return each.gather(pointers.at)


def number_of(text: str) -> str:
    """An index as text: spreadsheets may write 3 as 3.0."""
    return text.strip().removesuffix(".0")


def _named(child: Links) -> str | None:
    if "_parent_table_name" not in child.at:
        return None
    below = child.column("_parent_table_name")
    which = below.at.slice(child.position + 1).drop_nulls()
    return below.texts[which[0]] if len(which) else None


def _is_called(sheet: str, name: str) -> bool:
    """Sheets have at most 31 letters; Kobo cuts longer names off and says so by three dots."""
    cut = sheet.removesuffix(_CUT_OFF)
    return heading_key(sheet) == heading_key(name) or (len(cut) >= 20 and name.startswith(cut))


def _points_at(pointers: TextColumn, keys: TextColumn) -> bool:
    known = {number_of(text) for text in keys.texts}
    return any(number_of(text) in known for text in pointers.texts)
