"""What stands beside the rows of an export: how far people came, who was lost, which warnings were explained.

These are counts of small groups, and they leave the house: rounded to 5, and none of fewer than the rules allow.
"""

from collections.abc import Mapping
from typing import Any

from monitoring.derive import export_facts as derive
from monitoring.domain.people import Actor, Deed
from monitoring.services.export_hiding import in_scope
from monitoring.services.house import House

_ROUNDED_TO = 5
WITHHELD = "[c]"

Row = tuple[object, ...]


def flow(actor: Actor, house: House, where: Mapping[str, tuple[str, ...]]) -> list[Row]:
    """(step, how many, of what), from returned to answered. Raises NotAllowed."""
    where = in_scope(actor, where)
    (counted,) = house.store.rows(*derive.flow(house.catalogue, where, house.today))
    of_people = ("returned", "consented")
    return [(step, _shown(house, n), "people" if step in of_people else "rounds") for step, n in counted.items()]


def kept_and_lost(actor: Actor, house: House, where: Mapping[str, tuple[str, ...]]) -> list[Row]:
    """(question, answer, people still interviewed in their last round, people who were not). Raises NotAllowed."""
    where = in_scope(actor, where)
    rows = house.store.rows(*derive.kept_and_lost(house.catalogue, where, house.today))
    return [
        (row["question"], row["answer"] or "", _shown(house, row["kept"]), _shown(house, row["lost"])) for row in rows
    ]


def explained(actor: Actor, house: House) -> dict[tuple[str | None, str | None], int]:
    """(form, question) -> how many cells had a warning that their office explained. Raises NotAllowed."""
    actor.must(Deed.ASK_FOR_EXPORT)
    rows: list[dict[str, Any]] = house.store.rows(derive.EXPLAINED, {})
    return {(row["form"], row["question"]): int(row["cells"]) for row in rows}


def mode_and_asker(actor: Actor, house: House, where: Mapping[str, tuple[str, ...]]) -> list[Row]:
    """(mode, who asked, interviews): people answer their own worker and a stranger differently. Raises NotAllowed."""
    where = in_scope(actor, where)
    rows = house.store.rows(*derive.mode_and_asker(house.catalogue, where, house.today))
    return [(row["mode"] or "", row["asked_by"] or "", _shown(house, row["interviews"])) for row in rows]


def _shown(house: House, count: int) -> int | str:
    if count < house.catalogue.exports.rules.smallest:
        return WITHHELD
    return (count + _ROUNDED_TO // 2) // _ROUNDED_TO * _ROUNDED_TO
