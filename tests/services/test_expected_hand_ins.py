"""What is expected of which office and quarter: due, received, accepted, late, or nothing to report."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from monitoring.domain.hand_in_rules import LargeDrop, Rhythm
from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.domain.period import Quarter
from monitoring.domain.refusal import Refusal
from monitoring.services import expected, submissions
from monitoring.services.expected import Expected, State

RHYTHM = Rhythm(first="2025-Q3", opens_days_before_end=14, grace_days=30, shown=4, why={"en": "four rounds a year"})
MINA = Actor("Mina", Role.PROGRAMME_MANAGER)
ANA = Actor("Ana", Role.COUNTRY_OFFICE, frozenset({"MD"}))
PERSON = {"survivor_id": "MD-0001"}
Q3, Q4, Q1 = Quarter(2025, 3), Quarter(2025, 4), Quarter(2026, 1)


@pytest.fixture
def office(house):
    """The house on 20 April 2026, with one office, that of Moldova, and our own rhythm whatever is declared."""
    house.people.add(ANA)
    rules = replace(house.catalogue.hand_ins, rhythm=RHYTHM)
    return replace(
        house,
        catalogue=replace(house.catalogue, hand_ins=rules),
        settings=replace(house.settings, today=date(2026, 4, 20)),
    )


def states(house, actor=MINA):
    return {str(each.quarter): (each.state, each.late_by) for each in expected.expected(actor, house)}


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 3, 16), Q4),
        (date(2026, 3, 17), Q1),
        (date(2026, 3, 31), Q1),
        (date(2026, 6, 15), Q1),
        (date(2026, 6, 16), Quarter(2026, 2)),
        (date(2026, 1, 1), Q4),
    ],
)
def test_a_hand_in_is_for_the_quarter_that_has_ended_or_is_about_to(day, quarter):
    assert RHYTHM.quarter_of(day) == quarter


def test_an_office_that_never_handed_in_is_late_for_the_past_and_due_for_the_last_quarter(office):
    assert states(office) == {
        "2025-Q3": (State.LATE, 172),
        "2025-Q4": (State.LATE, 80),
        "2026-Q1": (State.DUE, 0),
        "2026-Q2": (State.DUE, 0),
    }


def test_a_workbook_holds_everything_so_far_and_covers_the_quarters_before_it(office, hand_in):
    hand_in("MD", at=datetime(2026, 2, 4), survivors=[PERSON])

    assert [(e.state, e.late_by, e.submission) for e in expected.expected(MINA, office)] == [
        (State.RECEIVED, 97, 1),
        (State.RECEIVED, 5, 1),
        (State.DUE, 0, None),
        (State.DUE, 0, None),
    ]


def test_what_came_is_received_and_accepted_and_says_how_late_it_was(office, hand_in):
    hand_in("MD", at=datetime(2025, 11, 4), survivors=[PERSON])
    hand_in("MD", at=datetime(2026, 1, 10), survivors=[PERSON])
    submissions.accept(MINA, office, 2)

    assert states(office) == {
        "2025-Q3": (State.RECEIVED, 5),
        "2025-Q4": (State.ACCEPTED, 0),
        "2026-Q1": (State.DUE, 0),
        "2026-Q2": (State.DUE, 0),
    }


def test_what_was_undone_or_sent_back_is_awaited_again(office, hand_in):
    hand_in("MD", at=datetime(2026, 4, 10), survivors=[PERSON])
    submissions.send_back(MINA, office, 1, "last year's file")

    assert states(office)["2026-Q1"] == (State.DUE, 0)


def test_the_office_says_that_it_has_nothing_to_report_and_a_later_hand_in_counts_more(office, hand_in):
    said = expected.nothing_to_report(ANA, office, "MD", "2026-Q1")
    before = states(office)["2026-Q1"]
    hand_in("MD", at=datetime(2026, 4, 19), survivors=[PERSON])

    assert said == Expected("MD", Q1, date(2026, 4, 30), State.NOTHING)
    assert (before, states(office)["2026-Q1"]) == ((State.NOTHING, 0), (State.RECEIVED, 0))


@pytest.mark.parametrize(
    ("quarter", "reason"),
    [("2026-Q2", "quarter_not_expected"), ("soon", "quarter_not_expected"), ("2025-Q4", "quarter_nothing")],
)
def test_nothing_to_report_is_for_what_is_awaited(office, quarter, reason):
    expected.nothing_to_report(ANA, office, "MD", "2025-Q4")

    with pytest.raises(Refusal) as refused:
        expected.nothing_to_report(ANA, office, "MD", quarter)

    assert refused.value.reason == reason


def test_an_office_sees_and_speaks_for_itself_alone(office, hand_in):
    hand_in("NG", at=datetime(2026, 4, 10), survivors=[{"survivor_id": "NG-0001"}])

    assert {each.country for each in expected.expected(ANA, office)} == {"MD"}
    assert {each.country for each in expected.expected(MINA, office)} == {"MD", "NG"}
    with pytest.raises(NotAllowed):
        expected.nothing_to_report(ANA, office, "NG", "2026-Q1")


def test_as_reported_on_a_day_knows_nothing_of_later_ones(office, hand_in):
    hand_in("MD", at=datetime(2026, 1, 10), survivors=[PERSON])
    hand_in("MD", at=datetime(2026, 4, 10), survivors=[PERSON])

    assert [(str(e.quarter), e.state) for e in expected.expected(MINA, office, date(2026, 1, 9))] == [
        ("2025-Q3", State.LATE),
        ("2025-Q4", State.DUE),
        ("2026-Q1", State.DUE),
    ]
    assert [each.id for each in submissions.history(MINA, office, date(2026, 4, 9))] == [1]


def test_where_nothing_is_declared_nothing_is_expected(office, hand_in):
    hand_in("MD", at=datetime(2026, 4, 10), survivors=[PERSON])
    nobody = replace(office.catalogue.hand_ins, rhythm=None)

    assert expected.expected(MINA, replace(office, catalogue=replace(office.catalogue, hand_ins=nobody))) == ()


@pytest.mark.parametrize(
    ("missing", "before", "is_reached"), [(4, 4, False), (5, 49, True), (5, 50, False), (6, 50, True)]
)
def test_a_drop_is_large_by_its_share_and_its_number(missing, before, is_reached):
    assert LargeDrop(percent=10, rows=5, why={"en": "ours"}).is_reached(missing, before) is is_reached
