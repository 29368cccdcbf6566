"""Who asks for rows, why, and who says yes: somebody else. Nothing is written before that, and nothing is counted out.

Whoever asks hears only whether there are people enough: else filters alone would tell how many there are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from monitoring.access.log import Log
from monitoring.domain.export import EXPORT_FILTERS, EXPORT_FORMATS, ExportRequest, ExportStatus
from monitoring.domain.figures import FigureRequest
from monitoring.domain.people import Actor, Deed, NotAllowed
from monitoring.domain.refusal import Refusal
from monitoring.services.export_hiding import hiding, in_scope
from monitoring.services.figure_requests import known_indicators
from monitoring.services.house import House
from monitoring.services.typed_sentences import said


class NotExported(Refusal):
    """The export cannot be asked for, approved or written as things stand, with what would work instead."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks for."""

    purpose: str
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    formats: tuple[str, ...] = EXPORT_FORMATS
    ethics: str | None = None


def ask(actor: Actor, house: House, wanted: Wanted) -> ExportRequest:
    """Files a request. Raises NotAllowed, NotSaid, ImpossibleRequest, and NotExported where too few would be left."""
    actor.must(Deed.ASK_FOR_EXPORT)
    if not wanted.purpose.strip():
        raise NotExported("export_needs_purpose")
    purpose, ethics = said(wanted.purpose), said(wanted.ethics) if wanted.ethics else None
    where = _narrowed(actor, house, wanted.where)
    if unknown := set(wanted.formats) - set(EXPORT_FORMATS):
        raise NotExported("export_unknown_format", format=min(unknown), known=", ".join(EXPORT_FORMATS))
    check_enough(actor, house, where)
    request = ExportRequest(0, actor.name, house.now, purpose, ethics, where, wanted.formats)
    kept = house.store.exports.add(request)
    Log(house.people.file).add(actor.name, "export_asked", str(kept.id))
    return kept


def listed(actor: Actor, house: House) -> tuple[ExportRequest, ...]:
    """The newest first: one's own, and for whoever may approve also those of others. Raises NotAllowed."""
    actor.must(Deed.ASK_FOR_EXPORT)
    return tuple(each for each in house.store.exports.listed() if _may_see(actor, each))


def one(actor: Actor, house: House, id_: int) -> ExportRequest:
    """A request as it stands. Raises NotAllowed, and NotExported: one of others looks like one that is not there."""
    found = next((each for each in listed(actor, house) if each.id == id_), None)
    if found is None:
        raise NotExported("no_such_export")
    return found


def approve(actor: Actor, house: House, id_: int) -> ExportRequest:
    """From now on its rows may be written. Raises NotAllowed, NotExported."""
    found = _to_decide(actor, house, id_)
    if not found.is_table:
        check_enough(actor, house, found.where)
    return _decided(actor, house, found, ExportStatus.APPROVED)


def refuse(actor: Actor, house: House, id_: int) -> ExportRequest:
    """Its rows are never written. Raises NotAllowed, NotExported."""
    return _decided(actor, house, _to_decide(actor, house, id_), ExportStatus.REFUSED)


def to_write(actor: Actor, house: House, id_: int) -> ExportRequest:
    """One's own request, approved and not expired. Raises NotAllowed, NotExported."""
    actor.must(Deed.ASK_FOR_EXPORT)
    found = one(actor, house, id_)
    if found.asked_by != actor.name:
        raise NotAllowed(Deed.ASK_FOR_EXPORT, "export_of_another")
    if found.is_table:
        raise NotExported("export_is_table", id=id_)
    if found.status is not ExportStatus.APPROVED:
        raise NotExported(f"export_{found.status}", id=id_)
    expires = found.expires_on(house.catalogue.exports.rules)
    if expires is not None and house.today > expires:
        raise NotExported("export_expired", id=id_, day=expires)
    return found


def check_enough(actor: Actor, house: House, where: Mapping[str, tuple[str, ...]]) -> None:
    """Raises NotExported where fewer people than the rules ask for would be in the rows."""
    plan = house.catalogue.exports
    if not plan.quasi_identifiers:
        raise NotExported("export_not_declared")
    hidden = hiding(actor, house, where).hidden
    if hidden.before.people < plan.rules.smallest:
        raise NotExported("export_too_few", smallest=plan.rules.smallest)
    if hidden.after.people < plan.rules.smallest:
        raise NotExported("export_too_visible", smallest=plan.rules.smallest)


@dataclass(frozen=True, slots=True)
class Left:
    """Rows that left before somebody was erased: whoever has them is to delete every copy."""

    id: int
    asked_by: str
    written_on: date


def drop_waiting(actor: Actor, house: House, country: str) -> tuple[int, tuple[Left, ...]]:
    """Refuses whatever could still be written with somebody of the country in it; how many, and what left before.

    Raises NotAllowed. What was approved may be asked for again: then it is of those who are there.
    """
    actor.must(Deed.ERASE, country=country)
    written, dropped, left = house.store.exports.written(), 0, []
    for each in house.store.exports.listed():
        if each.is_table or country not in each.where.get("country", (country,)):
            continue
        if each.id in written:
            left.append(Left(each.id, each.asked_by, written[each.id].date()))
        if each.status in (ExportStatus.ASKED, ExportStatus.APPROVED):
            house.store.exports.note(each.id, ExportStatus.REFUSED, by=actor.name, at=house.now)
            dropped += 1
    return dropped, tuple(left)


def _narrowed(actor: Actor, house: House, where: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    for name in where:
        if name not in EXPORT_FILTERS:
            raise NotExported("export_not_narrowed", name=name, known=", ".join(EXPORT_FILTERS))
    known_indicators(house.catalogue, FigureRequest((), where=where))
    return in_scope(actor, where)


def _to_decide(actor: Actor, house: House, id_: int) -> ExportRequest:
    actor.must(Deed.APPROVE_EXPORT)
    found = one(actor, house, id_)
    if found.asked_by == actor.name:
        raise NotExported("export_own", id=id_)
    if found.status is not ExportStatus.ASKED:
        raise NotExported(f"export_{found.status}_already", id=id_)
    return found


def _decided(actor: Actor, house: House, request: ExportRequest, status: ExportStatus) -> ExportRequest:
    house.store.exports.note(request.id, status, by=actor.name, at=house.now)
    Log(house.people.file).add(actor.name, f"export_{status}", str(request.id))
    return one(actor, house, request.id)


def _may_see(actor: Actor, request: ExportRequest) -> bool:
    """One's own; or to decide about, where one may see every country it is of."""
    if request.asked_by == actor.name:
        return True
    countries = request.where.get("country", ())
    of_theirs = all(map(actor.covers, countries)) if countries else not actor.countries
    return actor.may(Deed.APPROVE_EXPORT) and of_theirs
