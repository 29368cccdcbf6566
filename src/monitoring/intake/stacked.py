"""Sheets of one form become one table, as where two versions of it were exported apart. Judges no answer.

Every row keeps the place where it was found: problems are told of its own sheet and cell.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

import polars as pl

from monitoring.intake.findings import Part, SheetUnderCheck
from monitoring.intake.limits import MAX_ROW


def by_form(checks: Iterable[SheetUnderCheck]) -> dict[str, SheetUnderCheck]:
    """One table a form, of all its sheets, in the order in which the forms come."""
    found: dict[str, list[SheetUnderCheck]] = {}
    for check in checks:
        found.setdefault(check.form.name, []).append(check)
    return {name: parts[0] if len(parts) == 1 else _stacked(parts) for name, parts in found.items()}


def _stacked(parts: Sequence[SheetUnderCheck]) -> SheetUnderCheck:
    """The rows of the second sheet beneath those of the first; their numbers go on from the last row a sheet has."""
    first, starts = parts[0], _starts(parts)
    whole = SheetUnderCheck(
        sheet=first.sheet,
        form=first.form,
        table=pl.concat(_numbered(part.table, at) for at, part in enumerate(parts)),
        cells=_texts([_numbered(part.cells, at) for at, part in enumerate(parts)]),
        letters={name: at for part in reversed(parts) for name, at in part.letters.items()},
        language=first.language,
        elsewhere=_places(parts, starts),
        parts=tuple(Part(part.sheet, part.table.height, part.own_columns) for part in parts),
    )
    for part, start in zip(parts, starts, strict=True):
        whole.take_over(part, start)
    return whole


def _starts(parts: Sequence[SheetUnderCheck]) -> list[int]:
    return [sum(part.table.height for part in parts[:at]) for at in range(len(parts))]


def _numbered(frame: pl.DataFrame, at: int) -> pl.DataFrame:
    return frame.with_columns(pl.col("sheet_row") + at * MAX_ROW)


def _texts(frames: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """Cells as text, each kept once; a sheet may lack columns that another has."""
    plain = [frame.with_columns(pl.exclude("sheet_row").cast(pl.String)) for frame in frames]
    whole = pl.concat(plain, how="diagonal")
    kept = {name: whole[name].drop_nulls().unique(maintain_order=True) for name in whole.columns if name != "sheet_row"}
    named = [pl.col(name).cast(pl.Enum(texts)) for name, texts in kept.items()]
    return whole.select(*named, "sheet_row")


def _places(parts: Sequence[SheetUnderCheck], starts: Sequence[int]) -> Mapping[str, Callable[[int], tuple[str, str]]]:
    """Of every question: each sheet knows where its own rows stand."""

    def of(name: str) -> Callable[[int], tuple[str, str]]:
        def place(row: int) -> tuple[str, str]:
            at = max(which for which, start in enumerate(starts) if start <= row)
            return parts[at].place_of(name, row - starts[at])

        return place

    return {name: of(name) for name in parts[0].form.names}
