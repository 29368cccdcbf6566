"""A release as two plain files, to be carried to where another key is: that of the sample data alone, all invented."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from monitoring.domain.release import Release, ReleasedCell
from monitoring.store import released_cells
from monitoring.store.release_files import facts_of, release_of

CELLS, ABOUT = "cells.parquet", "release.json"


@dataclass(frozen=True, slots=True)
class CarriedRelease:
    """What a release says, and of which workbooks it was made: file name -> SHA-256 in hex."""

    release: Release
    cells: tuple[ReleasedCell, ...]
    workbooks: Mapping[str, str]


def write(folder: Path, release: Release, cells: Iterable[ReleasedCell], workbooks: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    released_cells.frame_of(cells).write_parquet(folder / CELLS, compression="zstd", compression_level=19)
    about = {"release": facts_of(release), "workbooks": dict(sorted(workbooks.items()))}
    (folder / ABOUT).write_text(json.dumps(about, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def read(folder: Path) -> CarriedRelease | None:
    """None where there is none."""
    import polars

    if not (folder / ABOUT).exists():
        return None
    about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    cells = tuple(released_cells.cell_of(row) for row in polars.read_parquet(folder / CELLS).iter_rows(named=True))
    return CarriedRelease(release_of({**about["release"], "fingerprint": None}), cells, about["workbooks"])
