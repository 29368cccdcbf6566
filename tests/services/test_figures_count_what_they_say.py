"""Every figure carries due, interviewed, answered, numerator, denominator; missing is never 0."""

from datetime import date

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


def test_renewed_trafficking_adds_up_from_quarter_to_quarter(hand_in, house, manager):
    event = {"incident_type": "re_trafficking", "basis": "authority", "reported_on": date(2025, 3, 1)}
    hand_in(
        "MD",
        survivors=people(3),
        incidents=[
            {**event, "survivor_id": "MD-0000", "occurred_on": date(2024, 5, 5)},
            {
                **event,
                "survivor_id": "MD-0001",
                "occurred_after": date(2024, 12, 1),
                "occurred_before": date(2025, 2, 1),
            },
            {**event, "survivor_id": "MD-0002", "basis": "own_account", "occurred_on": date(2024, 5, 5)},
        ],
    )

    figures = read(manager, house, "re_trafficked", by=("quarter",))

    assert [(each.at("quarter"), each.numerator, each.denominator) for each in figures][:6] == [
        ("2024-Q1", 0, 3),
        ("2024-Q2", 1, 3),
        ("2024-Q3", 1, 3),
        ("2024-Q4", 1, 3),
        ("2025-Q1", 2, 3),
        ("2025-Q2", 2, 3),
    ]


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
    (again,) = read(manager, house, "re_trafficked")
    (secure,) = read(manager, house, "housing_secure", where={"round": ("12",)})

    assert (returned.value, again.numerator, again.denominator) == (1, 1, 1)
    assert (secure.numerator, secure.denominator, secure.due) == (1, 1, 1)
