"""The names in our forms for the telephone that the intake must know. Imports nothing, for every check reads it."""

HELPER = "here_"
"""Begins every group, note and question that a form has for itself: whatever it collects there is never handed in."""


def is_helper(name: str) -> bool:
    """Whether the name, with its groups before it or without, is one of the form's own."""
    return name.strip().casefold().replace("-", "/").rsplit("/", 1)[-1].startswith(HELPER)
