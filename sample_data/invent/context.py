"""What people around survivors say (community sessions and the factors they named), and the few case studies."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from invent.answers.voice import HELPED, HINDERED
from invent.dice import Dice, share_of
from invent.lives import Life
from invent.world import Cell, Country, Row, World
from monitoring.domain.catalogue import Catalogue

ASKED_ABOUT: Mapping[str, tuple[str, float]] = {
    "housing": ("housing", 0.1), "jobs": ("income", -0.9), "services": ("support", 0.0), "acceptance": ("stigma", 0.1),
    "safety": ("safety", 0.4), "justice": ("safety", -0.8),
}  # fmt: skip
SPEAKS = {
    "service_provider": 3, "community_leader": 2, "local_authority": 2, "health_worker": 1.5, "religious_leader": 1,
    "school": 1, "police_or_justice": 1, "employer": 0.7,
}  # fmt: skip
GROUPS = {"survivor_led": 4, "residents": 2, "mixed": 2, "community_leader": 1}
AREAS = {"capital": 3, "other_city": 3, "town": 2, "village": 2, "camp": 0.4}
QUALITY = ("very_poor", "poor", "fair", "good", "very_good")


def sessions(country: Country, dice: Dice, world: World) -> list[Row]:
    """Two to five sessions, more where more people came home; the first group is led by survivors."""
    count = 2 + min(3, country.people // 90)
    days = sorted(dice.day_between(date(2024, 2, 1), world.today - timedelta(days=20)) for _ in range(count))
    tools = ("key_informant", "advisory_group")
    rows = [_session(f"{country.code}-S{at}", tools[at % 2], country, day, dice) for at, day in enumerate(days)]
    rows[1]["respondent_role"] = "survivor_led"
    return rows


def _session(id_: str, tool: str, country: Country, day: date, dice: Dice) -> Row:
    is_group = tool == "advisory_group"
    row: Row = {
        "session_id": id_,
        "country": country.code,
        "area": dice.pick(AREAS),
        "tool": tool,
        "respondent_role": dice.pick(GROUPS if is_group else SPEAKS),
        "held_on": day,
        "participants": dice.randint(5, 14) if is_group else dice.choice((1, 1, 1, 2)),
    }
    return {**row, **{name: _judged(name, country, dice) for name in ASKED_ABOUT}}


def _judged(name: str, country: Country, dice: Dice) -> Cell:
    if dice.chance(0.06):
        return "dont_know"
    side, easier = ASKED_ABOUT[name]
    wanted = share_of(country.level.get(side, 0.0) + easier + dice.gauss(0, 0.6))
    return QUALITY[max(0, min(4, round(4 * wanted)))]


def factors_named(held: Sequence[Row], catalogue: Catalogue, dice: Dice) -> list[Row]:
    """Two to four that help and two to four that hinder, each once a session, at the level that the list gives."""
    levels = {choice.code: choice.level for choice in catalogue.choices["factors"].choices}
    rows: list[Row] = []
    for session in held:
        named = dict.fromkeys(_some(HELPED, dice), "helps") | dict.fromkeys(_some(HINDERED, dice), "hinders")
        rows += [
            {"session_id": session["session_id"], "factor": code, "level": levels[code], "effect": effect}
            for code, effect in named.items()
        ]
    return rows


def case_studies(lives: Sequence[Life], country: Country, dice: Dice, world: World) -> list[Row]:
    """A few adults who agreed to research and were interviewed; one in ten withdrew, and left no factors."""
    willing = [life for life in lives if life.is_adult and life.survivor["consent_research"] == "given"]
    heard = [life for life in willing if _last_talk(life) and life.survivor["consent_record"] == "given"]
    chosen = dice.sample(heard, min(len(heard), max(2, min(8, country.people // 40))))
    rows = [_case_study(life, dice, world) for life in chosen]
    return sorted(rows, key=lambda row: (str(row["held_on"]), str(row["survivor_id"])))


def _case_study(life: Life, dice: Dice, world: World) -> Row:
    day = _last_talk(life)
    assert day is not None
    row: Row = {"survivor_id": life.id, "held_on": min(day + timedelta(days=dice.randint(3, 40)), world.today)}
    if dice.chance(0.1):
        return {**row, "consent": "withdrawn"}
    helped, hindered = (" ".join(_some(weights, dice)) for weights in (HELPED, HINDERED))
    return {**row, "consent": "given", "helped": helped, "hindered": hindered}


def _last_talk(life: Life) -> date | None:
    days = (row["contact_date"] for row in life.follow_ups if row["status"] == "interviewed")
    return max((day for day in days if isinstance(day, date)), default=None)


def _some(weights: Mapping[str, float], dice: Dice) -> list[str]:
    among = {code: weight for code, weight in weights.items() if code != "none"}
    return sorted({dice.pick(among) for _ in range(dice.randint(2, 4))})
