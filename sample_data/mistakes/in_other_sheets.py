"""Mistakes of referrals, plan reviews, case studies and community sessions, mostly in a row of their own."""

from datetime import date, timedelta

from invent.world import Cell, Row

from mistakes.draft import Draft, day_of


def service_before_return(draft: Draft) -> None:
    """Counselling that began abroad, a month before the journey."""
    returned = day_of(draft.person, "return_date")
    _refer(draft, referred_on=returned - timedelta(days=40), started_on=returned - timedelta(days=30))


def referral_too_early(draft: Draft) -> None:
    """The year was mistyped."""
    _refer(draft, referred_on=day_of(draft.person, "return_date") - timedelta(days=400))


def outcome_does_not_fit(draft: Draft) -> None:
    """It says waiting, and the day of the first talk stands beside it."""
    _refer(draft, outcome="waiting")


def service_start_missing(draft: Draft) -> None:
    _refer(draft, started_on=None)


def service_end_missing(draft: Draft) -> None:
    _refer(draft, outcome="completed")


def stage_does_not_fit(draft: Draft) -> None:
    """Reviewed on arrival, a week before the person arrived."""
    draft.person["risk_plan"] = True
    _review(draft, day_of(draft.person, "return_date") - timedelta(days=7))


def review_without_plan(draft: Draft) -> None:
    draft.person["risk_plan"] = False
    draft.sheets["plan_reviews"] = [row for row in draft.sheets["plan_reviews"] if _of_others(draft, row)]
    _review(draft, day_of(draft.person, "return_date"))


def case_study_without_consent(draft: Draft) -> None:
    """The consent was withdrawn, and the factors are still there."""
    _case_study(draft, draft.person, consent="withdrawn")


def case_study_before_return(draft: Draft) -> None:
    _case_study(draft, draft.person, held_on=day_of(draft.person, "return_date") - timedelta(days=5))


def case_study_with_child(draft: Draft) -> None:
    _case_study(draft, draft.child)


def too_many_for_an_interview(draft: Draft) -> None:
    """A group, noted as an interview with one key informant."""
    session = next(row for row in draft.sheets["community"] if row["tool"] == "key_informant")
    session["participants"] = 14


def unknown_code(draft: Draft) -> None:
    """A factor of a session that the sheet of sessions lacks."""
    draft.sheets["community_factors"][-1]["session_id"] = "MD-S9"


def date_too_early(draft: Draft) -> None:
    """What some programs make of an empty date."""
    draft.sheets["providers"][0]["last_verified_on"] = date(1900, 1, 10)


SPOILERS = (
    service_before_return, referral_too_early, outcome_does_not_fit, service_start_missing, service_end_missing,
    stage_does_not_fit, review_without_plan, case_study_without_consent, case_study_before_return,
    case_study_with_child, too_many_for_an_interview, unknown_code, date_too_early,
)  # fmt: skip


def _refer(draft: Draft, **answers: Cell) -> None:
    """The person's referral to counselling, a month after the return, with what is wrong with it."""
    returned = day_of(draft.person, "return_date")
    usual: Row = {
        "survivor_id": draft.person["survivor_id"], "provider_id": draft.sheets["providers"][0]["provider_id"],
        "service_type": "other", "referred_on": returned + timedelta(days=30),
        "started_on": returned + timedelta(days=45), "outcome": "started",
    }  # fmt: skip
    draft.sheets["services"].append({**usual, **answers})


def _review(draft: Draft, day: date) -> None:
    row: Row = {"survivor_id": draft.person["survivor_id"], "stage": "arrival", "reviewed_on": day}
    draft.sheets["plan_reviews"].append({**row, "countries_involved": "one"})


def _of_others(draft: Draft, row: Row) -> bool:
    return row["survivor_id"] != draft.person["survivor_id"]


def _case_study(draft: Draft, person: Row, **answers: Cell) -> None:
    usual: Row = {
        "survivor_id": person["survivor_id"], "held_on": day_of(person, "return_date") + timedelta(days=33),
        "consent": "given", "helped": "friends own_strength", "hindered": "cost_of_living",
    }  # fmt: skip
    draft.sheets["case_studies"].append({**usual, **answers})
