"""Releases on disk: each a frozen encrypted file of its own, and a signed slip beside it that says what was decided.

They lie in a folder of their own with a key of their own: whoever shows releases needs neither the case database nor
its key. A file is never written again; a slip is, once, by whoever approves or refuses.
"""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from monitoring.domain.refusal import Refusal
from monitoring.domain.release import Audit, Release, ReleasedCell, ReleaseStatus
from monitoring.domain.release_plan import ReleaseRules
from monitoring.settings import Settings
from monitoring.store import released_cells
from monitoring.store.connection import Database
from monitoring.store.keys import read_key

_NAMED = "release-{id:04}"


class ReleaseDamaged(Refusal):
    """A release's file or slip is not as it was frozen."""


class ReleaseFiles:
    """The folder of releases. Any number of processes may read it; one builds."""

    def __init__(self, folder: Path, key_file: Path) -> None:
        """Reads nothing yet, and makes neither folder nor key before the first release is built."""
        self._folder = folder
        self._key_file = key_file
        self._open: dict[int, Database] = {}
        self._opening = Lock()

    @classmethod
    def of(cls, settings: Settings) -> ReleaseFiles:
        """Those of a data folder, with the key beside its key."""
        return cls(settings.releases, settings.release_key_file)

    @cached_property
    def _key(self) -> str:
        return read_key(self._key_file, self._folder)

    def all(self) -> tuple[Release, ...]:
        """Every release, the newest first. Raises ReleaseDamaged where a slip was changed."""
        slips = sorted(self._folder.glob("release-*.json"), reverse=True)
        return tuple(self._read(slip) for slip in slips)

    def add(self, release: Release, cells: Iterable[ReleasedCell]) -> Release:
        """Freezes a release under the next number, and says which it is."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        id_ = max((each.id for each in self.all()), default=0) + 1
        unfinished = self._path(id_).with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        numbered = replace(release, id=id_)
        released_cells.write(unfinished, self._key, cells, facts_of(numbered))
        unfinished.chmod(0o400)
        frozen = replace(numbered, fingerprint=_hash(unfinished))
        unfinished.replace(self._path(id_))
        self._write_slip(frozen)
        return frozen

    def decide(self, release: Release) -> None:
        """Writes what was decided on the slip."""
        self._write_slip(release)

    def cells(
        self, release: Release, *, indicators: Sequence[str] = (), by: Sequence[str] | None = None
    ) -> tuple[ReleasedCell, ...]:
        """The published cells: all, or of some indicators, or of one pair of dimensions. Raises ReleaseDamaged."""
        with self._opened(release).cursor() as cursor:
            return released_cells.read(cursor, indicators, by)

    def check(self, release: Release) -> None:
        """Raises ReleaseDamaged where the file is not the one that was frozen."""
        path = self._path(release.id)
        if not path.exists() or _hash(path) != release.fingerprint:
            raise ReleaseDamaged("release_tampered", id=release.id)

    def close(self) -> None:
        """Lets go of every open file."""
        for database in self._open.values():
            database.close()
        self._open.clear()

    def _opened(self, release: Release) -> Database:
        with self._opening:
            if release.id not in self._open:
                self.check(release)
                self._open[release.id] = Database(self._path(release.id), self._key, read_only=True)
            return self._open[release.id]

    def _path(self, id_: int) -> Path:
        return self._folder / f"{_NAMED.format(id=id_)}.duckdb"

    def _write_slip(self, release: Release) -> None:
        facts = {**facts_of(release), "fingerprint": release.fingerprint}
        slip = self._path(release.id).with_suffix(".json")
        unfinished = slip.with_suffix(".writing")
        document = json.dumps({"release": facts, "signature": self._signature(facts)}, indent=2, ensure_ascii=False)
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(document)
        unfinished.replace(slip)

    def _read(self, slip: Path) -> Release:
        try:
            document = json.loads(slip.read_text(encoding="utf-8"))
            facts, signature = document["release"], document["signature"]
            if not hmac.compare_digest(signature, self._signature(facts)):
                raise ReleaseDamaged("release_slip_tampered", file=slip.name)
            return release_of(facts)
        except (ValueError, KeyError, TypeError) as error:
            raise ReleaseDamaged("release_slip_tampered", file=slip.name) from error

    def _signature(self, facts: Mapping[str, Any]) -> str:
        said = json.dumps(facts, sort_keys=True, ensure_ascii=False).encode()
        return hmac.new(bytes.fromhex(self._key), b"slip" + said, sha256).hexdigest()


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def facts_of(release: Release) -> dict[str, Any]:
    """The record of a release as JSON has it. Its fingerprint is of the file that holds the same, so not in it."""
    facts = asdict(release)
    facts.pop("fingerprint")
    facts["status"] = release.status.value
    for name in ("built_at", "as_of", "data_as_of", "decided_at"):
        facts[name] = facts[name].isoformat() if facts[name] else None
    facts["hand_ins"] = list(release.hand_ins)
    return facts


def release_of(facts: dict[str, Any]) -> Release:
    """The other way round. Raises KeyError, TypeError, ValueError for anything else."""

    def moment(name: str) -> datetime | None:
        return datetime.fromisoformat(facts[name]) if facts[name] else None

    return Release(
        **{
            **facts,
            "built_at": datetime.fromisoformat(facts["built_at"]),
            "as_of": date.fromisoformat(facts["as_of"]),
            "data_as_of": moment("data_as_of"),
            "decided_at": moment("decided_at"),
            "audit": Audit(**facts["audit"]),
            "rules": ReleaseRules(**facts["rules"]),
            "hand_ins": tuple(facts["hand_ins"]),
            "status": ReleaseStatus(facts["status"]),
        }
    )
