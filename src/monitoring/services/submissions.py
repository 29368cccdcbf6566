"""The history of hand-ins, and what may still be done with one: undo, accept, send back. Nothing is destroyed."""

from datetime import date

from monitoring.domain.people import Actor, Deed, NotAllowed
from monitoring.domain.refusal import Refusal
from monitoring.domain.submission import Status, Submission
from monitoring.services import write_log
from monitoring.services.house import House
from monitoring.services.typed_sentences import said


class NotPossible(Refusal):
    """The hand-in is in a state that does not allow this."""


def history(actor: Actor, house: House, as_of: date | None = None) -> tuple[Submission, ...]:
    """The hand-ins of the actor's countries, newest first; as known at the end of a day, or now. Raises NotAllowed."""
    actor.must(Deed.SEE_SUBMISSIONS)
    return tuple(each for each in house.store.submissions(as_of) if actor.covers(each.country))


def since(actor: Actor, house: House, day: date) -> tuple[Submission, ...]:
    """What figures as reported on the day do not know: hand-ins made or withdrawn after its end. Raises NotAllowed."""
    then = {each.id: each.stands for each in history(actor, house, day)}
    return tuple(each for each in history(actor, house) if then.get(each.id) != each.stands)


def one(actor: Actor, house: House, submission: int) -> Submission:
    """A hand-in as it stands now. Raises NotAllowed."""
    return _find(actor, house, submission, Deed.SEE_SUBMISSIONS)


def rows_still_counted(actor: Actor, house: House, submission: int) -> int:
    """How many of its rows no newer hand-in has replaced: what undoing it would take out. Raises as `one` does."""
    return house.store.rows_still_counted(one(actor, house, submission))


def undo(actor: Actor, house: House, submission: int, reason: str) -> Submission:
    """Withdraws a hand-in until a manager has accepted it; the answers of the others count again.

    Raises NotPossible, NotSaid without a reason, and AlreadyDecided where somebody was quicker.
    """
    return _decide(actor, house, Deed.UNDO, Status.UNDONE, submission, said(reason))


def accept(actor: Actor, house: House, submission: int) -> Submission:
    """Locks a hand-in against undo. Raises NotPossible for one's own."""
    found = _find(actor, house, submission, Deed.ACCEPT)
    if found.handed_in_by == actor.name:
        raise NotPossible("accept_your_own")
    return _decide(actor, house, Deed.ACCEPT, Status.ACCEPTED, submission, None)


def send_back(actor: Actor, house: House, submission: int, reason: str) -> Submission:
    """Withdraws a hand-in with a reason that the office sees."""
    return _decide(actor, house, Deed.SEND_BACK, Status.SENT_BACK, submission, said(reason))


def _decide(actor: Actor, house: House, deed: Deed, status: Status, submission: int, reason: str | None) -> Submission:
    found = _find(actor, house, submission, deed)
    house.store.decide(found, status, by=actor.name, at=house.now, reason=reason)
    write_log.decided(actor, house, status.value, found.id, found.country)
    return _find(actor, house, submission, deed)


def _find(actor: Actor, house: House, submission: int, deed: Deed) -> Submission:
    """Raises NotAllowed for a number that is unknown or outside the actor's countries: both look the same."""
    actor.must(deed)
    for each in house.store.submissions():
        if each.id == submission and actor.covers(each.country):
            return each
    raise NotAllowed(deed, "no_such_submission")
