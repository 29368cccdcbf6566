"""The history of hand-ins, and what may still be done with one: undo, accept, send back. Nothing is destroyed."""

from monitoring.domain.people import Actor, Deed, NotAllowed
from monitoring.domain.refusal import Refusal
from monitoring.domain.submission import Status, Submission
from monitoring.protection.identifiers.sentences import in_sentence
from monitoring.services.house import House
from monitoring.words import say


class NotPossible(Refusal):
    """The hand-in is in a state that does not allow this."""


def history(actor: Actor, house: House) -> tuple[Submission, ...]:
    """The hand-ins of the actor's countries, newest first. Raises NotAllowed."""
    actor.must(Deed.SEE_SUBMISSIONS)
    return tuple(each for each in house.store.submissions() if actor.covers(each.country))


def undo(actor: Actor, house: House, submission: int, reason: str) -> Submission:
    """Withdraws a hand-in until a manager has accepted it; the former answers are current again."""
    return _decide(actor, house, Deed.UNDO, Status.UNDONE, submission, _said(reason))


def accept(actor: Actor, house: House, submission: int) -> Submission:
    """Locks a hand-in against undo. Raises NotPossible for one's own."""
    found = _find(actor, house, submission, Deed.ACCEPT)
    if found.handed_in_by == actor.name:
        raise NotPossible("accept_your_own")
    return _decide(actor, house, Deed.ACCEPT, Status.ACCEPTED, submission, None)


def send_back(actor: Actor, house: House, submission: int, reason: str) -> Submission:
    """Withdraws a hand-in with a reason that the office sees."""
    return _decide(actor, house, Deed.SEND_BACK, Status.SENT_BACK, submission, _said(reason))


def _decide(actor: Actor, house: House, deed: Deed, status: Status, submission: int, reason: str | None) -> Submission:
    found = _find(actor, house, submission, deed)
    if found.status is not Status.COUNTS:
        raise NotPossible(f"already_{found.status}")
    house.store.decide(found, status, by=actor.name, at=house.now, reason=reason)
    return _find(actor, house, submission, deed)


def _find(actor: Actor, house: House, submission: int, deed: Deed) -> Submission:
    """Raises NotAllowed for a number that is unknown or outside the actor's countries: both look the same."""
    actor.must(deed)
    for each in house.store.submissions():
        if each.id == submission and actor.covers(each.country):
            return each
    raise NotAllowed(deed, "no_such_submission")


def _said(reason: str) -> str:
    """A reason is kept and others read it: whoever is told by it is told to everybody."""
    if not reason.strip():
        raise NotPossible("reason_needed")
    if kind := in_sentence(reason):
        raise NotPossible("reason_names_somebody", kind=say(f"problems.kind_{kind}"))
    return reason.strip()
