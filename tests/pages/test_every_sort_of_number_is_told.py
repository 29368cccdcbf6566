"""Medians, risks, scores and counts of services: each is told as what it is on the page of its domain."""

from datetime import date, timedelta

import pytest

from monitoring.ui.numbers import THIN

RETURNED = date(2024, 1, 1)
TRAFFICKED = "are known to have been trafficked again"
HOUSING, SAFETY = "pages/outcomes/housing.py", "pages/outcomes/safety.py"
SUPPORT, RETURN = "pages/outcomes/support.py", "pages/outcomes/return.py"
WHOLE_HOME = {"may_stay_six_months": True, "housing_standard": "good", "safe_at_home": "safe"}


@pytest.fixture
def moldova(demo, hand_in):
    """Thirty people, two years at home: one known to have been trafficked again, half of the services begun."""
    codes = [f"MD-{number:04}" for number in range(30)]
    days = {"12": 365, "24": 730}
    answers = {**WHOLE_HOME, "basics_met": "safe_water toilet privacy", "free_to_come_and_go": "always"}
    met = {"status": "interviewed", "exploited_again": False, "help_needed": "health legal", "help_received": "health"}
    event = {"incident_type": "re_trafficking", "basis": "authority", "occurred_on": date(2024, 9, 1)}
    referral = {"service_type": "health", "referred_on": date(2024, 2, 1)}
    waits = [{"outcome": "waiting"}, {"outcome": "started", "started_on": date(2024, 2, 13)}]
    hand_in(
        "MD",
        survivors=[{"survivor_id": code, "first_contact_date": RETURNED + timedelta(days=4)} for code in codes],
        follow_ups=[
            {"survivor_id": code, "round": months, "contact_date": RETURNED + timedelta(days=day), **answers, **met}
            for code in codes
            for months, day in days.items()
        ],
        incidents=[{"survivor_id": codes[0], **event}],
        services=[{"survivor_id": code, **referral, **waits[at % 2]} for at, code in enumerate(codes)],
    )
    return demo


@pytest.mark.parametrize(
    ("page", "link", "title"),
    [
        (SAFETY, {"safety_number": "re_trafficked"}, f"3{THIN}% {TRAFFICKED} within a year of return"),
        (RETURN, {"return_number": "first_contact_days"}, "Days to first contact: half within 4 days"),
        (SUPPORT, {"support_number": "referral_days"}, "Days from referral to start: half within 12 days"),
        (SUPPORT, {"support_number": "services_started"}, "15 services started so far"),
        (SUPPORT, {"support_number": "people_supported"}, "30 people got help so far"),
        (SUPPORT, {"support_number": "referral_started"}, "Half of referrals led to a service that started so far"),
        (HOUSING, {"housing_number": "housing_score"}, "Housing score: 0.80 of 1 on average a year after return"),
    ],
)  # fmt: skip
def test_the_title_says_the_number_as_people_read_it(page, link, title, visit, moldova):
    app = visit("programme_manager", page, **link)

    assert ([each.message for each in app.exception], [each.value for each in app.title]) == ([], [title])


def test_a_risk_is_told_by_time_with_those_still_followed_and_no_case_is_not_no_risk(visit, moldova):
    app = visit("programme_manager", SAFETY, safety_number="re_trafficked")
    said = " ".join(each.value for each in (*app.markdown, *app.caption))

    assert f"within 6 months no case, which fits with up to 12{THIN}%" in said
    assert f"within 24 months 3{THIN}%" in said
    assert "**One case** is known in" in said
    assert "it ends where fewer than 5 people are still followed" in said


def test_a_family_of_numbers_is_shown_together_and_not_offered_one_by_one(visit, moldova):
    app = visit("programme_manager", SUPPORT)
    headings = [each.value for each in app.header]
    offered = next(box for box in app.selectbox if box.key == "support_number").options

    assert "Needed and not received, by kind of help, a year after return" in headings
    assert "Why services did not start" in headings
    assert [each for each in offered if "Needed and not received:" in each or "Not started:" in each] == []


def test_a_question_that_many_decline_is_named_for_review(visit, demo, hand_in):
    codes = [f"MD-{number:04}" for number in range(10)]
    met = {"round": "12", "contact_date": date(2025, 1, 2), "status": "interviewed"}
    declined = {"missing_answers": "feels_safe=prefer_not_to_say"}
    hand_in(
        "MD",
        survivors=[{"survivor_id": code} for code in codes],
        follow_ups=[{"survivor_id": code, **met, **(declined if at < 2 else {})} for at, code in enumerate(codes)],
    )
    app = visit("programme_manager", "pages/follow_up/completeness.py")

    assert "Questions that people prefer not to answer" in [each.value for each in app.header]
    assert "How safe do you feel in your daily life?" in str([each.value for each in app.table])
