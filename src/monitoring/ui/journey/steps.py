"""The steps of a return in the order in which they come. A step that no file tells of stays in its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitoring.domain.indicator import Indicator
from monitoring.ui.points import Point, State, point_of
from monitoring.ui.reading import Desk
from monitoring.words import say

STEPS = (
    "informed_choice", "legal_advice_before", "risk_assessed", "risk_assessed_jointly", "risk_plan", "contact_named",
    "medical_arranged", "risk_plan_reviewed", "plan_in_30_days", "referral_started",
)  # fmt: skip
"""From the decision to the first service."""

DAYS = ("first_contact_days", "referral_days")
"""How long people waited: no share, and so beside the steps and not among them."""

FEWEST = 5
"""Of fewer files than this a comparison of groups tells no share."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step or one wait of a group of people, as a point whose key is the indicator's id."""

    indicator: Indicator
    point: Point

    @property
    def name(self) -> str:
        return name_of(self.indicator.id)


@dataclass(frozen=True, slots=True)
class Journey:
    """Of the people looked at. `returns` is how many came home, None where that is withheld."""

    steps: tuple[Step, ...]
    waits: tuple[Step, ...]
    returns: int | None


def read(desk: Desk) -> Journey:
    """Raises NotAllowed."""
    wanted = [desk.catalogue.indicators[id_] for id_ in (*STEPS, *DAYS) if desk.may_see(desk.catalogue.indicators[id_])]
    found = {each.indicator: each for each in desk.figures(wanted, ())}
    told = {each.id: Step(each, point_of(found.get(each.id), each, each.id)) for each in wanted}
    of_returns = [told[id_].point.due for id_ in STEPS if id_ in told and told[id_].indicator.form == "survivors"]
    returns = max((due for due in of_returns if due is not None), default=None if _is_withheld(told) else 0)
    return Journey(_those(told, STEPS), _those(told, DAYS), returns)


def by_group(desk: Desk, dimension: str, keys: Sequence[str]) -> Mapping[str, Mapping[str, Point]]:
    """Group -> step -> point, of the groups that anybody came home in."""
    wanted = [desk.catalogue.indicators[id_] for id_ in STEPS if desk.may_see(desk.catalogue.indicators[id_])]
    found = {(each.at(dimension), each.indicator): each for each in desk.figures(wanted, (dimension,))}
    groups = {key: {each.id: point_of(found.get((key, each.id)), each, each.id) for each in wanted} for key in keys}
    return {key: points for key, points in groups.items() if any((key, each.id) in found for each in wanted)}


def name_of(id_: str) -> str:
    return say(f"journey.step.{id_}")


def _those(told: Mapping[str, Step], ids: Sequence[str]) -> tuple[Step, ...]:
    return tuple(told[id_] for id_ in ids if id_ in told)


def _is_withheld(told: Mapping[str, Step]) -> bool:
    return any(each.point.state is State.WITHHELD for each in told.values())
