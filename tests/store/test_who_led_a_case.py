"""A contact that names no provider belongs to whoever led the case on that day, however often it is handed in again."""

from datetime import date, datetime

import pytest

from monitoring.domain.figures import FigureRequest
from monitoring.services.read_figures import read_figures

PERSON = {"survivor_id": "MD-0001", "return_date": date(2025, 1, 1), "provider_id": "MD-P1"}
MET = {"survivor_id": "MD-0001", "round": "3", "status": "interviewed", "contact_date": date(2025, 4, 2)}
LATER = {**MET, "round": "6", "contact_date": date(2025, 7, 2)}
SPRING, SUMMER = datetime(2025, 5, 1, 9), datetime(2025, 8, 1, 9)


@pytest.fixture
def by_provider(manager, house):
    """(provider, round) of every interview."""

    def read():
        figures = read_figures(manager, house, FigureRequest(("interviewed",), by=("country", "provider", "round")))
        return {(each.at("provider"), each.at("round")) for each in figures if each.numerator}

    return read


def test_a_new_lead_provider_takes_over_no_earlier_contact(hand_in, by_provider):
    hand_in("MD", survivors=[PERSON], follow_ups=[MET], at=SPRING)
    hand_in("MD", survivors=[{**PERSON, "provider_id": "MD-P2"}], follow_ups=[MET, LATER], at=SUMMER)

    assert by_provider() == {("MD-P1", "3"), ("MD-P2", "6")}


def test_a_provider_that_is_named_stays(hand_in, by_provider):
    hand_in("MD", survivors=[PERSON], follow_ups=[{**MET, "provider_id": "MD-P3"}], at=SPRING)
    hand_in("MD", survivors=[{**PERSON, "provider_id": "MD-P2"}], at=SUMMER)

    assert by_provider() == {("MD-P3", "3")}


def test_what_was_done_under_a_former_code_stays_with_who_led_it_then(hand_in, by_provider):
    hand_in("MD", survivors=[PERSON], follow_ups=[MET], at=SPRING)
    again = {**PERSON, "survivor_id": "MD-0002", "previous_survivor_id": "MD-0001", "provider_id": "MD-P2"}
    hand_in("MD", survivors=[again], follow_ups=[{**LATER, "survivor_id": "MD-0002"}], at=SUMMER)

    assert by_provider() == {("MD-P1", "3"), ("MD-P2", "6")}


def test_contacts_told_of_long_after_belong_to_the_lead_provider_first_told_of(hand_in, by_provider):
    hand_in("MD", survivors=[PERSON], follow_ups=[MET, LATER], at=SUMMER)
    hand_in("MD", survivors=[{**PERSON, "provider_id": "MD-P2"}], at=datetime(2025, 9, 1, 9))

    assert by_provider() == {("MD-P1", "3"), ("MD-P1", "6")}
