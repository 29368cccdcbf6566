"""The one way in for sentences that staff type: reasons of undo and sending back, answers to warnings. About no person.

Every such sentence comes through `said`, and with it through the identifier gate: it is kept, and others read it.
"""

from monitoring.domain.refusal import Refusal
from monitoring.protection.identifiers.sentences import in_sentence
from monitoring.words import say

LONGEST = 200
"""Letters: room for a reason, none for a case history."""


class NotSaid(Refusal):
    """The sentence is missing, or cannot be kept."""


def said(text: str | None) -> str:
    """The sentence as it is kept. Raises NotSaid; the refusal never repeats the sentence."""
    words = " ".join((text or "").split())
    if not words:
        raise NotSaid("reason_needed")
    if len(words) > LONGEST:
        raise NotSaid("reason_too_long", longest=LONGEST)
    if kind := in_sentence(words):
        raise NotSaid("reason_names_somebody", kind=say(f"problems.kind_{kind}"))
    return words
