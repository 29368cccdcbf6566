"""Who is signed in, kept on the server. A browser holds a random word; the file holds only its hash.

Nothing in the cookie can be read or forged, and deleting a row ends a session at once, wherever its cookie was copied.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from monitoring.access.people import PeopleBook, UnknownPerson
from monitoring.domain.people import Actor

IDLE_SECONDS = 15 * 60
"""After so long without a sign of the person."""

NOTED_EVERY_SECONDS = 10
"""How roughly the last sign is kept: writing takes forty times as long as reading, and a page is many requests."""

LONGEST_SECONDS = 8 * 3600
"""A working day: then everybody signs in again."""


@dataclass(frozen=True, slots=True)
class Session:
    """A session that is valid now, and the person as they stand now: never as they stood at sign-in."""

    id: str
    actor: Actor
    needs: str | None  # "password" or "second_step": what must be done before anything else
    seconds_left: float
    may_be_extended: bool  # whether the idle time ends it, rather than the working day


def id_of(token: str) -> str:
    """The hash under which a token's session is kept."""
    return sha256(token.encode()).hexdigest()


class Sessions:
    """The open sessions of one data folder. `now` gives seconds since 1970."""

    def __init__(self, people: PeopleBook, now: Callable[[], float] = time.time) -> None:
        self._people = people
        self._file = people.file
        self._now = now

    def open(self, name: str) -> str:
        """A new session; returns the token for the browser, which is kept nowhere else."""
        token, now = secrets.token_urlsafe(32), self._now()
        with self._file.open() as book:
            book.execute("insert into sessions values (?, ?, ?, ?)", (id_of(token), name, now, now))
            book.execute("delete from sessions where opened_at < ? or seen_at < ?", self._oldest(now))
        return token

    def find(self, session: str, *, is_active: bool = False) -> Session | None:
        """The valid session of that id, or None. `is_active`: the person did something; the idle time starts anew."""
        now = self._now()
        sql = (
            "select name, opened_at, seen_at, password_is_for_once, second_step, password from sessions "
            "left join accounts using (name) where id = ? and opened_at >= ? and seen_at >= ?"
        )
        with self._file.open() as book:
            row = book.execute(sql, (session, *self._oldest(now))).fetchone()
            if row is None:
                return None
            name, opened_at, seen_at, for_once, second_step, password = row
            if is_active and now - seen_at >= NOTED_EVERY_SECONDS:
                book.execute("update sessions set seen_at = ? where id = ?", (now, session))
                seen_at = now
        try:
            actor = self._people.find(name)
        except UnknownPerson:
            return None
        of_the_day, idle = opened_at + LONGEST_SECONDS - now, seen_at + IDLE_SECONDS - now
        needs = _needs(actor, for_once, second_step, password)
        return Session(session, actor, needs, min(of_the_day, idle), may_be_extended=idle < of_the_day)

    def close(self, session: str) -> None:
        """Signs out of one session."""
        with self._file.open() as book:
            book.execute("delete from sessions where id = ?", (session,))

    def close_all(self, name: str) -> None:
        """Signs a person out everywhere."""
        with self._file.open() as book:
            book.execute("delete from sessions where name = ?", (name,))

    def _oldest(self, now: float) -> tuple[float, float]:
        return now - LONGEST_SECONDS, now - IDLE_SECONDS


def _needs(actor: Actor, for_once: int | None, second_step: str | None, password: str | None) -> str | None:
    """Whoever signs in elsewhere (no password here) has proved themselves there, second step included."""
    if password is None:
        return None
    if for_once:
        return "password"
    return "second_step" if actor.needs_second_step and not second_step else None
