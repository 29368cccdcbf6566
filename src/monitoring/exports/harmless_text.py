"""Text that a spreadsheet would take for a formula, made plain. Numbers and codes of our lists are never touched."""

import polars

LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With these a formula begins in one spreadsheet program or another, also in their full width."""

_BEFORE = "'"


def harmless(text: str) -> str:
    """The text behind an apostrophe, where a spreadsheet would calculate it."""
    return _BEFORE + text if text.lstrip(" ").startswith(LIVE) else text


def harmless_frame(frame: polars.DataFrame) -> polars.DataFrame:
    """The same of every text column. What is looked at is each different text once: answers repeat."""
    changed = []
    for name, kind in frame.schema.items():
        if kind == polars.String:
            texts = frame[name].unique().drop_nulls().to_list()
            bad = {text: harmless(text) for text in texts if harmless(text) != text}
            if bad:
                changed.append(polars.col(name).replace(bad))
    return frame.with_columns(changed) if changed else frame
