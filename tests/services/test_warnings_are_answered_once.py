"""A warning is answered "this is right because ...": kept, shown, and not asked again for the same cell."""

from datetime import date

import pytest

from monitoring.domain.answers import Answer, Cause
from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.services import hand_in, submissions, warnings
from monitoring.services.typed_sentences import LONGEST

ANA = Actor("Ana", Role.COUNTRY_OFFICE, frozenset({"MD"}))
MINA = Actor("Mina", Role.PROGRAMME_MANAGER)
LATE = Cause("outside_window", "follow_ups", "contact_date")
WHY = "The road was closed until April"


def talk(number, **other):
    return {
        "survivor_id": f"MD-{number:04}",
        "round": "3",
        "contact_date": date(2025, 6, number),
        "status": "interviewed",
        **other,
    }


@pytest.fixture
def late(workbook):
    """late("name", talk(1), talk(2)): a workbook whose contact dates are all outside their window."""

    def make(name, *talks):
        rows = [("outside_window", "follow_ups", "contact_date", 3 + at) for at in range(len(talks))]
        return workbook(name, follow_ups=list(talks), warnings=rows)

    return make


def test_a_reason_is_kept_with_the_hand_in_and_shown_to_the_manager(house, late):
    done = hand_in.hand_in(ANA, house, late("first", talk(1), talk(2)), reasons={LATE: WHY})

    (answer,) = warnings.answers(MINA, house, done.id)
    assert answer == Answer(LATE, WHY, "Ana", answer.at, 2)
    (kept,) = house.store.submissions()
    assert (kept.warnings, kept.answered, kept.open_warnings) == (2, 2, 0)


def test_the_same_cells_are_not_asked_again_also_where_they_moved(house, late):
    hand_in.hand_in(ANA, house, late("first", talk(1), talk(2)), reasons={LATE: WHY})

    found = warnings.warnings(ANA, house, late("second", talk(3), talk(2), talk(1)))

    assert found.to_ask == {LATE: (3,)}
    assert [(each.cause, each.reason, each.rows) for each in found.before] == [(LATE, WHY, (4, 5))]


def test_what_was_explained_stays_explained_from_hand_in_to_hand_in(house, late):
    for name in ("first", "second", "third"):
        asked = hand_in.hand_in(
            ANA, house, late(name, talk(1), talk(2, mode=None if name == "first" else "in_person")), reasons={LATE: WHY}
        )

    found = warnings.warnings(ANA, house, late("fourth", talk(1), talk(2)))

    assert asked.open_warnings == 0
    assert found.to_ask == {}
    assert [(each.by, each.cells) for each in found.before] == [("Ana", 2)]


def test_another_answer_in_the_cell_is_asked_again(house, workbook):
    cause = Cause("outside_range", "survivors", "return_date")
    day = {"MD-0001": {"return_date": date(2024, 1, 1)}}
    warned = [("outside_range", "survivors", "return_date", 3)]
    hand_in.hand_in(ANA, house, workbook("first", survivors=day, warnings=warned), reasons={cause: "as on file"})

    other = {"MD-0001": {"return_date": date(2023, 1, 1)}}

    assert warnings.warnings(ANA, house, workbook("same", survivors=day, warnings=warned)).to_ask == {}
    assert warnings.warnings(ANA, house, workbook("other", survivors=other, warnings=warned)).to_ask == {cause: (3,)}


def test_another_country_answers_for_itself(house, workbook):
    cause = Cause("outside_range", "survivors", "gender")
    warned = [("outside_range", "survivors", "gender", 3)]
    hand_in.hand_in(MINA, house, workbook("ng", country="NG", warnings=warned), reasons={cause: "as on file"})

    assert warnings.warnings(MINA, house, workbook("md", warnings=warned)).to_ask == {cause: (3,)}


def test_what_a_manager_sent_back_explains_nothing_and_what_the_office_undid_still_does(house, late):
    hand_in.hand_in(ANA, house, late("first", talk(1)), reasons={LATE: WHY})
    submissions.undo(ANA, house, 1, "wrong file")
    after_undo = warnings.warnings(ANA, house, late("second", talk(1))).to_ask
    hand_in.hand_in(ANA, house, late("third", talk(1)))
    submissions.send_back(MINA, house, 2, "that is no reason")

    assert after_undo == {}
    assert [each.reason for each in warnings.warnings(ANA, house, late("fourth", talk(1))).before] == [WHY]
    submissions_of_reason = house.store.rows("select distinct submission_id from answered_cells", {})
    assert len(submissions_of_reason) == 2


def test_a_warning_of_no_declared_cell_is_not_asked(house, workbook):
    warned = [("unknown_column", "survivors", "shoe_size", 3), ("check_character", "nowhere", "survivor_id", 3)]

    assert warnings.warnings(ANA, house, workbook("first", warnings=warned)) == warnings.Warnings({}, ())


@pytest.mark.parametrize(
    ("reason", "refused_with"),
    [
        ("  ", "reason_needed"),
        ("x" * (LONGEST + 1), "reason_too_long"),
        ("ask ana.rusu@example.org", "reason_names_somebody"),
    ],
)
def test_a_reason_says_something_and_no_case_history(house, late, reason, refused_with):
    with pytest.raises(Refusal) as refused:
        hand_in.hand_in(ANA, house, late("first", talk(1)), reasons={LATE: reason})

    assert refused.value.reason == refused_with
    assert house.store.submissions() == []


def test_answers_of_another_country_are_not_shown(house, late):
    done = hand_in.hand_in(ANA, house, late("first", talk(1)), reasons={LATE: WHY})

    with pytest.raises(Refusal):
        warnings.answers(Actor("Ngozi", Role.COUNTRY_OFFICE, frozenset({"NG"})), house, done.id)
