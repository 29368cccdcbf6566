"""The list says a word for each case; the reason is for those who ask, is logged without a code, and stays at home."""

from datetime import date, timedelta

import pytest

from monitoring.access.log import Log
from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.services.due_list import Attention, NotOnTheList, Reason, Visit, due_list, why

TODAY = date(2026, 6, 1)
NOW_TWELVE = TODAY - timedelta(days=365 + 60)  # month 12 is past its on-time limit and its window still open


@pytest.fixture
def moldova(hand_in):
    """One overdue, one who told of harm, one unsafe to contact, one twice not reached, one met in time, one closed."""
    people = {f"MD-{at:04}": {"return_date": NOW_TWELVE, "provider_id": "MD-01"} for at in range(6)}
    people["MD-0001"]["return_date"] = date(2026, 1, 1)
    people["MD-0004"]["provider_id"] = "MD-02"
    people["MD-0005"] |= {"case_status": "closed_own_wish", "case_closed_on": date(2026, 1, 1)}
    told = {"status": "interviewed", "contact_from_trafficker": True}
    contacts = [
        {"survivor_id": "MD-0001", "round": "3", "contact_date": date(2026, 4, 2), **told},
        contact(2, "6", 180, "interviewed"),
        contact(2, "12", 360, "unsafe_to_contact"),
        contact(3, "6", 180, "not_reached"),
        contact(3, "12", 360, "not_reached"),
        contact(4, "12", 360, "interviewed"),
    ]
    providers = [{"provider_id": id_, "provider_name": id_, "country": "MD"} for id_ in ("MD-01", "MD-02")]
    survivors = [{"survivor_id": code, **row} for code, row in people.items()]
    hand_in("MD", survivors=survivors, follow_ups=contacts, providers=providers)


def contact(at, months, days, status):
    day = NOW_TWELVE + timedelta(days=days)
    return {"survivor_id": f"MD-{at:04}", "round": months, "contact_date": day, "status": status}


PROVIDER = Actor("Oak", Role.PROVIDER, frozenset({"MD"}), "MD-02")


def test_each_open_case_that_asks_for_something_has_one_word(moldova, house, office):
    assert due_list(office, house, "MD") == (
        Visit("MD-0001", "MD-01", Attention.TODAY, None),
        Visit("MD-0002", "MD-01", Attention.REVIEW, None),
        Visit("MD-0003", "MD-01", Attention.REVIEW, 12),
        Visit("MD-0000", "MD-01", Attention.OVERDUE, 12),
    )


def test_an_answered_disclosure_asks_for_nothing(hand_in, house, office):
    told = {"status": "interviewed", "exploited_again": True, "action_taken": "referred", "action_on": date(2026, 4, 3)}
    hand_in(
        "MD",
        survivors=[{"survivor_id": "MD-0001", "return_date": date(2026, 1, 1)}],
        follow_ups=[{"survivor_id": "MD-0001", "round": "3", "contact_date": date(2026, 4, 2), **told}],
    )

    assert due_list(office, house, "MD") == ()


def test_a_closed_case_asks_for_nothing_but_an_answer_to_what_was_told(hand_in, house, office):
    """Nobody calls a person whose case is closed; that somebody told of harm is spoken of with the case worker."""
    closed = {"case_status": "closed_own_wish", "case_closed_on": date(2026, 5, 1)}
    told = {**contact(0, "6", 180, "interviewed"), "contact_from_trafficker": True}
    contacts = [told, contact(0, "12", 360, "unsafe_to_contact"), contact(1, "12", 360, "unsafe_to_contact")]
    hand_in(
        "MD",
        survivors=[{"survivor_id": f"MD-{at:04}", "return_date": NOW_TWELVE, **closed} for at in range(2)],
        follow_ups=contacts,
    )

    assert due_list(office, house, "MD") == (Visit("MD-0000", "MD-01", Attention.TODAY, None),)
    assert why(office, house, "MD", "MD-0000").reasons == (Reason.TOLD_AND_UNANSWERED,)


def test_the_reason_is_told_when_asked_for_and_the_log_knows_who_asked_but_not_about_whom(moldova, house, office):
    assert why(office, house, "MD", "MD-0003").reasons == (Reason.TWICE_NOT_REACHED, Reason.OVERDUE)

    (entry,) = Log(house.people.file).newest(1)
    assert (entry.who, entry.what, entry.detail) == (office.name, "reason_seen", "MD")


def test_a_provider_has_its_own_cases_and_no_other(moldova, house):
    assert due_list(PROVIDER, house, "MD") == ()
    with pytest.raises(NotOnTheList):
        why(PROVIDER, house, "MD", "MD-0003")


def test_the_list_never_leaves_its_country(moldova, house):
    nigeria = Actor("Nigeria office", Role.COUNTRY_OFFICE, frozenset({"NG"}))

    for refused in (due_list, lambda *asked: why(*asked, "MD-0003")):
        with pytest.raises(NotAllowed):
            refused(nigeria, house, "MD")


@pytest.mark.parametrize("role", [Role.FUNDER, Role.ANALYST, Role.ADMINISTRATOR])
def test_nobody_else_has_a_list(moldova, house, role):
    with pytest.raises(NotAllowed):
        due_list(Actor("Somebody", role), house, "MD")
