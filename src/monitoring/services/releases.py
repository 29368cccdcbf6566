"""Releases: built by one manager, checked by the machine, approved or refused by another. Never changed afterwards."""

from dataclasses import dataclass, replace

from monitoring.domain.people import Actor, Deed, NotAllowed
from monitoring.domain.refusal import Refusal
from monitoring.domain.release import Release, ReleasedCell, ReleaseStatus
from monitoring.domain.submission import Status
from monitoring.services import write_log
from monitoring.services.house import House
from monitoring.services.release_counts import closed_quarter
from monitoring.services.release_draft import Draft, approved, draft, standing


class NotReleased(Refusal):
    """The release cannot be built or decided, with what would work instead."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that says something else than the last approved release did; None where one of them has no such cell."""

    before: ReleasedCell | None
    now: ReleasedCell | None


def listed(actor: Actor, house: House) -> tuple[Release, ...]:
    """The newest first: every release for whoever builds them, approved ones for everybody else. Raises NotAllowed."""
    if actor.may(Deed.BUILD_RELEASES):
        return house.releases.all()
    actor.must(Deed.SEE_SHARED_FIGURES)
    return approved(actor, house)


def one(actor: Actor, house: House, id_: int) -> Release:
    """One of them. Raises NotAllowed, and NotReleased where there is none of that number for this person."""
    found = next((each for each in listed(actor, house) if each.id == id_), None)
    if found is None:
        raise NotReleased("no_such_release", id=id_)
    return found


def cells(actor: Actor, house: House, id_: int) -> tuple[ReleasedCell, ...]:
    """Everything a release says. Raises NotAllowed, NotReleased, ReleaseDamaged."""
    return house.releases.cells(one(actor, house, id_))


def preview(actor: Actor, house: House) -> Draft:
    """What a release built now would say. Writes nothing. Raises NotAllowed, NotReleased."""
    must_build(actor)
    _check_hand_ins(actor, house)
    if not house.catalogue.releases.tables:
        raise NotReleased("release_without_tables")
    found = draft(actor, house)
    if found.people < (least := house.catalogue.releases.rules.least_people):
        raise NotReleased("release_too_little", least=least)
    return found


def build(actor: Actor, house: House, made: Draft | None = None) -> Release:
    """Freezes a release of the accepted hand-ins; somebody else decides about it. Raises NotAllowed, NotReleased.

    `made` is a preview: where the same hand-ins count still, nothing is counted a second time.
    """
    must_build(actor)
    _check_hand_ins(actor, house)
    accepted = standing(actor, house, Status.ACCEPTED)
    ids = tuple(sorted(each.id for each in accepted))
    found = made if made is not None and made.hand_ins == ids else preview(actor, house)
    contents = found.contents
    same = next((each for each in house.releases.all() if _says_the_same(each, contents)), None)
    if same is not None:
        raise NotReleased("release_same", id=same.id)
    rules = house.catalogue.releases.rules
    release = Release(
        id=0,
        built_by=actor.name,
        built_at=house.now,
        as_of=closed_quarter(house.today).last_day,
        data_as_of=max((each.handed_in_at for each in accepted), default=None),
        definitions=house.catalogue.fingerprint,
        contents=contents,
        people=rules.rounded(found.people),
        audit=found.audit,
        rules=rules,
        hand_ins=ids,
        revised=sum(cell.revised for cell in found.cells),
    )
    built = house.releases.add(release, found.cells)
    write_log.released(actor, house, "build", str(built.id))
    return built


def check(actor: Actor, house: House, id_: int) -> Release:
    """The release, if its file is still the one that was frozen. Raises NotAllowed, NotReleased, ReleaseDamaged."""
    found = one(actor, house, id_)
    house.releases.check(found)
    write_log.released(actor, house, "check", str(id_))
    return found


def approve(actor: Actor, house: House, id_: int) -> Release:
    """From now on the shared view shows it. Raises NotAllowed, NotReleased, ReleaseDamaged."""
    found = _to_decide(actor, house, id_)
    _check_hand_ins(actor, house)
    if newer := [each.id for each in standing(actor, house, Status.ACCEPTED) if each.id not in found.hand_ins]:
        raise NotReleased("release_is_old", id=id_, hand_ins=_numbers(newer))
    if any(each.id > id_ for each in approved(actor, house)):
        raise NotReleased("release_overtaken", id=id_)
    return _decided(actor, house, found, ReleaseStatus.APPROVED)


def refuse(actor: Actor, house: House, id_: int) -> Release:
    """It is never shown to anybody. Raises NotAllowed, NotReleased, ReleaseDamaged."""
    return _decided(actor, house, _to_decide(actor, house, id_, own_too=True), ReleaseStatus.REFUSED)


def differences(actor: Actor, house: House, id_: int) -> tuple[Difference, ...]:
    """What it says otherwise than the approved release before it. Raises NotAllowed, NotReleased, ReleaseDamaged."""
    found = one(actor, house, id_)
    earlier = next((each for each in approved(actor, house) if each.id < id_), None)
    if earlier is None:
        return ()
    before = {cell.place: cell for cell in house.releases.cells(earlier)}
    now = {cell.place: cell for cell in house.releases.cells(found)}
    both = [Difference(before.get(place), now.get(place)) for place in (*now, *(p for p in before if p not in now))]
    return tuple(each for each in both if each.before is None or each.now is None or each.now.revised)


def _to_decide(actor: Actor, house: House, id_: int, *, own_too: bool = False) -> Release:
    actor.must(Deed.APPROVE_RELEASES)
    _must_see_everything(actor, Deed.APPROVE_RELEASES)
    found = check(actor, house, id_)
    if found.status is not ReleaseStatus.BUILT:
        raise NotReleased(f"release_{found.status}", id=id_)
    if found.built_by == actor.name and not own_too:
        raise NotReleased("release_own", id=id_)
    return found


def _decided(actor: Actor, house: House, release: Release, status: ReleaseStatus) -> Release:
    decided = replace(release, status=status, decided_by=actor.name, decided_at=house.now)
    house.releases.decide(decided)
    write_log.released(actor, house, "approve" if status is ReleaseStatus.APPROVED else "refuse", str(release.id))
    return decided


def refuse_unapproved(actor: Actor, house: House) -> int:
    """How many were refused of those that nobody has approved: what they count has changed for good."""
    actor.must(Deed.ERASE)
    waiting = [each for each in house.releases.all() if each.status is ReleaseStatus.BUILT]
    for each in waiting:
        _decided(actor, house, each, ReleaseStatus.REFUSED)
    return len(waiting)


def must_build(actor: Actor) -> None:
    """Raises NotAllowed for whoever may not build releases of all countries."""
    actor.must(Deed.BUILD_RELEASES)
    _must_see_everything(actor, Deed.BUILD_RELEASES)


def _must_see_everything(actor: Actor, deed: Deed) -> None:
    """A release is of all countries: whoever may see some could not answer for it."""
    if actor.countries:
        raise NotAllowed(deed, "not_your_country")


def _check_hand_ins(actor: Actor, house: House) -> None:
    """Every hand-in that counts is accepted, and there is one. What waits would be in the figures unseen."""
    waiting = sorted(each.id for each in standing(actor, house, Status.COUNTS))
    if waiting:
        raise NotReleased("release_waits", hand_ins=_numbers(waiting), first=waiting[0])
    if not standing(actor, house, Status.ACCEPTED):
        raise NotReleased("release_of_nothing")


def _says_the_same(release: Release, contents: str) -> bool:
    return release.contents == contents and release.status is not ReleaseStatus.REFUSED


def _numbers(ids: list[int]) -> str:
    return ", ".join(map(str, ids))
