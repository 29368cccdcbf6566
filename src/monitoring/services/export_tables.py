"""Tables asked for where rows would say too little: filed, decided by somebody else, answered in the next release.

Nothing is counted for whoever asks: a table leaves the house in a release, protected with all others, or not at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.access.log import Log
from monitoring.domain.export import TABLE, ExportRequest
from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.domain.release import Release, ReleaseStatus
from monitoring.services import releases
from monitoring.services.export_requests import NotExported
from monitoring.services.house import House
from monitoring.services.typed_sentences import said

MOST_DIMENSIONS = 2


@dataclass(frozen=True, slots=True)
class WantedTable:
    """Which number, laid side by side by what, and what for."""

    purpose: str
    indicator: str
    by: tuple[str, ...]


def ask(actor: Actor, house: House, wanted: WantedTable) -> ExportRequest:
    """Files a request. Raises NotAllowed, NotSaid, and NotExported for no such table and for one that is released."""
    actor.must(Deed.ASK_FOR_EXPORT)
    if not wanted.purpose.strip():
        raise NotExported("export_needs_purpose")
    purpose = said(wanted.purpose)
    if wanted.indicator not in house.catalogue.indicators:
        raise NotExported("unknown_indicator", indicator=wanted.indicator)
    known = house.catalogue.releases.dimensions
    if not set(wanted.by) <= set(known) or not 1 <= len(wanted.by) <= MOST_DIMENSIONS:
        raise NotExported("table_dimensions", known=", ".join(known))
    if (there := _with_it(actor, house, wanted.indicator, wanted.by)) is not None:
        by = ",".join(wanted.by)
        raise NotExported("table_is_released", id=there.id, indicator=wanted.indicator, by=by)
    where = {"indicator": (wanted.indicator,), "by": wanted.by}
    request = ExportRequest(0, actor.name, house.now, purpose, None, where, (TABLE,))
    kept = house.store.exports.add(request)
    Log(house.people.file).add(actor.name, "export_asked", str(kept.id))
    return kept


def answered_in(actor: Actor, house: House, request: ExportRequest) -> Release | None:
    """The release that has the table; None while there is none. Raises NotAllowed."""
    actor.must(Deed.ASK_FOR_EXPORT)
    (indicator,) = request.where.get("indicator", ("",))
    return _with_it(actor, house, indicator, request.where.get("by", ()))


def _with_it(actor: Actor, house: House, indicator: str, by: Sequence[str]) -> Release | None:
    try:
        newest = next((each for each in releases.listed(actor, house) if each.status is ReleaseStatus.APPROVED), None)
        cells = house.releases.cells(newest, indicators=(indicator,)) if newest else ()
    except Refusal:
        return None
    return newest if any({name for name, _ in cell.group} == set(by) for cell in cells) else None
