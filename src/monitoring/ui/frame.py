"""The frame around every page: title of the tab, logo, menu by what one may do, the demo's switch. Reads no data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import streamlit as st

from monitoring.domain.people import Actor, Deed, Role
from monitoring.domain.refusal import Refusal
from monitoring.ui import languages, logo, notices, palette, seen, session, signed_out, view_as, way_out
from monitoring.words import say

_DARK_BUTTON = '<style>[data-testid^="stBase"][data-testid*="Button-primary"]{color:#0B1316}</style>'
"""Streamlit writes white on any primary colour: 3.1 to 1 on ours in the dark, with this 6 to 1."""

_MENU_AWAY = '<style>.stSidebar[data-collapsed="true"]{visibility:hidden}</style>'
"""On a telephone the menu is a drawer. Closed, it lies beside the screen, where no key and no reader is to go."""

_START = "start"
"""What the first page would be called if it did not stand at the bare address."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One page of the menu, offered to whoever may do one of the deeds. The service still decides."""

    path: str
    deeds: tuple[Deed, ...]

    @property
    def name(self) -> str:
        return Path(self.path).stem

    def is_for(self, actor: Actor) -> bool:
        return any(actor.may(deed) for deed in self.deeds)


def show(menu: Mapping[str, Sequence[Offer]]) -> None:
    """Draws the frame and runs the page that was asked for, if this person is offered it."""
    if not session.is_served():
        signed_out.show_no_house()
        st.stop()
    session.settle_language(None)  # the run before this one, in the same thread, may have been in another
    st.set_page_config(page_title=say("screens.product"), layout="wide")  # the icon: see ui/logo.py
    is_demo = session.house().settings.demo
    if is_demo:
        view_as.switch()
    elif session.signed_in() is None:
        _nothing()
    actor = session.current_actor()
    logo.show()
    st.html(_MENU_AWAY + (_DARK_BUTTON if palette.is_dark() else ""))
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        way_out.show()
        if not is_demo:
            languages.switch()
    if not is_demo:
        way_out.word_before_the_end()
    if actor.role is Role.PROVIDER:
        st.caption(say("screens.only_own_cases"), text_alignment="right")
    page = st.navigation(_sections(menu, actor), position="top")
    with seen.page(actor, page.url_path or _first(menu, actor)):
        try:
            page.run()
        except Refusal as refusal:
            notices.refused(refusal)


def _first(menu: Mapping[str, Sequence[Offer]], actor: Actor) -> str:
    """The page whose address is the server's own: of the menu the first that this person is offered."""
    return next(offer.name for offers in menu.values() for offer in offers if offer.is_for(actor))


def _nothing() -> NoReturn:
    """For nobody: not even the menu stays of what was on the screen."""
    st.navigation([st.Page(signed_out.show, title=say("screens.product"))], position="hidden").run()
    st.stop()


def _sections(menu: Mapping[str, Sequence[Offer]], actor: Actor) -> dict[str, list[st.Page]]:
    """Heading -> pages. The first page opens at the bare address, and under its own name like every other."""
    offered = {section: [each for each in offers if each.is_for(actor)] for section, offers in menu.items()}
    sections = {
        say(f"screens.menu.{name}"): [_page(each) for each in offers] for name, offers in offered.items() if offers
    }
    start = next(iter(sections.values()), [])
    if start:
        first = next(each for offers in offered.values() for each in offers)
        start[0] = st.Page(first.path, title=_title(first), url_path=_START, default=True)
        start.append(st.Page(first.path, title=_title(first), url_path=first.name, visibility="hidden"))
    return sections


def _page(offer: Offer) -> st.Page:
    return st.Page(offer.path, title=_title(offer), url_path=offer.name)


def _title(offer: Offer) -> str:
    return say(f"screens.menu.{offer.name}")
