"""From a kind of identifier and its place to a Problem: sheet, column letter, kind. Never the heading, never a cell."""

from dataclasses import replace

from monitoring.domain.problem import Level, Problem
from monitoring.intake.addresses import letters
from monitoring.intake.gate.choice import SAID_HARMLESS
from monitoring.protection.identifiers.kinds import Kind
from monitoring.words import has, say


def of_column(code: str, sheet: str, column: int, kind: Kind, language: str) -> Problem:
    """A finding of a whole column, from A as 0."""
    return Problem(code, sheet=sheet, facts=(("letters", letters(column)), *in_words(kind, language)))


def left_out(found: Problem) -> Problem:
    """The same finding after the office chose to go on without it."""
    code = found.code.replace("identifying_", "left_out_")
    return Problem(code, Level.WARNING, found.sheet, found.cell, found.column, found.facts)


def said_harmless(found: Problem) -> Problem:
    """A find that tells nobody, as the office says: a warning, which waits for the office's reason."""
    return replace(found, code=SAID_HARMLESS, level=Level.WARNING)


def in_words(kind: Kind, language: str) -> tuple[tuple[str, str], ...]:
    """The fact that says the kind, in English where the language has no word for it yet."""
    key = f"problems.kind_{kind}"
    return (("kind", say(key, language if has(key, language) else "en")),)
