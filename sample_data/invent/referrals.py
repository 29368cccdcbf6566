"""The rows of the services sheet: referrals that go with the help people said they needed and received.

Each life has chance of its own here, so that a referral more or less moves no other row of the sample.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from invent.dice import Dice
from invent.lives import Life
from invent.world import Provider, Row, World

INTERVIEWED = ("interviewed", "partly_interviewed")
ANSWERS_A_PRIORITY = {
    "housing": "housing", "work": "income", "health": "health", "peace_of_mind": "counselling", "family": "family",
    "children": "childcare", "safety": "safety", "justice": "legal", "learning": "learning",
}  # fmt: skip
DAYS_IT_TAKES: Mapping[str, tuple[int, int]] = {
    "health": (1, 60), "counselling": (60, 240), "legal": (40, 260), "learning": (60, 190), "documents": (10, 70),
    "housing": (90, 360), "income": (30, 150), "safety": (10, 150), "childcare": (90, 300), "family": (10, 120),
    "shelter": (14, 200), "family_tracing": (20, 160), "other": (5, 60),
}  # fmt: skip
WHY_NOT = {"not_available": 6, "waiting": 3, "refused_by_survivor": 3, "not_eligible": 2, "too_costly": 1.5}
AT_CLOSURE = {"closed_project_ended": "project_ended", "closed_plan_completed": "completed", "transferred": "completed"}
"""How a service ends with the case; any other closure means that the person did not come any more."""

LONGEST_WAIT = 150
"""Days after which a referral that still waits is given up."""


def referrals_of(life: Life, directory: Sequence[Row], dice: Dice, world: World) -> list[Row]:
    """Referrals of one person, at most one a kind of help, in the order in which they were made."""
    made: dict[str, Row] = {}
    interviews = [row for row in life.follow_ups if row["status"] in INTERVIEWED]
    for at, interview in enumerate(interviews):
        later = {kind for row in interviews[at + 1 :] for kind in _named(row, "help_received")}
        for kind in _wanted(interview, dice):
            if kind not in made and (row := _referral(kind, life, interview, later, dice, world)):
                made[kind] = row
    for kind, row in made.items():
        _place(kind, row, life, directory, dice)
        _finish(kind, row, life, dice, world)
    return sorted(made.values(), key=lambda row: str(row["referred_on"]))


def _wanted(interview: Row, dice: Dice) -> Iterator[str]:
    """What the person needed or got, and what answers their first priority; a shelter where a home is wanting."""
    first, *_ = _named(interview, "priorities") or [""]
    named = [*_named(interview, "help_needed"), *_named(interview, "help_received"), ANSWERS_A_PRIORITY.get(first, "")]
    for kind in dict.fromkeys(kind for kind in named if kind not in ("", "none")):
        without_home = interview.get("housing_type") in ("shelter", "no_fixed_place")
        if kind == "housing" and without_home:
            yield "shelter"
        elif kind == "family" and dice.chance(0.25):
            yield "family_tracing"
        yield kind


def _referral(kind: str, life: Life, interview: Row, later: set[str], dice: Dice, world: World) -> Row | None:
    """Written down of some only; started before the talk in which the person said that the help had come."""
    day = interview["contact_date"]
    assert isinstance(day, date)
    row: Row = {"survivor_id": life.id, "service_type": kind}
    received = kind in _named(interview, "help_received")
    received = received or (kind in ("shelter", "family_tracing") and dice.chance(0.6))
    if not dice.chance(0.33 if received else 0.23):
        return None
    if received:
        started = max(day - timedelta(days=dice.randint(3, 80)), life.returned)
        row.update(referred_on=started - timedelta(days=int(dice.expovariate(1 / 22))), started_on=started)
        return row
    referred = day + timedelta(days=dice.randint(0, 12))
    starts = referred + timedelta(days=4 + int(dice.expovariate(1 / 40)))
    if referred > _last_day(life, world):
        return None
    row["referred_on"] = referred
    if starts <= _last_day(life, world) and dice.chance(0.75 if kind in later else 0.3):
        row["started_on"] = starts
    return row


def _place(kind: str, row: Row, life: Life, directory: Sequence[Row], dice: Dice) -> None:
    """The lead provider where it gives the service, else another of the country that was open on that day."""
    open_then = {each.id: each for each in life.country.providers if _is_open(each, row["referred_on"])}
    giving = [str(each["provider_id"]) for each in directory if kind in str(each["services"]).split()]
    among = [id_ for id_ in giving if id_ in open_then]
    if life.provider.id in among and dice.chance(0.7):
        row["provider_id"] = life.provider.id
    elif among:
        row["provider_id"] = dice.choice(among)
    elif row.get("started_on"):
        row["provider_id"] = life.provider.id
    else:
        row["outcome"] = "not_available"


def _finish(kind: str, row: Row, life: Life, dice: Dice, world: World) -> None:
    """When it was accepted, how it went on, and what became of it."""
    referred, started, last = row["referred_on"], row.get("started_on"), _last_day(life, world)
    assert isinstance(referred, date)
    if not isinstance(started, date):
        waits = (last - referred).days < LONGEST_WAIT and last == world.today
        row.setdefault("outcome", "waiting" if waits else dice.pick({**WHY_NOT, "waiting": 0}))
        if row["outcome"] == "waiting" and dice.chance(0.4):
            row["accepted_on"] = min(referred + timedelta(days=dice.randint(1, 20)), last)
        return
    if dice.chance(0.85):
        row["accepted_on"] = dice.day_between(referred, started)
    ends = started + timedelta(days=dice.randint(*DAYS_IT_TAKES[kind]))
    if ends <= last:
        row.update(ended_on=ends, outcome=dice.pick({"completed": 84, "stopped_by_survivor": 13, "project_ended": 3}))
    elif last < world.today:
        status = str(life.survivor["case_status"])
        row.update(ended_on=max(last, started), outcome=AT_CLOSURE.get(status, "stopped_by_survivor"))
    else:
        row["outcome"] = "started"


def _last_day(life: Life, world: World) -> date:
    """Today, or the day on which the case was closed, the person withdrew or died."""
    ended = [row["contact_date"] for row in life.follow_ups if row["status"] in ("withdrew_consent", "deceased")]
    days = [day for day in (life.survivor.get("case_closed_on"), *ended) if isinstance(day, date)]
    return min([*days, world.today])


def _is_open(provider: Provider, day: object) -> bool:
    return provider.ended is None or (isinstance(day, date) and day < provider.ended)


def _named(row: Row, question: str) -> list[str]:
    """The codes of a several-answer question; a reason why there is no answer names nothing."""
    codes = str(row.get(question) or "").split()
    return [] if codes and codes[0] in ("dont_know", "prefer_not_to_say", "not_asked", "not_applicable") else codes
