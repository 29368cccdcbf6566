"""What sessions with people around survivors name as helping or hindering, by level. Shown from three sessions up.

Key informants are few and known where they live: of fewer sessions than three nothing but their number leaves here,
and a single factor is told only where three sessions named it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from monitoring.derive.sql_files import statement
from monitoring.domain.people import Actor, Deed
from monitoring.services.house import House

FEWEST = 3
"""Sessions (survey.md)."""

SURVIVOR_LED = "survivor_led"


@dataclass(frozen=True, slots=True)
class Named:
    """How many sessions say that it helps, and how many that it hinders; one session may say both of a level."""

    code: str
    helps: int
    hinders: int


@dataclass(frozen=True, slots=True)
class Community:
    """Of a country. `levels` and `factors` are empty where fewer than three sessions named anything.

    `of`: sessions that named any factor, of which the others are a part. `survivor_led` are among `sessions`.
    """

    sessions: Mapping[str, int]  # by tool
    survivor_led: int
    of: int
    levels: tuple[Named, ...]
    factors: Mapping[str, tuple[Named, ...]]  # by level

    @property
    def all_sessions(self) -> int:
        return sum(self.sessions.values())


def community(actor: Actor, house: House, country: str, as_of: date | None = None) -> Community:
    """As things stand, or as reported on a day. Raises NotAllowed, ImpossibleRequest."""
    actor.must(Deed.COMPARE_PLACES, country=country)
    house.looked_at(as_of)
    return house.kept("community", country, as_of, work=lambda: _community(house, country, as_of))


def _community(house: House, country: str, as_of: date | None) -> Community:
    held = house.store.rows(statement("community_sessions"), {"country": country}, as_of)
    rows = house.store.rows(statement("community_factors"), {"country": country}, as_of)
    of = len({row["session_id"] for row in rows})
    level_of = {each.code: each.level for each in house.catalogue.choices["factors"].choices}
    told = [(row, row["level"] or level_of.get(row["factor"])) for row in rows] if of >= FEWEST else []
    levels = house.catalogue.choices["factor_levels"].codes
    return Community(
        sessions=_by_tool(held),
        survivor_led=sum(row["sessions"] for row in held if row["respondent_role"] == SURVIVOR_LED),
        of=of,
        levels=tuple(_named(code, [row for row, level in told if level == code]) for code in levels) if told else (),
        factors={code: _factors([row for row, level in told if level == code]) for code in levels} if told else {},
    )


def _by_tool(held: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in held:
        found[row["tool"]] = found.get(row["tool"], 0) + row["sessions"]
    return found


def _named(code: str, rows: Sequence[Mapping[str, Any]]) -> Named:
    helps, hinders = ({row["session_id"] for row in rows if row["effect"] == each} for each in ("helps", "hinders"))
    return Named(code, len(helps), len(hinders))


def _factors(rows: Sequence[Mapping[str, Any]]) -> tuple[Named, ...]:
    """In the order of their names; those that three sessions or more named."""
    codes = sorted({row["factor"] for row in rows})
    found = (_named(code, [row for row in rows if row["factor"] == code]) for code in codes)
    return tuple(each for each in found if each.helps + each.hinders >= FEWEST)
