"""Looks at database, kept files and log: itself where nobody holds them, through the running server otherwise."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import Any

from monitoring.access.anchor import Anchor
from monitoring.access.log_check import check
from monitoring.access.staff_file import StaffFile
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.refusal import Refusal
from monitoring.keeping.backup import PEOPLE
from monitoring.keeping.findings import Finding, bad, fine, note, warn
from monitoring.settings import Settings
from monitoring.store.connection import Database
from monitoring.store.housekeeping import Housekeeping
from monitoring.store.kept_cells import KeptCells
from monitoring.store.keys import KeyRefused, read_keys
from monitoring.store.store import DATABASE, KEPT
from monitoring.store.tables import pending

Ask = Callable[[Sequence[str]], dict[str, Any] | None]
"""Has the running server carry out a command; what it answered, or None where none listens."""


def examine(settings: Settings, catalogue: Catalogue, ask: Ask) -> Iterator[Finding]:
    """Nothing is changed, and no migration is run."""
    try:
        keys = read_keys(settings.key_file, settings.data, make=False)
    except KeyRefused:
        return  # told already
    path = settings.data / DATABASE
    if not path.exists():
        yield note("database", "none")
    else:
        yield from _database(settings, catalogue, keys, ask)
    if (settings.data / PEOPLE).exists():
        yield from _log(settings, keys)


def _database(settings: Settings, catalogue: Catalogue, keys: tuple[str, ...], ask: Ask) -> Iterator[Finding]:
    try:
        database = Database(settings.data / DATABASE, keys[0], keys[1:])
    except Refusal as refusal:
        if refusal.reason == "store_in_use":
            yield from _through_the_server(ask)
        else:
            yield bad("database", refusal.reason, **refusal.facts)
        return
    with closing(database):
        with database.cursor() as cursor:
            waiting = pending(cursor)
        if waiting:
            yield note("migrations", "pending", count=len(waiting))
            return
        yield fine("migrations")
        kept = KeptCells(settings.data / KEPT, keys)
        whole = Housekeeping(database, kept, catalogue).integrity()
        wrong = len(whole.missing) + len(whole.damaged) + len(whole.different)
        yield _integrity(whole.rows, whole.hand_ins, wrong)
        if whole.is_whole and (older := (database.key != keys[0]) + kept.of_an_older_key()):
            yield warn("key", "unfinished", count=older)


def _through_the_server(ask: Ask) -> Iterator[Finding]:
    answer = ask(["verify", "--json"])
    try:
        found = json.loads((answer or {})["out"])
    except (KeyError, ValueError):
        yield bad("server", "silent")
        return
    yield fine("server")
    yield fine("migrations")
    wrong = sum(len(found[name]) for name in ("missing", "damaged", "different"))
    yield _integrity(found["rows"], found["hand_ins"], wrong)


def _integrity(rows: int, hand_ins: int, wrong: int) -> Finding:
    facts = {"rows": rows, "hand_ins": hand_ins, "wrong": wrong}
    return bad("integrity", "broken", **facts) if wrong else fine("integrity", **facts)


def _log(settings: Settings, keys: tuple[str, ...]) -> Iterator[Finding]:
    try:
        found = check(StaffFile(settings.data / PEOPLE), Anchor(settings.key_file, settings.data, keys))
    except Refusal:
        return  # a damaged file is told already
    yield bad("log", "broken", count=len(found.findings)) if found.findings else fine("log", lines=found.lines)
