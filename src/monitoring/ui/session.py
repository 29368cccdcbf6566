"""Who is looking, at which house, and what their session remembers. The only place that knows the session's state."""

from __future__ import annotations

from threading import local
from typing import TYPE_CHECKING, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from monitoring.access.door import SESSION_HEADER
from monitoring.access.log import Log
from monitoring.access.refusal_notes import NOBODY
from monitoring.bootstrap import DEMO_PEOPLE
from monitoring.domain.people import Actor
from monitoring.domain.refusal import Refusal
from monitoring.services import refused
from monitoring.services.house import House
from monitoring.ui import signed_out
from monitoring.words import LANGUAGES, ask_for_language

if TYPE_CHECKING:  # what stands behind the entrance is of no use to a page
    from collections.abc import Callable

    from monitoring.access.drafts import Draft
    from monitoring.access.entrance import Entrance
    from monitoring.access.sessions import Session
    from monitoring.access.shelf import Shelf

Kept = TypeVar("Kept")
Drafted = TypeVar("Drafted", bound="Draft")

VIEW_AS = "view_as"
"""Where the demo keeps whose eyes one looks through."""

LANGUAGE = "language"
"""Where the language that somebody chose is kept."""

_state = st.session_state  # noqa: TID251  (this is the one place: nobody else reaches the session's state)
_reads = local()  # of the run in this thread: whose it is, and its language
_served: list[tuple[House, Entrance | None]] = []  # at most one: the process has one data folder


def serve(house: House, entrance: Entrance | None = None) -> None:
    """Makes this the house that every page of the process reads from. Without an entrance nobody can sign in."""
    _served[:] = [(house, entrance)]
    ask_for_language(language)


def house() -> House:
    """Raises LookupError where no server or test has named one: a page was started past the server."""
    return _what_is_served()[0]


def signed_in() -> Session | None:
    """The session of whoever looks, valid at this moment; None where nobody is signed in, and in the demo."""
    entrance = _what_is_served()[1]
    if entrance is None:
        return None
    found, context = entrance.session_of(st.context.headers.get(SESSION_HEADER)), get_script_run_ctx()
    if found is not None and context is not None:
        entrance.tabs.note(context.session_id, found.id)
    return found


def shelf() -> Shelf:
    """Where a page puts the files it offers."""
    entrance = _what_is_served()[1]
    if entrance is None:
        from monitoring.access.shelf import Shelf  # a test without a server: offered, and fetched by nobody

        return Shelf(lambda request: (None, None))
    return entrance.shelf


def demo_people() -> dict[str, Actor]:
    """Role -> the invented person of the demo."""
    return {actor.role.value: actor for actor in DEMO_PEOPLE}


def current_actor() -> Actor:
    """The person looking. Stops the page, kindly, where nobody has signed in."""
    if house().settings.demo:
        return demo_people().get(str(recalled(VIEW_AS)), DEMO_PEOPLE[0])
    session = signed_in()
    if session is None:
        signed_out.show()
        st.stop()
    return session.actor


def is_served() -> bool:
    """Whether a server, or a test, has named a house: not where `streamlit run app.py` went past the gate."""
    return bool(_served)


def note(refusal: Refusal) -> None:
    """Has the log hear of a refusal to whoever is looking."""
    refused.note(current_actor(), house(), refusal)


def log_and_name() -> tuple[Log | None, str]:
    """Where a failure is written down, and whose page it was; it may come before anybody is known."""
    if not _served:
        return None, NOBODY
    if house().settings.demo:
        return Log(house().people.file), current_actor().name
    now = signed_in()
    return Log(house().people.file), now.actor.name if now else NOBODY


def language() -> str:
    """What the person reads: the language they chose, or their browser's."""
    context = get_script_run_ctx(suppress_warning=True)  # outside a run nobody is to be warned: it is English there
    if context is None:
        return LANGUAGES[0]  # not a page: the gate, or a file on its way out
    if context is getattr(_reads, "run", None):
        return str(_reads.language)
    chosen = recalled(LANGUAGE)
    return str(chosen) if chosen in LANGUAGES else language_of_browser()


def settle_language(chosen: str | None) -> None:
    """From now on, to the end of this run, what is read in; None: to be asked for anew, as before the choice is drawn.

    A page asks for it with each of its sentences, a thousand times: each look would cost more than its charts do.
    """
    _reads.run, _reads.language = (get_script_run_ctx() if chosen else None), chosen


def language_of_browser() -> str:
    """The browser's language if we have it, else English."""
    code = (st.context.locale or "").partition("-")[0]
    return code if code in LANGUAGES else LANGUAGES[0]


def draft(key: str, begin: Callable[[], Drafted]) -> Drafted:
    """What this person has begun: of their session on the server, so that another tab or a new line finds it too.

    In the demo, where nobody signs in, it belongs to the browser's tab.
    """
    entrance, now = _what_is_served()[1], signed_in()
    if entrance is None or now is None:
        return remembered(key, begin())
    return entrance.drafts.of(now.id, begin)


def remembered(key: str, otherwise: Kept) -> Kept:
    """What the session keeps under the key; where that is nothing, or of another kind, `otherwise` from now on."""
    kept = recalled(key)
    if isinstance(kept, type(otherwise)):
        return kept
    remember(key, otherwise)
    return otherwise


def remember(key: str, value: object) -> None:
    """Keeps a value; for a widget's key, moves the widget. Only before the widget is drawn, or in a callback."""
    _state[key] = value


def recalled(key: str) -> object:
    """What is kept under the key, or None."""
    kept: object = _state.get(key)
    return kept


def is_going_back() -> bool:
    """Whether this run follows the browser's Back or Forward button."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _what_is_served() -> tuple[House, Entrance | None]:
    if not _served:
        raise LookupError("no house is served in this process")
    return _served[0]
