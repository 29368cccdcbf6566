"""Which names an expression speaks of, by its letters alone: the expression need not be sound. Judges nothing."""

import re

_TEXT = re.compile(r"'[^']*'")
_NAME = re.compile(r"\b[a-z][A-Za-z0-9_]*\b")


def names_in(text: str) -> frozenset[str]:
    """Every name outside quotation marks, whole, and where it has a part (`basics_met__toilet`) also without it."""
    whole = set(_NAME.findall(_TEXT.sub(" ", text)))
    return frozenset(whole | {name.partition("__")[0] for name in whole})


def names_of(prefix: str, text: str) -> frozenset[str]:
    """The columns of another row: from `survivor__return_date` to `return_date`, for the prefix `survivor`."""
    start = f"{prefix}__"
    beside = {name.removeprefix(start) for name in names_in(text) if name.startswith(start)}
    return frozenset(beside | {name.partition("__")[0] for name in beside})
