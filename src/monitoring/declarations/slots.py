"""Fills `{slots}` in a table: with limits that are declared once, and with what an indicator is declared for each of.

In a text in several languages a slot takes that language's words; anywhere else, as in an expression, the plain code or
number.
"""

import re
from collections.abc import Mapping
from typing import Any

from monitoring.declarations.toml_files import ProblemList
from monitoring.domain.form import Words

_SLOT = re.compile(r"\{([a-z][a-z0-9_]*)\}")
PLAIN = "plain"
"""The language of expressions and keys."""

Slots = Mapping[str, Words]
"""Slot to what fills it: by language, and `plain` outside of texts."""


def filled(table: Mapping[str, Any], slots: Slots, file: str, problems: ProblemList) -> dict[str, Any]:
    """The table with every slot filled. Adds `unknown_slot`, with the nearest name, for what nothing fills."""
    return {name: _filled(value, slots, file, name, PLAIN, problems) for name, value in table.items()}


def _filled(value: Any, slots: Slots, file: str, key: str, language: str, problems: ProblemList) -> Any:
    if isinstance(value, str):
        return _text(value, slots, file, key, language, problems)
    if isinstance(value, list):
        return [_filled(each, slots, file, key, language, problems) for each in value]
    if isinstance(value, dict):
        languages = {name: name if "en" in value else language for name in value}
        return {
            name: _filled(each, slots, file, f"{key}.{name}", languages[name], problems) for name, each in value.items()
        }
    return value


def _text(text: str, slots: Slots, file: str, key: str, language: str, problems: ProblemList) -> str:
    for name in _SLOT.findall(text):
        if name not in slots:
            problems.found("unknown_slot", file, key, known=slots, word=name)
    return _SLOT.sub(lambda found: _word(slots, found[1], language) if found[1] in slots else found[0], text)


def _word(slots: Slots, name: str, language: str) -> str:
    return slots[name].get(language) or slots[name].get("en") or slots[name].get(PLAIN, "")
