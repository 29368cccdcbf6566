"""Works out how coarse the answers of an export must be, as things stand now. Gives no row and no person."""

from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.derive.export_rows import ExportSql, export_sql
from monitoring.domain.export import Hidden
from monitoring.domain.people import Actor, Deed
from monitoring.protection.crowds import Answers, crowds, hide
from monitoring.protection.ladders import Ladder
from monitoring.services.house import House


@dataclass(frozen=True, slots=True)
class Hiding:
    """What was chosen, the coarser answers of whoever is left out, and the statements it was worked out with."""

    hidden: Hidden
    left_out: frozenset[Answers]
    sql: ExportSql


def hiding(actor: Actor, house: House, where: Mapping[str, tuple[str, ...]]) -> Hiding:
    """Of all who agreed to research and fit the filters. Raises NotAllowed."""
    where = in_scope(actor, where)
    plan = house.catalogue.exports
    sql = export_sql(house.catalogue, where, house.today)
    ladders = [Ladder(each) for each in plan.quasi_identifiers]
    people = ((*row.values(),) for row in house.store.rows(*sql.classes))
    known = crowds((row[: len(ladders)], row[len(ladders) : -1], int(row[-1])) for row in people)
    hidden, left_out = hide(known, ladders, plan.rules)
    return Hiding(hidden, left_out, sql)


def in_scope(actor: Actor, where: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The filters, narrowed to the actor's countries. Raises NotAllowed for others, and for other roles."""
    actor.must(Deed.ASK_FOR_EXPORT)
    for country in where.get("country", ()):
        actor.must(Deed.ASK_FOR_EXPORT, country=country)
    return {**where} if "country" in where or not actor.countries else {**where, "country": (*sorted(actor.countries),)}
