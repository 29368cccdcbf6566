"""Looks at the machine and the data folder from outside: versions, space, keys, permissions, clock. Reads no record."""

import platform
import shutil
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from importlib.metadata import requires, version
from pathlib import Path

from monitoring.access.log import Log
from monitoring.bootstrap import open_people
from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.keeping.findings import Finding, bad, fine, note, warn
from monitoring.keeping.verify import REPLACED
from monitoring.settings import Settings
from monitoring.store.keys import KeyRefused, read_keys

PINNED = ("duckdb", "duckdb-extension-httpfs", "streamlit")
LEAST_FREE = 2_000_000_000
"""Bytes: room for a hand-in, its backup, and a restore beside both."""

BACKUP_EVERY = timedelta(days=7)
_DRIFT = timedelta(minutes=5)
_OTHERS = 0o077


def examine(settings: Settings) -> Iterator[Finding]:
    """Everything that can be seen without opening the database."""
    yield from _versions()
    if not settings.data.is_dir():
        yield bad("folder", "missing", folder=settings.data)
        return
    yield from _folder(settings.data)
    yield from _space(settings.data)
    yield from _keys(settings)
    yield from _leftovers(settings.data)
    try:
        book = open_people(settings)
        log = Log(book.file)
        yield from _people(book.all())
        yield from _clock(log, datetime.now(UTC))
        yield from _backups(log, datetime.now(UTC))
    except KeyRefused:
        return  # told above
    except Refusal as refusal:
        is_of_people = refusal.reason == "people_damaged"
        check, outcome = ("people", "damaged") if is_of_people else ("key", refusal.reason)
        yield bad(check, outcome, **refusal.facts)


def _versions() -> Iterator[Finding]:
    wanted = {line.split(";")[0].replace(" ", "") for line in requires("monitoring") or ()}
    found = {name: version(name) for name in PINNED}
    python = sys.version_info[:2]
    if not (3, 11) <= python <= (3, 13):
        yield bad("versions", "python", version=platform.python_version())
    for name, has in found.items():
        pinned = next((line.removeprefix(name) for line in wanted if line.startswith(f"{name}==")), "")
        if not _fits(has, pinned.removeprefix("==")):
            yield bad("versions", "library", name=name, version=has, wanted=pinned)
    said = ", ".join(f"{name} {has}" for name, has in found.items())
    yield fine("versions", python=platform.python_version(), ours=version("monitoring"), libraries=said)


def _fits(has: str, pinned: str) -> bool:
    return has.startswith(pinned.removesuffix("*")) if pinned.endswith("*") else pinned in ("", has)


def _folder(data: Path) -> Iterator[Finding]:
    if data.stat().st_mode & _OTHERS:
        yield bad("folder", "open", folder=data)
    else:
        yield fine("folder", folder=data)


def _space(data: Path) -> Iterator[Finding]:
    free, holds = shutil.disk_usage(data).free, sum(each.stat().st_size for each in data.rglob("*") if each.is_file())
    facts = {"free": round(free / 1e9, 1), "holds": round(holds / 1e6, 1), "folder": data}
    yield bad("space", "little", **facts) if free < max(LEAST_FREE, 3 * holds) else fine("space", **facts)


def _keys(settings: Settings) -> Iterator[Finding]:
    file = settings.key_file
    try:
        keys = read_keys(file, settings.data, make=False)
    except KeyRefused as refusal:
        yield bad("key", refusal.reason, **refusal.facts)
        return
    if file.parent.stat().st_mode & 0o022:
        yield bad("key", "folder_open", folder=file.parent)
    elif len(keys) > 1:
        yield note("key", "older", count=len(keys) - 1, file=file)
    else:
        yield fine("key", file=file)


def _leftovers(data: Path) -> Iterator[Finding]:
    unfinished = [each for each in data.rglob("*.unfinished*") if each.is_file()]
    if unfinished:
        yield warn("leftovers", "unfinished", count=len(unfinished), folder=data)
    if former := list(data.glob(f"*{REPLACED}")):
        yield warn("leftovers", "former", file=former[0])
    if not (unfinished or former):
        yield fine("leftovers")


def _people(people: Iterable[tuple[Actor, bool]]) -> Iterator[Finding]:
    """Somebody has to be able to let others in; and two, so that one may be away."""
    administrators = [person for person, disabled in people if person.role is Role.ADMINISTRATOR and not disabled]
    if not administrators:
        yield warn("people", "no_administrator")
    else:
        yield fine("people", count=len(administrators))


def _clock(log: Log, now: datetime) -> Iterator[Finding]:
    """A clock that was put back dates hand-ins before those that came first, and ends no session."""
    newest = log.newest(1)
    last = datetime.fromisoformat(newest[0].at) if newest else now
    if last > now + _DRIFT:
        yield bad("clock", "behind", now=f"{now:%Y-%m-%d %H:%M}", last=f"{last:%Y-%m-%d %H:%M}")
    else:
        yield fine("clock", now=f"{now:%Y-%m-%d %H:%M}")


def _backups(log: Log, now: datetime) -> Iterator[Finding]:
    newest = log.newest(1, what="backup_made")
    if not newest:
        yield warn("backup", "none")
        return
    made = datetime.fromisoformat(newest[0].at)
    facts = {"day": f"{made:%Y-%m-%d}", "file": newest[0].detail.rsplit(" ", 1)[0]}
    yield warn("backup", "old", **facts) if now - made > BACKUP_EVERY else fine("backup", **facts)
