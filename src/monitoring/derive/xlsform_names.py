"""The names in our forms for the telephone that the intake must know. Imports nothing, for every check reads it."""

HELPER = "here_"
"""Begins every group, note and question that a form has for itself: whatever it collects there is never handed in."""
