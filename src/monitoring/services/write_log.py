"""What the log hears of deeds: which page with which choices, hand-ins, decisions, exports, releases. Codes alone.

A value that is no code of ours is not written down: neither a cell, nor a survivor's code, nor what somebody typed
comes through here. Only the purpose of an export and the reason of an erasure are sentences, past the identifier gate.
"""

import re
from collections.abc import Mapping, Sequence

from monitoring.access.log import Log
from monitoring.domain.people import Actor
from monitoring.services.house import House

_CODE = re.compile(r"[A-Za-z0-9_.<>+-]{1,48}")
_UNTOLD = "?"
"""In the place of a value that is no code."""


def saw(actor: Actor, house: House, page: str, chosen: Mapping[str, Sequence[str]]) -> None:
    """Somebody looked at a page, or at figures in another way. `chosen` is the name of each choice and its codes."""
    said = [f"{_code(name)}={','.join(map(_code, codes))}" for name, codes in sorted(chosen.items()) if codes]
    _add(actor, house, "saw", _code(page), *said)


def handed_in(actor: Actor, house: House, submission: int, country: str, rows: int) -> None:
    """A workbook counts from now on. Its file's name stays out: names of files may tell of people."""
    _add(actor, house, "handed_in", str(submission), country, f"rows={rows}")


def decided(actor: Actor, house: House, decision: str, submission: int, country: str) -> None:
    """A hand-in was undone, accepted or sent back. The reason stands with the hand-in."""
    _add(actor, house, decision, str(submission), country)


def told(actor: Actor, house: House, what: str, *codes: str) -> None:
    """Any other deed that has a word of its own in the log."""
    _add(actor, house, what, *map(_code, codes))


def erased(actor: Actor, house: House, country: str, reason: str) -> None:
    """A person of the country was erased. `reason` is a sentence past `typed_sentences`."""
    _add(actor, house, "erased", country, f"because: {reason}")


def exported(
    actor: Actor,
    house: House,
    step: str,
    *,
    what: str,
    purpose: str,
    rows: int | None = None,
    request: int | None = None,
) -> None:
    """An export was asked for, approved, refused or taken (`step`). `purpose` is a sentence past `typed_sentences`."""
    facts = {"request": request, "rows": rows}
    said = [f"{name}={value}" for name, value in facts.items() if value is not None]
    _add(actor, house, f"export_{_code(step)}", _code(what), *said, f"purpose: {purpose}")


def released(actor: Actor, house: House, step: str, release: str) -> None:
    """A release was built, checked, approved or withdrawn (`step`)."""
    _add(actor, house, f"release_{_code(step)}", _code(release))


def _add(actor: Actor, house: House, what: str, *words: str) -> None:
    Log(house.people.file).add(actor.name, what, " ".join(words))


def _code(value: str) -> str:
    return value if _CODE.fullmatch(value) else _UNTOLD
