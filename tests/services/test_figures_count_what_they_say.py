"""Every figure carries due, interviewed, answered, numerator, denominator; missing is never 0."""

from datetime import date, timedelta

import pytest

from monitoring.domain.figures import Figure, FigureRequest
from monitoring.services.read_figures import read_figures

MET = {"round": "12", "contact_date": date(2025, 1, 2), "status": "interviewed"}


def people(number):
    return [{"survivor_id": f"MD-{at:04}"} for at in range(number)]


def read(manager, house, indicator, **request):
    return read_figures(manager, house, FigureRequest((indicator,), **request))


def test_a_share_counts_only_who_answered(hand_in, house, manager):
    answers = [("own", True), ("rented", False), ("shelter", True), ("own", None), (None, None)]
    contacts = [
        {"survivor_id": f"MD-{at:04}", **MET, "housing_type": kind, "may_stay_six_months": stay}
        for at, (kind, stay) in enumerate(answers)
    ]
    hand_in("MD", survivors=people(7), follow_ups=contacts)

    (figure,) = read(manager, house, "housing_secure", by=("country",), where={"round": ("12",)})

    assert figure == Figure(
        "housing_secure",
        (("country", "MD"),),
        pytest.approx(1 / 3),
        1,
        3,
        pytest.approx(0.0615, abs=1e-4),
        pytest.approx(0.7923, abs=1e-4),
        due=7,
        interviewed=5,
        answered=3,
    )


def test_a_mean_has_a_sum_a_number_and_a_range(hand_in, house, manager):
    contacts = [
        {"survivor_id": f"MD-{at:04}", **MET, **dict.fromkeys([f"who5_{item}" for item in range(1, 6)], at)}
        for at in range(1, 5)
    ]
    hand_in("MD", survivors=people(6), follow_ups=contacts)

    (figure,) = read(manager, house, "wellbeing_who5", where={"round": ("12",)})

    assert (figure.value, figure.numerator, figure.denominator) == (50, 200, 4)
    assert (figure.low, figure.high) == pytest.approx((8.9148, 91.0852), abs=1e-3)


def test_where_nobody_answered_there_is_no_value(hand_in, house, manager):
    hand_in("MD", survivors=people(2))

    (figure,) = read(manager, house, "housing_secure", where={"round": ("12",)})

    assert (figure.value, figure.low, figure.denominator, figure.due) == (None, None, 0, 2)


def test_people_supported_are_different_people(hand_in, house, manager):
    contacts = [
        {"survivor_id": "MD-0000", **MET, "help_received": "health legal"},
        {"survivor_id": "MD-0000", **MET, "round": "18", "contact_date": date(2025, 7, 1), "help_received": "health"},
        {"survivor_id": "MD-0001", **MET, "help_received": "none"},
        {"survivor_id": "MD-0002", **MET},
    ]
    hand_in("MD", survivors=people(3), follow_ups=contacts)

    (figure,) = read(manager, house, "people_supported")

    assert (figure.value, figure.numerator) == (1, 1)


EVENT = {"incident_type": "re_trafficking", "basis": "authority", "reported_on": date(2025, 3, 1)}


def asked_at(months, *numbers, **answers):
    """The interview of a round on its target day, of each of the people."""
    day = date(2024, 1, 1) + timedelta(days={"12": 365, "24": 730}[months])
    met = {"round": months, "contact_date": day, "status": "interviewed"}
    return [{"survivor_id": f"MD-{number:04}", **met, **answers} for number in numbers]


def test_the_risk_of_renewed_trafficking_is_told_for_three_lengths_of_time(hand_in, house, manager):
    hand_in(
        "MD",
        survivors=people(12),
        follow_ups=[
            *asked_at("24", *range(2, 9), exploited_again=False),
            *asked_at("12", 9, exploited_again=False),
            *asked_at("24", 10, housing_type="own"),
            *asked_at("24", 11, known_on=date(2025, 3, 1)),
        ],
        incidents=[
            {**EVENT, "survivor_id": "MD-0000", "occurred_on": date(2024, 5, 5)},
            {
                **EVENT,
                "survivor_id": "MD-0001",
                "occurred_after": date(2024, 12, 1),
                "occurred_before": date(2025, 4, 1),
            },
            {**EVENT, "survivor_id": "MD-0002", "basis": "own_account", "occurred_on": date(2024, 5, 5)},
        ],
    )

    figures = read(manager, house, "re_trafficked", by=("country",))

    assert [(each.months, each.value, each.numerator, each.denominator, each.at_risk) for each in figures] == [
        (6, pytest.approx(1 / 11), 1, 12, 10),
        (12, pytest.approx(1 / 11), 1, 12, 10),
        (24, pytest.approx(1 - 10 / 11 * 8 / 9), 2, 12, 7),
    ]
    assert (figures[1].low, figures[1].high) == pytest.approx((0.0133, 0.4919), abs=1e-4)
    assert {(each.due, each.interviewed, each.answered) for each in figures} == {(12, 10, 11)}


def test_renewed_trafficking_by_quarter_is_as_known_at_the_end_of_each(hand_in, house, manager):
    hand_in(
        "MD",
        survivors=people(8),
        follow_ups=asked_at("12", *range(1, 8), exploited_again=False),
        incidents=[{**EVENT, "survivor_id": "MD-0000", "occurred_on": date(2024, 5, 5)}],
    )

    figures = read(manager, house, "re_trafficked", by=("quarter",))
    of_six = [(each.at("quarter"), each.numerator, each.value) for each in figures if each.months == 6]

    assert of_six[:5] == [
        ("2024-Q1", 0, None),
        ("2024-Q2", 1, None),
        ("2024-Q3", 1, None),
        ("2024-Q4", 1, pytest.approx(1 / 8)),
        ("2025-Q1", 1, pytest.approx(1 / 8)),
    ]


def test_a_risk_narrowed_to_a_last_quarter_is_as_known_at_its_end(hand_in, house, manager):
    hand_in(
        "MD",
        survivors=people(8),
        follow_ups=asked_at("12", *range(8), exploited_again=False),
        incidents=[{**EVENT, "survivor_id": "MD-0000", "occurred_on": date(2025, 1, 5)}],
    )

    until = read(manager, house, "re_trafficked", where={"quarter_to": ("2024-Q4",)})
    ever = read(manager, house, "re_trafficked")

    assert [each.numerator for each in until] == [0, 0, 0]
    assert [each.numerator for each in ever] == [0, 0, 1]


def test_a_median_has_a_middle_a_range_and_no_numerator(hand_in, house, manager):
    days = [0, 3, 5, 8, 13, 21]
    hand_in(
        "MD",
        survivors=[
            {**one, "first_contact_date": date(2024, 1, 1) + timedelta(days=number)}
            for one, number in zip(people(6), days, strict=True)
        ],
    )

    (figure,) = read(manager, house, "first_contact_days")

    assert (figure.value, figure.numerator, figure.denominator, figure.low, figure.high) == (6.5, None, 6, 0, 21)


def test_services_are_counted_in_the_quarter_in_which_they_start(hand_in, house, manager):
    service = {"survivor_id": "MD-0000", "service_type": "health", "referred_on": date(2025, 3, 20)}
    hand_in(
        "MD",
        survivors=people(2),
        services=[
            {**service, "started_on": date(2025, 4, 2), "provider_id": "MD-02"},
            {**service, "started_on": date(2025, 3, 25), "service_type": "legal"},
            {**service, "service_type": "housing"},
        ],
    )

    started = read(manager, house, "services_started", by=("quarter",))
    by_provider = read(manager, house, "services_started", by=("country", "provider"))
    (led,) = read(manager, house, "referral_started")

    assert [(each.at("quarter"), each.value) for each in started if each.value] == [("2025-Q1", 1), ("2025-Q2", 1)]
    assert [(each.at("provider"), each.value) for each in by_provider] == [("MD-01", 1), ("MD-02", 1)]
    assert (led.numerator, led.denominator, led.due) == (2, 2, 3)


def test_a_service_that_started_is_support_also_without_an_interview(hand_in, house, manager):
    started = {"service_type": "health", "referred_on": date(2025, 1, 5), "started_on": date(2025, 1, 9)}
    hand_in(
        "MD",
        survivors=people(4),
        follow_ups=asked_at("12", 0, 1, help_received="health"),
        services=[{**started, "survivor_id": code} for code in ("MD-0001", "MD-0002")],
    )

    (ever,) = read(manager, house, "people_supported")
    in_quarters = read(manager, house, "people_supported", by=("quarter",))

    assert (ever.value, ever.due) == (3, 4)
    assert {each.at("quarter"): each.value for each in in_quarters}["2024-Q4"] == 2
    assert {each.at("quarter"): each.value for each in in_quarters}["2025-Q1"] == 2


def test_below_three_sessions_nothing_is_shown_of_a_community(hand_in, house, manager):
    sessions = [
        {
            "session_id": f"S-{at}",
            "country": "MD",
            "tool": "key_informant",
            "held_on": date(2025, 1, at),
            "jobs": "good",
        }
        for at in (1, 2, 3)
    ]
    hand_in("MD", survivors=people(1), community=sessions[:2])
    (two,) = read(manager, house, "community_jobs")
    hand_in("MD", survivors=people(1), community=sessions)
    (three,) = read(manager, house, "community_jobs")

    assert (two.value, two.denominator) == (None, 2)
    assert (three.value, three.denominator) == (75, 3)


def test_a_domain_score_is_of_adults_and_of_enough_answers(hand_in, house, manager):
    whole = {
        "may_stay_six_months": True,
        "housing_standard": "very_good",
        "basics_met": "safe_water toilet privacy lockable_door not_overcrowded safe_cooking",
        "safe_at_home": "very_safe",
        "free_to_come_and_go": "always",
    }
    hand_in(
        "MD",
        survivors=[*people(3), {"survivor_id": "MD-0003", "age_band": "9-17"}],
        follow_ups=[
            *asked_at("12", 0, 3, **whole),
            *asked_at("12", 1, **{**whole, "basics_met": "none", "may_stay_six_months": None}),
            *asked_at("12", 2, **dict(list(whole.items())[:3])),
        ],
    )

    (figure,) = read(manager, house, "housing_score", where={"round": ("12",)})

    assert (figure.numerator, figure.denominator, figure.interviewed) == (pytest.approx(1.75), 2, 4)


def test_a_person_who_withdrew_record_consent_is_in_no_figure(hand_in, house, manager):
    hand_in("MD", survivors=[*people(2), {"survivor_id": "MD-0009", "consent_record": "withdrawn"}])

    (figure,) = read(manager, house, "people_returned")

    assert figure.value == 2


def test_a_filter_by_kind_of_exploitation_finds_one_of_several(hand_in, house, manager):
    kinds = ["ForcedLabour", "ForcedLabour SexualExploitation", None]
    hand_in("MD", survivors=[{**one, "exploitation_types": kind} for one, kind in zip(people(3), kinds, strict=True)])

    (figure,) = read(manager, house, "people_returned", where={"exploitation": ("SexualExploitation",)})

    assert figure.value == 1


def test_whoever_changed_provider_is_one_person_with_all_their_answers(hand_in, house, manager):
    """Three codes in a row, an interview under the first, an event under the second."""
    codes = ["MD-0001", "MD-0002", "MD-0003"]
    event = {"incident_type": "re_trafficking", "basis": "authority", "occurred_on": date(2025, 1, 1)}
    hand_in(
        "MD",
        survivors=[
            {"survivor_id": code, "previous_survivor_id": before}
            for code, before in zip(codes, [None, *codes], strict=False)
        ],
        follow_ups=[{"survivor_id": codes[0], **MET, "housing_type": "own", "may_stay_six_months": True}],
        incidents=[{"survivor_id": codes[1], **event}],
    )

    (returned,) = read(manager, house, "people_returned")
    again = read(manager, house, "re_trafficked")[-1]
    (secure,) = read(manager, house, "housing_secure", where={"round": ("12",)})

    assert (returned.value, again.numerator, again.denominator) == (1, 1, 1)
    assert (secure.numerator, secure.denominator, secure.due) == (1, 1, 1)
