"""A list to choose one thing from: what is chosen stands in the link as its code."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from monitoring.ui import link, seen


def choose_one(
    label: str,
    offered: Mapping[str, str],
    *,
    key: str,
    width: int = 420,
    label_visibility: Literal["visible", "collapsed"] = "visible",
) -> str:
    """The code chosen of code -> words; the first until another is chosen. `offered` is never empty.

    Words may be uploaded text: Streamlit shows the entries of such a list as they are.
    """
    codes = list(offered)
    link.one(key, codes, codes[0])
    chosen = st.selectbox(
        label,
        codes,
        format_func=lambda code: offered[code],
        key=key,
        width=width,
        label_visibility=label_visibility,
        persist_state="session",
    )
    seen.chose(key, [chosen])  # the first of the list stands in no link, and was looked at all the same
    link.follows(key, [chosen] if chosen != codes[0] else [])
    return chosen
