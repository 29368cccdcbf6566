"""The names in our Excel template that the intake must recognise. Imports nothing, for every check reads it."""

GUIDE_SHEET = "guide"
LISTS_SHEET = "lists"
HELPER_SHEETS = frozenset({GUIDE_SHEET, LISTS_SHEET})
"""Sheets that hold no answers."""

VERSION_NAME = "template_version"
"""The defined name that carries the template's version."""
