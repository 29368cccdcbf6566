"""Tells the log what somebody looked at: the page and every choice on it, as codes. One line a page, not one a click.

The line is written when the page has run, also where it broke off. The same page with the same choices, looked at
again, is one line until a quarter of an hour has passed.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from monitoring.domain.people import Actor
from monitoring.services import write_log
from monitoring.ui import session

AGAIN_AFTER_SECONDS = 15 * 60

_NOW, _BEFORE = "seen_now", "seen_before"
_NO_CHOICE = (session.LANGUAGE, session.VIEW_AS)
"""How somebody reads, and whose eyes the demo looks through: not what was looked at."""

Choices = dict[str, list[str]]


def chose(name: str, codes: Sequence[str]) -> None:
    """A choice on the page that is running."""
    if codes and name not in _NO_CHOICE:
        session.remembered(_NOW, Choices())[name] = list(codes)


@contextmanager
def page(actor: Actor, name: str) -> Iterator[None]:
    """Around the run of a page."""
    session.remember(_NOW, {})
    try:
        yield
    finally:
        _write(actor, name, session.remembered(_NOW, Choices()))


def _write(actor: Actor, name: str, choices: Choices) -> None:
    now, before = (actor.name, name, choices), session.recalled(_BEFORE)
    if isinstance(before, tuple) and before[0] == now and time.monotonic() - before[1] < AGAIN_AFTER_SECONDS:
        return
    write_log.saw(actor, session.house(), name, choices)
    session.remember(_BEFORE, (now, time.monotonic()))
