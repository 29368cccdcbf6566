"""What is kept of each hand-in, one encrypted file each: the database can be rebuilt from them.

A file holds the cells as they were read, the typed rows they gave, and who handed them in; others what was decided.
Only declared columns are kept; the original bytes never are.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monitoring.store.sealing import Sealing, write_whole

if TYPE_CHECKING:
    import polars

_CELLS, _FACTS_FILE = ".cells", ".facts"
_ROWS = "rows/"
_FACTS = "facts"
_LENGTH = 8

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """One hand-in. `cells` are form name to text columns and sheet_row, `rows` the typed rows that they gave."""

    cells: Mapping[str, polars.DataFrame]
    rows: Mapping[str, polars.DataFrame] = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)


class KeptCells:
    """The folder of what is kept. Each file is sealed for its submission's number."""

    def __init__(self, folder: Path, keys: tuple[str, ...]) -> None:
        self._folder = folder
        self._sealing = Sealing(keys, "kept cells")

    def write(self, submission: int, kept: Kept, frames: io.BytesIO | None = None) -> Path:
        """Writes a hand-in, in the place of an earlier file of its number; returns the file's path.

        `frames`: its frames as `packed` gave them, where that was done while something else was waited for.
        """
        out = frames or packed(kept)
        if kept.facts:
            with _part(out, _FACTS):
                out.write(json.dumps(kept.facts).encode())
        return self._write(self.path(submission), str(submission), out.getbuffer())

    def write_facts(self, name: str, facts: Facts) -> Path:
        """Writes what is no row of a workbook, such as what was decided of a hand-in."""
        return self._write(self._folder / f"{name}{_FACTS_FILE}", name, json.dumps(facts).encode())

    def read(self, submission: int) -> Kept:
        """A hand-in as it was kept. Raises NotOurs where the file was changed or no key fits."""
        return _unpacked(self._sealing.open(self.path(submission).read_bytes(), str(submission)))

    def facts(self) -> dict[str, Facts]:
        """Everything written with `write_facts`, by its name. Raises NotOurs."""
        paths = sorted(self._folder.glob(f"*{_FACTS_FILE}"))
        return {name: json.loads(self._sealing.open(path.read_bytes(), name)) for path in paths if (name := path.stem)}

    def submissions(self) -> list[int]:
        """The numbers of the hand-ins that are kept, in order."""
        return sorted(int(path.stem) for path in self._folder.glob(f"*{_CELLS}"))

    def seal_anew(self) -> int:
        """Seals with the present key what an older one had sealed; returns how many files. May be cut off and begun
        again: each file is under one key or the other, and both open it."""
        done = 0
        for path, name in self._files():
            sealed = path.read_bytes()
            if self._sealing.is_of_an_older_key(sealed, name):
                self._write(path, name, self._sealing.open(sealed, name))
                done += 1
        return done

    def of_an_older_key(self) -> int:
        """How many files an older key sealed. Raises NotOurs."""
        return sum(self._sealing.is_of_an_older_key(path.read_bytes(), name) for path, name in self._files())

    def path(self, submission: int) -> Path:
        return self._folder / f"{submission:06}{_CELLS}"

    def _files(self) -> Iterator[tuple[Path, str]]:
        """Every file, and the name it is sealed for."""
        for number in self.submissions():
            yield self.path(number), str(number)
        for path in sorted(self._folder.glob(f"*{_FACTS_FILE}")):
            yield path, path.stem

    def _write(self, path: Path, name: str, content: bytes | memoryview) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(path, self._sealing.seal(content, name))
        return path


def packed(kept: Kept) -> io.BytesIO:
    """The frames of a hand-in, each named and length-prefixed, as Arrow files."""
    out = io.BytesIO()
    for name, frame in [*kept.cells.items(), *((f"{_ROWS}{form}", rows) for form, rows in kept.rows.items())]:
        with _part(out, name):
            frame.write_ipc(out, compression="lz4")
    return out


@contextmanager
def _part(out: io.BytesIO, part: str) -> Iterator[None]:
    """What is written meanwhile is the part's body. Its length is put before it afterwards: a large hand-in is not held
    in memory once more for that."""
    name = part.encode()
    out.write(len(name).to_bytes(2) + name + bytes(_LENGTH))
    start = out.tell()
    yield
    end = out.tell()
    out.seek(start - _LENGTH)
    out.write((end - start).to_bytes(_LENGTH))
    out.seek(end)


def _unpacked(packed: bytes) -> Kept:
    import polars  # of no use to pages that only read figures

    cells, rows, facts = {}, {}, {}
    stream = io.BytesIO(packed)
    while length := stream.read(2):
        name = stream.read(int.from_bytes(length)).decode()
        body = stream.read(int.from_bytes(stream.read(_LENGTH)))
        if name == _FACTS:
            facts = json.loads(body)
        elif name.startswith(_ROWS):
            rows[name.removeprefix(_ROWS)] = polars.read_ipc(io.BytesIO(body))
        else:
            cells[name] = polars.read_ipc(io.BytesIO(body))
    return Kept(cells, rows, facts)
