"""The folder that an analyst gets: rows in each format, what is needed to read them, and a manifest."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from typing import Any

import polars

from monitoring.domain.refusal import Refusal
from monitoring.exports.harmless_text import harmless
from monitoring.exports.labelled_files import LABELLED_FILES
from monitoring.exports.row_files import ROW_FILES
from monitoring.exports.variables import Variable

MANIFEST = "manifest.json"
ROWS = "rows"


@contextmanager
def new_folder(folder: Path) -> Iterator[None]:
    """A folder for one pack alone, readable by its owner; emptied again where the pack cannot be finished.

    Raises Refusal where it holds something or cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        is_empty = not any(folder.iterdir())
    except OSError:
        raise Refusal("cannot_write", file=folder) from None
    if not is_empty:
        raise Refusal("export_folder_full", folder=folder)
    try:
        yield
    except BaseException:
        for path in folder.iterdir():
            path.unlink()
        raise


def write_rows(
    folder: Path, name: str, formats: Sequence[str], columns: Sequence[Variable], batches: Iterable[polars.DataFrame]
) -> int:
    """The rows into a file of each format, in one pass. Returns how many there were. Raises Refusal."""
    files = [{**ROW_FILES, **LABELLED_FILES}[each](folder / f"{name}.{each}", columns) for each in formats]
    rows = 0
    for batch in batches:
        rows += len(batch)
        for file in files:
            file.add(batch)
    for file in files:
        file.close()
    return rows


def write_table(folder: Path, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A small table beside the rows, as CSV; text that would be calculated is made plain."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(columns)
    for row in rows:
        table.writerow([harmless(each) if isinstance(each, str) else each for each in row])
    (folder / name).write_text(written.getvalue(), encoding="utf-8")


def write_variables(
    folder: Path, columns: Sequence[Variable], explained: Mapping[tuple[str | None, str | None], int]
) -> None:
    """What each column means, and how many cells of it had a warning that their office explained."""
    write_table(
        folder,
        "variables.csv",
        ("name", "label", "kind", "form", "question", "coarser_by", "warnings_explained", "codes"),
        (
            (
                each.name,
                each.label,
                each.kind.value,
                each.form or "",
                each.question or "",
                each.level,
                explained.get((each.form, each.question), 0),
                "; ".join(f"{code} = {label}" for code, label in each.codes.items()),
            )
            for each in columns
        ),
    )


def write_manifest(folder: Path, facts: Mapping[str, Any]) -> None:
    """The facts, and the SHA-256 of every other file in the folder."""
    files = [
        {"file": path.name, "bytes": path.stat().st_size, "sha256": _fingerprint(path)}
        for path in sorted(folder.iterdir())
        if path.name != MANIFEST
    ]
    text = json.dumps({**facts, "files": files}, ensure_ascii=False, indent=2, default=str)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def _fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
