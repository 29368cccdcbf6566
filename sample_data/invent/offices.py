"""Everything one country office hands in: its people, what was done with and for them, and what stands around them."""

from dataclasses import replace
from datetime import date, timedelta

from invent.context import case_studies, factors_named, sessions
from invent.dice import Dice
from invent.histories import close, follow
from invent.incidents import incidents_of
from invent.lives import Life, begin
from invent.people import lead_provider, returns, survivor
from invent.plan_reviews import reviews_of
from invent.providers import directory
from invent.referrals import referrals_of
from invent.world import Country, Row, Sheets, World
from monitoring.domain.catalogue import Catalogue

TRANSFERRED_AT_MOST = 5


def office(country: Country, catalogue: Catalogue, world: World) -> Sheets:
    """The country's workbook, by form. The same every time: chance is seeded by the country's name."""
    dice = Dice(f"{world.seed} {country.name}")
    lives = _first_returns(country, catalogue, dice, world)
    lives += _second_codes(lives, country, catalogue, dice, world)
    for life in lives:
        life.incidents = incidents_of(life, Dice(f"{world.seed} {life.id} incidents"), world)
    providers = directory(country, dice, world)
    return {
        "survivors": [life.survivor for life in lives],
        "follow_ups": _by_day([row for life in lives for row in life.follow_ups], "contact_date"),
        "incidents": _by_day([row for life in lives for row in life.incidents], "reported_on"),
        "providers": providers,
        **_around(lives, providers, country, catalogue, world),
    }


def _around(lives: list[Life], providers: list[Row], country: Country, catalogue: Catalogue, world: World) -> Sheets:
    """The sheets beside people and follow-ups, each with chance of its own."""

    def dice(what: str) -> Dice:
        return Dice(f"{world.seed} {country.name} {what}")

    kept = [life for life in lives if life.survivor["consent_record"] == "given"]
    referrals, reviews = dice("referrals"), dice("plan reviews")
    made = [row for each in kept for row in referrals_of(each, providers, referrals, world)]
    held = sessions(country, dice("sessions"), world)
    return {
        "services": _by_day(made, "referred_on"),
        "plan_reviews": _by_day([row for each in kept for row in reviews_of(each, reviews, world)], "reviewed_on"),
        "case_studies": case_studies(lives, country, dice("case studies"), world),
        "community": held,
        "community_factors": factors_named(held, catalogue, dice("factors")),
    }


def _first_returns(country: Country, catalogue: Catalogue, dice: Dice, world: World) -> list[Life]:
    lives = []
    for number, returned in enumerate(returns(country, dice, world), 1):
        own = Dice(f"{world.seed} {country.name} {number}")
        provider = lead_provider(country, returned, own)
        row = survivor(number, country, provider, returned, own, world)
        life = begin(row, country, provider, own, world.today)
        follow(life, catalogue, own, world)
        lives.append(life)
    return lives


def _second_codes(lives: list[Life], country: Country, catalogue: Catalogue, dice: Dice, world: World) -> list[Life]:
    """People under a second code: taken over from a provider whose project ended, or come home a second time."""
    left = [life for life in lives if life.survivor["case_status"] == "closed_project_ended"]
    again = [life for life in lives if life.confirmed and life.exploited_again_on and dice.chance(0.25)]
    taken_over = [_taken_over(life, dice) for life in left[:TRANSFERRED_AT_MOST]]
    returned = [second for life in again if (second := _returned_again(life, dice, world))]
    for number, life in enumerate([*taken_over, *returned], len(lives) + 1):
        life.survivor.update(survivor_id=f"{country.code}-{number:04d}")
        follow(life, catalogue, dice, world)
    return [*taken_over, *returned]


def _taken_over(life: Life, dice: Dice) -> Life:
    """The same return under a new code at another provider; rounds until then stay under the old code."""
    ended = life.provider.ended
    assert ended is not None
    provider = dice.choice([each for each in life.country.providers if not each.ended])
    row: Row = {**life.survivor, "previous_survivor_id": life.id, "provider_id": provider.id}
    row.update(case_status="active", case_closed_on=None)
    close(life, "transferred", ended)
    held = frozenset(months for row_ in life.follow_ups if isinstance(months := row_["round"], int))
    return replace(
        life, survivor=row, provider=provider, follow_ups=[], incidents=[], exploited_again_on=None, confirmed=False,
        rounds_elsewhere=held,
    )  # fmt: skip


def _returned_again(life: Life, dice: Dice, world: World) -> Life | None:
    """A new return after being exploited again abroad; None where there has been no time for it."""
    assert life.exploited_again_on is not None
    back = life.exploited_again_on + timedelta(days=dice.randint(70, 200))
    contacts = [day for row in life.follow_ups if isinstance(day := row["contact_date"], date)]
    if back > world.today - timedelta(days=10) or life.survivor["case_status"] != "active":
        return None
    if any(day >= back for day in contacts) or life.survivor["consent_contact"] != "given":
        return None
    number = 1  # replaced by the caller, who knows the next free one
    row = survivor(number, life.country, life.provider, back, dice, world)
    row.update({name: life.survivor.get(name) for name in ("gender", "age_band", "disability", "disability_source")})
    row.update(previous_survivor_id=life.id, guardian_consent=None, child_assent=None, consent_contact="given")
    row.update(consent_record="given")
    close(life, "transferred", back)
    second = begin(row, life.country, life.provider, dice, world.today)
    second.exploited_again_on, second.confirmed = None, False
    return second


def _by_day(rows: list[Row], column: str) -> list[Row]:
    """In the order in which an office writes them down."""
    return sorted(rows, key=lambda row: (str(row[column]), str(row["survivor_id"])))
