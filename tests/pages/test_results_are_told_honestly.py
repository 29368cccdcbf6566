"""Beside each number: the same people, who is missing and what they could change, and how far chance alone would go."""

from datetime import date, timedelta

import pytest

from monitoring.ui.numbers import MINUS, THIN

HOUSING, SAFETY, PROVIDERS = (
    f"pages/{page}.py" for page in ("outcomes/housing", "outcomes/safety", "places/providers")
)
RETURNED = date(2024, 1, 1)


def words(app):
    assert [each.message for each in app.exception] == []
    return " ".join(each.value for each in (*app.markdown, *app.caption))


def test_the_same_people_are_told_apart_from_everybody(visit, two_countries):
    said = words(visit("programme_manager", HOUSING, country="MD"))

    people = f"Of **30 people** who answered both times: 0{THIN}% at return, 50{THIN}% at month 12"
    assert f"{people}: +50 points (likely between +30 points and +67 points)." in said


def test_no_clear_change_is_said_to_be_none(visit, demo, hand_in):
    hand_in("MD", **met(30, lambda at, months: "rented" if (at + (months == "12")) % 2 else "shelter"))

    said = words(visit("programme_manager", HOUSING, country="MD"))

    assert f"no clear change (likely between {MINUS}" in said


def test_what_the_missing_could_change_is_said(visit, demo, hand_in):
    contacts = met(30, lambda at, months: "rented")
    contacts["follow_ups"] = [
        row for row in contacts["follow_ups"] if row["round"] != "12" or row["survivor_id"] < "MD-0020"
    ]
    hand_in("MD", **contacts)

    app = visit("programme_manager", HOUSING, country="MD")

    assert f"If all 10 people due and not interviewed had done badly it would be **67{THIN}%**" in words(app)
    assert [each.label for each in app.expander] == ["What became of everybody due"]


def test_one_lost_person_in_a_risk_is_tried_both_ways(visit, demo, hand_in):
    contacts = met(20, lambda at, months: "rented")
    contacts["follow_ups"] = [
        row for row in contacts["follow_ups"] if row["survivor_id"] != "MD-0000" or row["round"] == "0"
    ]
    hand_in("MD", **contacts)

    said = words(visit("programme_manager", SAFETY, country="MD", safety_number="re_trafficked"))

    assert "1 person came home more than a year ago and nothing is known of them from month 9 on" in said
    assert "**No case is known** in" in said


@pytest.mark.parametrize(
    ("home", "sentence"),
    [
        (lambda at, months: "rented" if at % 2 else "shelter", "a difference that chance alone may make"),
        (lambda at, months: "rented" if at >= 20 else "shelter", "chance alone hardly makes such a difference"),
    ],
)
def test_a_provider_is_placed_by_what_chance_alone_would_do(home, sentence, visit, demo, hand_in):
    contacts = met(60, home)
    for at, row in enumerate(contacts["survivors"]):
        row["provider_id"] = "MD-01" if at < 20 else "MD-02"
    providers = [{"provider_id": f"MD-0{at}", "provider_name": f"House {at}", "country": "MD"} for at in (1, 2)]
    hand_in("MD", **contacts, providers=providers)

    said = words(visit("programme_manager", PROVIDERS, country="MD", one_provider="MD-01"))

    assert sentence in said
    assert "The picture ranks nobody." in said


def met(people, home):
    """Everybody interviewed at return and a year later, at home where `home` says."""
    codes = [f"MD-{at:04}" for at in range(people)]
    days = {"0": 10, "12": 366}
    return {
        "survivors": [{"survivor_id": code, "return_date": RETURNED} for code in codes],
        "follow_ups": [
            {
                "survivor_id": code,
                "round": months,
                "contact_date": RETURNED + timedelta(days=day),
                "status": "interviewed",
                "exploited_again": False,
                "housing_type": home(at, months),
                "may_stay_six_months": True,
            }
            for at, code in enumerate(codes)
            for months, day in days.items()
        ],
    }
