"""What the sample shows, counted from its own rows in plain Python, so that a change of the model is seen at once."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from invent.world import Row, Sheets, World

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.rounds import Round

INTERVIEWED = ("interviewed", "partly_interviewed")
SECURE_HOMES = ("own", "rented", "host_family")
WORK = ("employed", "self_employed")
SEEN_OFTEN = ("often", "very_often")


def report(offices: Mapping[str, Sheets], catalogue: Catalogue, world: World) -> Iterator[str]:
    """The lines of the report: counts by country, then outcomes by round over all countries."""
    yield f"{'':12}{'survivors':>10}{'follow-ups':>11}{'incidents':>10}{'due at 12':>10}{'interviewed':>12}"
    together: Sheets = {}
    for name, sheets in offices.items():
        yield _country(name, sheets, catalogue, world)
        for form, rows in sheets.items():
            together.setdefault(form, []).extend(rows)
    yield _country("together", together, catalogue, world)
    yield ""
    rounds = [each for each in catalogue.rounds if any(row["round"] == each.months for row in together["follow_ups"])]
    yield f"{'share, month':20}" + "".join(f"{each.months:>7}" for each in rounds)
    yield _line("interviewed", [_interviewed(together, each, world) for each in rounds])
    for name, answer in ANSWERS.items():
        yield _line(name, [_share(together, each, answer) for each in rounds])
    yield _lost(together, catalogue, world)
    yield _confirmed(together)


def due(sheets: Sheets, round_: Round, world: World) -> list[str]:
    """The codes of the people whose round came due, as the product counts them."""
    ended = {
        str(row["survivor_id"]): row["contact_date"]
        for row in sheets["follow_ups"]
        if row["status"] in ("withdrew_consent", "deceased")
    }
    return [
        str(person["survivor_id"])
        for person in sheets["survivors"]
        if _came_due(person, _target(person, round_), ended.get(str(person["survivor_id"])), world)
    ]


def _came_due(person: Row, target: date, ended: object, world: World) -> bool:
    consent, decided = person["consent_contact"], person["consent_date"]
    agreed = consent == "given" or (consent == "withdrawn" and isinstance(decided, date) and decided > target)
    alive = not isinstance(ended, date) or ended > target
    closed = person.get("case_closed_on")
    is_open = not isinstance(closed, date) or closed >= target
    return target <= world.today and person["consent_record"] == "given" and agreed and alive and is_open


def _target(person: Row, round_: Round) -> date:
    returned = person["return_date"]
    assert isinstance(returned, date)
    return returned + timedelta(days=round_.target_day)


def interviews(sheets: Sheets, round_: Round) -> dict[str, Row]:
    """One interview of each person in the round."""
    return {
        str(row["survivor_id"]): row
        for row in sheets["follow_ups"]
        if row["round"] == round_.months and row["status"] in INTERVIEWED
    }


def _interviewed(sheets: Sheets, round_: Round, world: World) -> float | None:
    came_due = set(due(sheets, round_, world))
    return len(came_due & set(interviews(sheets, round_))) / len(came_due) if came_due else None


def _country(name: str, sheets: Sheets, catalogue: Catalogue, world: World) -> str:
    twelve = catalogue.round(12)
    share = _interviewed(sheets, twelve, world) or 0.0
    counts = (len(sheets[form]) for form in ("survivors", "follow_ups", "incidents"))
    numbers = "".join(f"{count:>{width}}" for count, width in zip(counts, (10, 11, 10), strict=True))
    return f"{name:12}{numbers}{len(due(sheets, twelve, world)):>10}{share:>12.0%}"


def _share(sheets: Sheets, round_: Round, answer: Callable[[Row], bool | None]) -> float | None:
    known = [said for row in interviews(sheets, round_).values() if (said := answer(row)) is not None]
    return sum(known) / len(known) if known else None


def _line(name: str, shares: list[float | None]) -> str:
    return f"{name:20}" + "".join(f"{'':>7}" if share is None else f"{share:>7.0%}" for share in shares)


def _lost(sheets: Sheets, catalogue: Catalogue, world: World) -> str:
    """How those lost by month 12 were when they came home, beside those who were not lost."""
    on_return, later = interviews(sheets, catalogue.round(0)), interviews(sheets, catalogue.round(12))
    shares = []
    for kept in (True, False):
        people = [code for code in due(sheets, catalogue.round(12), world) if (code in later) is kept]
        low = [said for code in people if (said := _low_wellbeing(on_return.get(code, {}))) is not None]
        shares.append(sum(low) / len(low) if low else 0.0)
    return f"low wellbeing on return: {shares[0]:.0%} of those interviewed at month 12, {shares[1]:.0%} of those not"


def _confirmed(sheets: Sheets) -> str:
    events = [row for row in sheets["incidents"] if row["incident_type"] == "re_trafficking"]
    sure = {row["survivor_id"] for row in events if row["basis"] == "authority" or row.get("signed_off")}
    people = len(sheets["survivors"])
    told = len({row["survivor_id"] for row in events})
    confirmed = f"{len(sure)} of {people} people confirmed ({len(sure) / people:.1%})"
    return f"trafficked again: {confirmed}, {told} with those suspected"


def _housing_secure(row: Row) -> bool | None:
    kind, stay = row.get("housing_type"), row.get("may_stay_six_months")
    return kind in SECURE_HOMES and stay if isinstance(stay, bool) and kind else None


def _low_wellbeing(row: Row) -> bool | None:
    items = [item for number in range(1, 6) if isinstance(item := row.get(f"who5_{number}"), int)]
    return 4 * sum(items) <= 50 if len(items) == 5 else None


def _one_of(question: str, *codes: str) -> Callable[[Row], bool | None]:
    def said(row: Row) -> bool | None:
        value = row.get(question)
        silent = value in (None, "dont_know", "prefer_not_to_say", "not_asked", "not_applicable")
        return None if silent else value in codes

    return said


ANSWERS: Mapping[str, Callable[[Row], bool | None]] = {
    "housing secure": _housing_secure,
    "income covers needs": _one_of("income_covers_needs", "enough", "more_than_enough"),
    "works": _one_of("main_activity", *WORK),
    "discriminated": _one_of("felt_discriminated", *SEEN_OFTEN),
    "belongs": _one_of("part_of_community", "agree", "strongly_agree"),
    "low wellbeing": _low_wellbeing,
    "feels safe": _one_of("feels_safe", "safe", "very_safe"),
}
