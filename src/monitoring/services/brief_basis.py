"""Of what a brief is true: which release, up to which day, whose figures, by which definitions."""

from datetime import date

from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.domain.release import Release, ReleaseStatus
from monitoring.services import releases
from monitoring.services.house import House
from monitoring.words import say

Basis = tuple[tuple[str, str], ...]


class NoBrief(Refusal):
    """There is no release that a brief could be made of, with what would work instead."""


def release_of(actor: Actor, house: House, id_: int | None = None) -> Release:
    """The newest approved release, which alone briefs are made of; `id_` is the one that is meant.

    Raises NotAllowed, NotReleased for a number that this person knows no release of, and NoBrief for one that was
    refused, that nobody approved, or that a newer one has taken the place of.
    """
    actor.must(Deed.SEE_SHARED_FIGURES)
    newest = next((each for each in releases.listed(actor, house) if each.status is ReleaseStatus.APPROVED), None)
    if id_ is not None and (newest is None or id_ != newest.id):
        meant = releases.one(actor, house, id_)
        status = "overtaken" if meant.status is ReleaseStatus.APPROVED else str(meant.status)
        if newest is None:
            raise NoBrief(f"brief_alone_{status}", id=id_)
        raise NoBrief(f"brief_{status}", id=id_, newest=newest.id)
    if newest is None:
        raise NoBrief("no_release_yet")
    return newest


def basis(release: Release, place: str, language: str) -> Basis:
    """Names and values for the foot of a page."""
    found = [
        (say("briefs.basis.release", language), str(release.id)),
        (say("briefs.basis.as_of", language), day(release.as_of, language)),
        (say("briefs.basis.shown", language), place),
        (say("briefs.basis.definitions", language), release.definitions[:8]),
    ]
    if release.decided_at is not None:
        found.insert(1, (say("briefs.basis.approved", language), day(release.decided_at.date(), language)))
    return tuple(found)


def day(when: date, language: str) -> str:
    """`31 March 2026`."""
    from babel.dates import format_date

    return str(format_date(when, "d MMMM y", locale=language))
