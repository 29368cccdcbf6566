"""Rows of the sheet of incidents: being trafficked again, threats, violence, second referrals. No story, no place."""

from datetime import date, timedelta

from invent.dice import Dice
from invent.lives import Life
from invent.world import Row, World


def incidents_of(life: Life, dice: Dice, world: World) -> list[Row]:
    """What the office heard of by the sample's day, each event once."""
    found = _again(life, dice) if life.exploited_again_on else []
    for row in life.follow_ups:
        found += _told(life, row, dice)
    if dice.chance(0.006):
        day = life.returned + timedelta(days=dice.randint(60, 400))
        found.append(_row(life, "re_referral", "authority", None, dice, day))
    ended = _ended_on(life) or world.today
    once = {(row["incident_type"], row.get("occurred_on") or row.get("occurred_after")): row for row in found}
    return [row for row in once.values() if _last_day(row) <= world.today and _first_day(row) <= ended]


def _again(life: Life, dice: Dice) -> list[Row]:
    day = life.exploited_again_on
    assert day is not None
    if life.confirmed:
        basis = dice.pick({"authority": 45, "provider_assessment": 55})
        signed = True if basis == "provider_assessment" else None
    else:
        basis = dice.pick({"own_account": 55, "provider_assessment": 45})
        signed = False if basis == "provider_assessment" else None
    rows = [_row(life, "re_trafficking", basis, signed, dice, day)]
    if life.confirmed and dice.chance(0.35):
        rows.append(_row(life, "re_referral", "authority", None, dice, day + timedelta(days=dice.randint(20, 90))))
    return rows


def _told(life: Life, row: Row, dice: Dice) -> list[Row]:
    """Of what was told in an interview, what the office wrote down as an event of its own."""
    told = row["contact_date"]
    assert isinstance(told, date)
    since = max(life.returned, told - timedelta(days=90))
    rows = []
    if row.get("exploited_again") is True and life.exploited_again_on is None:
        rows.append(_interval(life, "re_trafficking", since, told))
    if row.get("contact_from_trafficker") is True and dice.chance(0.5):
        rows.append(_row(life, "threat", "own_account", None, dice, dice.day_between(since, told), told))
    if row.get("hurt_or_afraid_at_home") is True and dice.chance(0.6):
        rows.append(_row(life, "violence", "own_account", None, dice, dice.day_between(since, told), told))
    return rows


def _row(
    life: Life, kind: str, basis: str, signed: bool | None, dice: Dice, day: date, reported: date | None = None
) -> Row:
    """One event, its day known, or for a third of those not told in an interview only the days around it."""
    row: Row = {
        "survivor_id": life.id,
        "incident_type": kind,
        "basis": basis,
        "signed_off": signed,
        "where": dice.pick({"country_of_return": 55, "other_country": 45 if kind.startswith("re_") else 3}),
    }
    before = day + timedelta(days=dice.randint(4, 50))
    if reported is None and dice.chance(0.35):
        after = max(life.returned, day - timedelta(days=dice.randint(5, 60)))
        row.update(occurred_after=after, occurred_before=before)
    else:
        row["occurred_on"] = day
    row["reported_on"] = reported or before + timedelta(days=dice.randint(0, 45))
    return row


def _interval(life: Life, kind: str, after: date, before: date) -> Row:
    return {
        "survivor_id": life.id, "incident_type": kind, "basis": "own_account", "where": "country_of_return",
        "occurred_after": after, "occurred_before": before, "reported_on": before,
    }  # fmt: skip


def _ended_on(life: Life) -> date | None:
    for row in life.follow_ups:
        if row["status"] in ("withdrew_consent", "deceased"):
            day = row["contact_date"]
            assert isinstance(day, date)
            return day
    return None


def _first_day(row: Row) -> date:
    day = row.get("occurred_on") or row["occurred_after"]
    assert isinstance(day, date)
    return day


def _last_day(row: Row) -> date:
    day = row["reported_on"]
    assert isinstance(day, date)
    return day
