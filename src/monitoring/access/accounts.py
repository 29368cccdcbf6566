"""Local accounts: passwords, second steps, and how often one may try. Knows no web and keeps no session."""

import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from monitoring.access.staff_file import StaffFile
from monitoring.domain.refusal import Refusal

SHORTEST_PASSWORD = 12
"""NIST SP 800-63B (2025) asks for 15 where a password stands alone; ours stands beside a limiter and a second step."""

MOST_FAILURES = 5
WITHIN_SECONDS = 15 * 60
MOST_FAILURES_FROM_ONE_PLACE = 50
"""A whole office may share one address."""

_STEP_SECONDS = 30


class NotSignedIn(Refusal):
    """The same for a wrong password, an unknown name, a wrong code and a disabled person: nothing can be learned."""

    def __init__(self) -> None:
        super().__init__("not_signed_in")


class TooManyTries(Refusal):
    """Too many failures in a short time, for this name or from this place."""

    def __init__(self) -> None:
        super().__init__("too_many_tries")


class Accounts:
    """The local accounts of one data folder. `now` gives seconds since 1970."""

    def __init__(self, file: StaffFile, now: Callable[[], float] = time.time) -> None:
        self._file = file
        self._now = now
        self._hasher = PasswordHasher()  # argon2id with the parameters of RFC 9106, the second of the two
        self._nobodys = self._hasher.hash(secrets.token_hex())

    def give_password(self, name: str) -> str:
        """A new random password that must be changed at the first sign-in; returned once, and kept only as a hash."""
        password = "-".join(secrets.token_hex(2) for _ in range(5))
        self._write(name, password, for_once=True)
        return password

    def must_be_strong(self, name: str, password: str) -> None:
        """Raises Refusal where the password is too short or is the name itself."""
        if len(password) < SHORTEST_PASSWORD or password.casefold() == name.casefold():
            raise Refusal("weak_password", shortest=SHORTEST_PASSWORD)

    def set_password(self, name: str, password: str) -> None:
        """Raises Refusal for a weak one."""
        self.must_be_strong(name, password)
        self._write(name, password, for_once=False)

    def has_password(self, name: str) -> bool:
        """Whether a person can sign in here, rather than elsewhere only."""
        with self._file.open() as book:
            row = book.execute("select password from accounts where name = ?", (name,)).fetchone()
        return row is not None and row[0] is not None

    def is_one(self, name: str) -> bool:
        """Whether somebody bears the name: only then may the log tell it. People type passwords where names belong."""
        with self._file.open() as book:
            return book.execute("select 1 from people where name = ?", (name,)).fetchone() is not None

    def sign_in(self, name: str, password: str, code: str, place: str) -> None:
        """Raises NotSignedIn or TooManyTries. The same work is done for a name that nobody has."""
        self._count_try(name, place)
        sql = (
            "select password, second_step, last_second_step from accounts join people using (name) "
            "where name = ? and disabled = 0 and password is not null"
        )
        with self._file.open() as book:
            row = book.execute(sql, (name,)).fetchone()
        kept, second_step, last_step = row or (self._nobodys, None, 0)
        fits = self._fits(kept, password) and row is not None
        step = self._step_of(second_step, code, last_step) if second_step else last_step
        if not fits or step is None:
            raise NotSignedIn
        self._note_success(name, step, place, has_second_step=bool(second_step))

    def change_password(self, name: str, password: str, new_password: str) -> None:
        """Raises NotSignedIn or TooManyTries where the present password is wrong, Refusal for a weak new one."""
        self._count_try(name)
        with self._file.open() as book:
            row = book.execute("select password from accounts where name = ?", (name,)).fetchone()
        if not self._fits((row and row[0]) or self._nobodys, password):
            raise NotSignedIn
        self.set_password(name, new_password)

    def offered_second_step(self, name: str) -> str:
        """The secret for an authenticator app, in base 32; the same until a code made with it was given."""
        with self._file.open() as book:
            (offered,) = book.execute("select offered_second_step from accounts where name = ?", (name,)).fetchone()
            if offered is None:
                offered = pyotp.random_base32()
                book.execute("update accounts set offered_second_step = ? where name = ?", (offered, name))
        return str(offered)

    def confirm_second_step(self, name: str, code: str) -> None:
        """From now on codes are asked for. Raises NotSignedIn where the code does not fit, TooManyTries."""
        self._count_try(name)
        secret = self.offered_second_step(name)
        step = self._step_of(secret, code, 0)
        if step is None:
            raise NotSignedIn
        sql = "update accounts set second_step = ?, offered_second_step = null, last_second_step = ? where name = ?"
        with self._file.open() as book:
            book.execute(sql, (secret, step, name))

    def last_signed_in(self) -> dict[str, str]:
        """Name to the moment of the last sign-in, UTC in ISO form."""
        with self._file.open() as book:
            return dict(book.execute("select name, last_signed_in from accounts where last_signed_in is not null"))

    def _write(self, name: str, password: str, *, for_once: bool) -> None:
        """A password given anew also takes the second step away: the person may have lost both."""
        sql = (
            "insert into accounts (name, password, password_is_for_once) values (?, ?, ?) on conflict (name) do update "
            "set password = excluded.password, password_is_for_once = excluded.password_is_for_once, "
            "second_step = case when excluded.password_is_for_once then null else second_step end, "
            "offered_second_step = null"
        )
        with self._file.open() as book:
            book.execute(sql, (name, self._hasher.hash(password), for_once))
            book.execute("delete from sessions where name = ?", (name,))

    def _fits(self, kept: str, password: str) -> bool:
        try:
            return self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False

    def _step_of(self, secret: str, code: str, last_step: int) -> int | None:
        """The time step whose code this is, one step of drift allowed (RFC 6238); None for a wrong or used code."""
        now = int(self._now())
        for drift in (0, -1, 1):
            step = now // _STEP_SECONDS + drift
            if step > last_step and _same(pyotp.TOTP(secret).at(step * _STEP_SECONDS), code):
                return step
        return None

    def _count_try(self, name: str, place: str | None = None) -> None:
        """Counted before the password is looked at: twenty tries at the same moment are twenty tries.

        Whoever is signed in already comes from no place: one of them could use up what all the others may try.
        """
        now = self._now()
        tried = [_hidden("name", name), *([] if place is None else [_hidden("place", place)])]
        with self._file.open() as book:
            book.execute("delete from attempts where at < ?", (now - WITHIN_SECONDS,))
            book.executemany("insert into attempts values (?, ?)", [(what, now) for what in tried])
            counts = dict(book.execute("select what, count(*) from attempts group by what").fetchall())
        most = (MOST_FAILURES, MOST_FAILURES_FROM_ONE_PLACE)
        if any(counts[what] > many for what, many in zip(tried, most, strict=False)):
            raise TooManyTries

    def _note_success(self, name: str, step: int, place: str, *, has_second_step: bool) -> None:
        """Raises NotSignedIn where the same code was used meanwhile. A success is no failure of its place either."""
        moment = datetime.fromtimestamp(self._now(), UTC).isoformat(timespec="seconds")
        with self._file.open() as book:
            sql = "update accounts set last_signed_in = ?, last_second_step = ? where name = ? and last_second_step < ?"
            newest = step if has_second_step else step + 1  # without a second step there is no code to use up
            if book.execute(sql, (moment, step, name, newest)).rowcount == 0:
                raise NotSignedIn
            book.execute("delete from attempts where what = ?", (_hidden("name", name),))
            one = "select rowid from attempts where what = ? limit 1"
            book.execute(f"delete from attempts where rowid in ({one})", (_hidden("place", place),))


def _hidden(kind: str, typed: str) -> str:
    """What was typed is not kept: people type their password where the name belongs."""
    return f"{kind} {sha256(typed.encode()).hexdigest()}"


def _same(right: str, typed: str) -> bool:
    return secrets.compare_digest(right.encode(), typed.strip().encode())
