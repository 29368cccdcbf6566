"""A warning that nobody explained is explained after the hand-in too, until a manager has accepted it."""

from datetime import date

import pytest

from monitoring.domain.answers import Cause
from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.domain.refusal import Refusal
from monitoring.services import hand_in, submissions, warnings

ANA = Actor("Ana", Role.COUNTRY_OFFICE, frozenset({"MD"}))
MINA = Actor("Mina", Role.PROGRAMME_MANAGER)
LATE = Cause("outside_window", "follow_ups", "contact_date")
AGE = Cause("outside_range", "survivors", "age_band")
WHY = "The road was closed until April"


@pytest.fixture
def done(house, workbook):
    """Handed in with two warnings of one cause and one of another, the latter explained at once."""
    talks = [
        {"survivor_id": f"MD-{at:04}", "round": "3", "contact_date": date(2025, 6, at), "status": "interviewed"}
        for at in (1, 2)
    ]
    warned = [(LATE.code, LATE.form, LATE.question, row) for row in (3, 4)]
    warned.append((AGE.code, AGE.form, AGE.question, 3))
    checked = workbook("first", follow_ups=talks, warnings=warned)
    return hand_in.hand_in(ANA, house, checked, reasons={AGE: "as on file"})


def test_what_nobody_explained_stays_open_and_is_explained_later(house, done):
    before = warnings.open_ones(MINA, house, done.id)
    after = warnings.explain(ANA, house, done.id, LATE, WHY)

    assert before == {LATE: (3, 4)}
    assert warnings.open_ones(MINA, house, done.id) == {}
    assert (done.open_warnings, after.open_warnings) == (2, 0)
    told = [(each.cause, each.reason, each.cells) for each in warnings.answers(MINA, house, done.id)]
    assert told == [(LATE, WHY, 2), (AGE, "as on file", 1)]


def test_what_was_explained_later_is_not_asked_with_the_next_workbook(house, done, workbook):
    warnings.explain(ANA, house, done.id, LATE, WHY)
    talk = {"survivor_id": "MD-0001", "round": "3", "contact_date": date(2025, 6, 1), "status": "interviewed"}
    again = workbook("second", follow_ups=[talk], warnings=[(LATE.code, LATE.form, LATE.question, 3)])

    assert warnings.warnings(ANA, house, again).to_ask == {}


@pytest.mark.parametrize(
    ("decided", "reason"),
    [
        (lambda house, id_: submissions.accept(MINA, house, id_), "already_accepted"),
        (lambda house, id_: submissions.undo(ANA, house, id_, "wrong file"), "already_undone"),
        (lambda house, id_: submissions.send_back(MINA, house, id_, "look again"), "already_sent_back"),
    ],
)
def test_nothing_is_added_to_what_is_decided(house, done, decided, reason):
    decided(house, done.id)
    with pytest.raises(Refusal) as refused:
        warnings.explain(ANA, house, done.id, LATE, WHY)

    assert refused.value.reason == reason
    assert warnings.open_ones(MINA, house, done.id) == {LATE: (3, 4)}


@pytest.mark.parametrize(("said", "reason"), [(" ", "reason_needed"), ("ask Ana Rusu", "reason_names_somebody")])
def test_the_reason_goes_through_the_gate(house, done, said, reason):
    with pytest.raises(Refusal) as refused:
        warnings.explain(ANA, house, done.id, LATE, said)

    assert refused.value.reason == reason


def test_whoever_is_second_is_told_so(house, done):
    warnings.explain(ANA, house, done.id, LATE, WHY)
    with pytest.raises(Refusal) as refused:
        warnings.explain(MINA, house, done.id, LATE, "another reason")

    assert refused.value.reason == "warnings_explained"


def test_another_office_neither_sees_nor_explains(house, done):
    other = Actor("Ngozi", Role.COUNTRY_OFFICE, frozenset({"NG"}))

    for call in (warnings.open_ones, lambda *given: warnings.explain(*given, LATE, WHY)):
        with pytest.raises(NotAllowed):
            call(other, house, done.id)


def test_the_list_of_an_earlier_day_knows_nothing_of_it(house, done):
    """Answers of a later day do not close what was open on an earlier one."""
    warnings.explain(ANA, house, done.id, LATE, WHY)
    (now,) = house.store.submissions()

    assert now.open_warnings == 0
    cells = house.store.rows("select answered_at from answered_cells", {})
    assert len(cells) == 3
