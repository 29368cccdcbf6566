"""Buttons that hand out a file through our own route, to nobody but the person who looks at the button."""

from collections.abc import Callable

import streamlit as st

from monitoring.domain.people import Actor, Deed
from monitoring.ui import session


def button(
    label: str,
    make: Callable[[Actor], bytes],
    *,
    file_name: str,
    media_type: str,
    deed: Deed,
    is_main: bool = False,
) -> None:
    """`make` is called when the file is fetched, outside the page, with the person as they are then."""
    now = session.signed_in()
    address = session.shelf().put(
        make,
        file_name=file_name,
        media_type=media_type,
        deed=deed,
        actor=session.current_actor(),
        session=now.id if now else None,
    )
    st.link_button(label, address, icon=":material/download:", type="primary" if is_main else "secondary")
