"""The receipt of a hand-in as a plain text file: number, fingerprint, counts. No person's code, no typed sentence."""

from monitoring.domain.people import Actor
from monitoring.domain.submission import Submission
from monitoring.services.house import House
from monitoring.services.submissions import one
from monitoring.words import say

_GROUP = 4
_SHORT = 16


def receipt(actor: Actor, house: House, submission: int, *, language: str = "en") -> bytes:
    """UTF-8 text as things stand now. Raises NotAllowed."""
    found = one(actor, house, submission)
    lines = [f"{say(f'hand_ins.receipt.{name}', language)}: {value}" for name, value in _facts(found, language).items()]
    title = say("hand_ins.receipt.title", language, id=found.id)
    foot = say("hand_ins.receipt.foot", language)
    return "\n".join([title, "=" * len(title), "", *lines, "", foot, ""]).encode()


def short(fingerprint: str) -> str:
    """The beginning of a fingerprint in groups of four, for comparing by eye."""
    start = fingerprint[:_SHORT]
    return " ".join(start[at : at + _GROUP] for at in range(0, len(start), _GROUP))


def _facts(found: Submission, language: str) -> dict[str, object]:
    facts: dict[str, object] = {
        "country": found.country,
        "file": " ".join(found.file.split()),
        "fingerprint": found.fingerprint,
        "short": short(found.fingerprint),
        "by": found.handed_in_by,
        "at": f"{found.handed_in_at:%Y-%m-%d %H:%M}",
        "rows": found.rows,
        "new": found.changes.new,
        "changed": found.changes.changed,
        "unchanged": found.changes.unchanged,
        "missing": found.changes.missing,
        "warnings": found.warnings,
        "answered": found.answered,
        "status": say(f"hand_ins.status.{found.status}", language),
    }
    if found.decided_by and found.decided_at:
        facts["decided"] = f"{found.decided_at:%Y-%m-%d %H:%M}, {found.decided_by}"
    return facts
