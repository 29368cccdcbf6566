"""Text that a spreadsheet would take for a formula, made plain. Numbers and codes of our lists are never touched."""

import polars

LIVE = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""With these a formula begins in one spreadsheet program or another, also in their full width."""

_BEFORE = "'"
_UNSEEN = " \u00a0\ufeff"
"""Before a formula some programs leave these away."""

_BREAKS = str.maketrans({"\t": " ", "\r": " ", "\n": " "})
"""A lone carriage return is quoted by no writer and ends a line for some readers: what follows would be a new cell."""


def harmless(text: str) -> str:
    """The text on one line, behind an apostrophe where a spreadsheet would calculate it."""
    line = text.translate(_BREAKS)
    return _BEFORE + line if line.lstrip(_UNSEEN).startswith(LIVE) else line


def harmless_frame(frame: polars.DataFrame) -> polars.DataFrame:
    """The same of every text column. What is looked at is each different text once: answers repeat."""
    changed = []
    for name, kind in frame.schema.items():
        if kind == polars.String:
            texts = frame[name].unique().drop_nulls().to_list()
            if bad := {text: plain for text in texts if (plain := harmless(text)) != text}:
                changed.append(polars.col(name).replace(bad))
    return frame.with_columns(changed) if changed else frame
