"""Puts invented countries into a real database and compares every figure of the SQL with the one in plain Python."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import isclose
from pathlib import Path

from cases import Case
from figures import Figures
from invented_answers import TODAY
from standing import world_of
from units import Units

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import FigureRequest
from monitoring.domain.indicator import Indicator
from monitoring.domain.people import Actor, Role
from monitoring.services.house import House
from monitoring.services.read_figures import read_figures
from monitoring.settings import Settings
from monitoring.store.scratch import Scratch

PARTS = ("value", "numerator", "denominator", "answered", "due", "interviewed")
Parts = tuple[float | None, ...]
Group = tuple[str | int | None, ...]
_MANAGER = Actor("Mina", Role.PROGRAMME_MANAGER)
_NOWHERE = Path("nowhere")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of both: grouped by what, narrowed to what, as reported on which day (None: as things stand)."""

    by: tuple[str, ...] = ()
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    as_of: date | None = None


GROUPED = tuple(
    Asked(by)
    for by in (
        (),
        ("country",),
        ("country", "round"),
        ("country", "pooled_round"),
        ("country", "quarter"),
        ("country", "provider"),
        ("country", "gender"),
        ("age_band", "return_route", "return_kind", "return_quarter"),
    )
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure on which the two do not agree: what the SQL says and what plain Python says, part by part."""

    indicator: str
    asked: Asked
    group: Group
    sql: Parts | None
    plain: Parts | None


@dataclass(slots=True)
class Compared:
    """What was compared, and what differed."""

    people: int = 0
    countries: int = 0
    figures: int = 0
    indicators: set[str] = field(default_factory=set)
    telling: set[str] = field(default_factory=set)  # indicators that came out as neither nobody nor everybody somewhere
    differences: list[Difference] = field(default_factory=list)

    def add(self, other: "Compared") -> None:
        self.people += other.people
        self.countries += other.countries
        self.figures += other.figures
        self.indicators |= other.indicators
        self.telling |= other.telling
        self.differences += other.differences

    def __str__(self) -> str:
        verdict = f"{len(self.differences):,} differ" if self.differences else "all equal"
        return (
            f"{self.people:,} invented people in {self.countries:,} countries, {len(self.indicators)} indicators, "
            f"{self.figures:,} figures compared: {verdict}"
        )


def compared(
    catalogue: Catalogue, cases: Sequence[Case], asked: Sequence[Asked] = GROUPED, *, plain: Catalogue | None = None
) -> Compared:
    """Every indicator, wherever it may be asked so, over all cases at once, through a throw-away store.

    `plain`: other declarations for the plain computation, to see that a difference is found.
    """
    placed = [case.placed(at) for at, case in enumerate(cases)]
    whole = Case(
        tuple(each for case in placed for each in case.hand_ins),
        {form: [row for case in placed for row in case.rows[form]] for form in catalogue.forms},
        sum(case.people for case in cases),
    )
    with Scratch(catalogue) as scratch:
        scratch.fill(whole.rows, whole.hand_ins)
        house = House(catalogue, scratch, None, Settings(_NOWHERE, _NOWHERE, TODAY, pinned=True), None)
        return replace(compared_in(house, whole, asked, plain=plain), countries=len(cases))


def compared_in(house: House, case: Case, asked: Sequence[Asked], *, plain: Catalogue | None = None) -> Compared:
    """The same over a house whose store holds exactly the case."""
    catalogue = plain or house.catalogue
    result = Compared(case.people, 1)
    made = {day: _units(catalogue, case, day) for day in {each.as_of for each in asked}}
    for each in asked:
        units = made[each.as_of]
        in_python = Figures(catalogue, units, each.as_of or TODAY, each.where)
        wanted = [indicator for indicator in house.catalogue.indicators.values() if _may_be_asked(indicator, each)]
        in_sql = _of_sql(house, wanted, each)
        for name in in_sql:
            _compare(result, name, each, in_sql[name], in_python.parts(catalogue.indicators[name], each.by))
    return result


def _units(catalogue: Catalogue, case: Case, as_of: date | None) -> Units:
    return Units(catalogue, world_of(catalogue, case.rows, case.hand_ins, as_of), as_of or TODAY)


def _of_sql(house: House, wanted: Sequence[Indicator], asked: Asked) -> dict[str, dict[Group, Parts]]:
    """Indicator to group to its parts, as everybody is shown them."""
    found: dict[str, dict[Group, Parts]] = {each.id: {} for each in wanted}
    for figure in read_figures(_MANAGER, house, FigureRequest(tuple(found), asked.by, asked.where, asked.as_of)):
        months = () if figure.months is None else (figure.months,)
        group = (*(value for _, value in figure.group), *months)
        found[figure.indicator][group] = tuple(getattr(figure, part) for part in PARTS)
    return found


def _compare(
    result: Compared, indicator: str, asked: Asked, of_sql: Mapping[Group, Parts], of_plain: Mapping[Group, Parts]
) -> None:
    result.indicators.add(indicator)
    for group in {**of_sql, **of_plain}:
        sql, plain = of_sql.get(group), of_plain.get(group)
        result.figures += 1
        if sql is None or plain is None or not all(map(_same, sql, plain)):
            result.differences.append(Difference(indicator, asked, group, sql, plain))
        elif sql[0] is not None and sql[0] not in (0, 1):
            result.telling.add(indicator)


def _same(sql: float | None, plain: float | None) -> bool:
    """Missing is missing, and never 0."""
    if sql is None or plain is None:
        return sql is plain
    return isclose(sql, plain, rel_tol=1e-9, abs_tol=1e-9)


def _may_be_asked(indicator: Indicator, asked: Asked) -> bool:
    """Harm is not broken down finely, and only follow-ups have rounds."""
    names = {*asked.by, *asked.where}
    if not indicator.has_rounds and {"round", "pooled_round"} & names:
        return False
    by, where = indicator.break_down_by, indicator.filter_by
    return (by is None or set(asked.by) <= set(by)) and (where is None or set(asked.where) <= set(where))
