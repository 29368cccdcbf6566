"""Before a hand-in: new, changed with old and new, unchanged, missing; for those who may see; many missing say why."""

from datetime import date

import pytest

from monitoring.domain.comparison import ChangedAnswer, ChangedRow, PageOfChanges, PageOfKeys, Said
from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.domain.refusal import Refusal
from monitoring.domain.submission import Changes
from monitoring.services import compare_hand_ins, hand_in

OFFICE = Actor("Ana", Role.COUNTRY_OFFICE, frozenset({"MD"}))
TALK = {"survivor_id": "MD-0001", "round": "3", "contact_date": date(2025, 4, 1), "status": "interviewed"}


@pytest.fixture
def before(house, workbook):
    """One hand-in of three people, one of them met."""
    talk = {**TALK, "housing_type": "shelter", "feels_safe": None, "missing_answers": "feels_safe=dont_know"}
    return hand_in.hand_in(OFFICE, house, workbook("before", follow_ups=[talk]))


@pytest.fixture
def after(workbook):
    """Not handed in yet: one answer of the talk changed, one given at last, and the last person left out."""
    talk = {**TALK, "housing_type": "rented", "feels_safe": "safe"}
    return workbook("after", people=2, follow_ups=[talk])


def test_the_preview_counts_by_form(house, before, after):
    seen = hand_in.preview(OFFICE, house, after)

    assert seen.by_form == {"survivors": Changes(unchanged=2, missing=1), "follow_ups": Changes(changed=1)}
    assert (seen.changes, seen.drops) == (Changes(changed=1, unchanged=2, missing=1), ())


def test_changed_answers_stand_side_by_side_and_a_reason_is_no_blank(house, before, after):
    sides = compare_hand_ins.of_workbook(OFFICE, house, after)

    found = compare_hand_ins.changed_rows(OFFICE, house, sides, "follow_ups")

    key = {name: TALK[name] for name in ("survivor_id", "round", "contact_date")}
    answers = (
        ChangedAnswer("housing_type", Said("shelter"), Said("rented")),
        ChangedAnswer("feels_safe", Said(None, "dont_know"), Said("safe")),
    )
    assert found.total == 1
    assert [row.key for row in found.rows] == [key]
    assert sorted(found.rows[0].answers, key=str) == sorted(answers, key=str)


def test_missing_rows_are_named_by_their_codes(house, before, after):
    sides = compare_hand_ins.of_workbook(OFFICE, house, after)

    found = compare_hand_ins.missing_keys(OFFICE, house, sides, "survivors")

    assert found == PageOfKeys(({"survivor_id": "MD-0003"},), 1)


def test_two_hand_ins_are_compared_the_same_way_in_either_direction(house, before, after):
    hand_in.hand_in(OFFICE, house, after)
    forth = compare_hand_ins.of_hand_ins(OFFICE, house, 1, 2)
    back = compare_hand_ins.of_hand_ins(OFFICE, house, 2, 1)

    assert compare_hand_ins.counts(OFFICE, house, forth) == {
        "survivors": Changes(unchanged=2, missing=1),
        "follow_ups": Changes(changed=1),
    }
    assert compare_hand_ins.counts(OFFICE, house, back) == {
        "survivors": Changes(new=1, unchanged=2),
        "follow_ups": Changes(changed=1),
    }


def test_pages_follow_each_other_without_gap_or_double(house, workbook):
    many = {f"MD-{number:04}": {"gender": "another"} for number in range(1, 26)}
    hand_in.hand_in(OFFICE, house, workbook("plain", people=25))
    sides = compare_hand_ins.of_workbook(OFFICE, house, workbook("other", people=25, survivors=many))

    pages = [compare_hand_ins.changed_rows(OFFICE, house, sides, "survivors", page=page) for page in (1, 2, 3, 4)]

    assert [(len(page.rows), page.total) for page in pages] == [(10, 25), (10, 25), (5, 25), (0, 25)]
    assert [row.key["survivor_id"] for page in pages for row in page.rows] == sorted(many)


def test_whoever_withdrew_consent_to_the_record_is_in_no_comparison(house, workbook):
    gone = {"MD-0001": {"consent_record": "withdrawn"}}
    hand_in.hand_in(OFFICE, house, workbook("first"))
    hand_in.hand_in(OFFICE, house, workbook("second", survivors=gone))
    sides = compare_hand_ins.of_hand_ins(OFFICE, house, 1, 2)

    assert compare_hand_ins.changed_rows(OFFICE, house, sides, "survivors") == PageOfChanges((), 0)


@pytest.mark.parametrize(
    "who",
    [
        Actor("Other", Role.COUNTRY_OFFICE, frozenset({"NG"})),
        Actor("Petru", Role.PROVIDER, provider="MD-01"),
        Actor("Frida", Role.FUNDER),
        Actor("Ana", Role.ANALYST),
        Actor("Adil", Role.ADMINISTRATOR),
    ],
    ids=lambda who: who.role.value,
)
def test_old_and_new_answers_are_for_the_own_office_and_managers_alone(house, before, after, who):
    sides = compare_hand_ins.of_workbook(OFFICE, house, after)

    for read in (compare_hand_ins.changed_rows, compare_hand_ins.missing_keys):
        with pytest.raises(NotAllowed):
            read(who, house, sides, "survivors")
    with pytest.raises(NotAllowed):
        compare_hand_ins.counts(who, house, sides)


def test_an_answer_that_a_role_may_not_see_one_by_one_is_said_to_have_changed_and_no_more(house, before, after):
    from dataclasses import replace

    form = house.catalogue.forms["follow_ups"]
    closed = tuple(
        replace(each, seen_by=("provider",)) if each.name == "housing_type" else each for each in form.questions
    )
    forms = {**house.catalogue.forms, "follow_ups": replace(form, questions=closed)}
    closed_house = replace(house, catalogue=replace(house.catalogue, forms=forms))
    sides = compare_hand_ins.of_workbook(OFFICE, closed_house, after)

    (row,) = compare_hand_ins.changed_rows(OFFICE, closed_house, sides, "follow_ups").rows

    assert isinstance(row, ChangedRow)
    assert ChangedAnswer("housing_type", None, None) in row.answers


def test_many_missing_rows_need_a_reason_which_is_kept(house, workbook):
    hand_in.hand_in(OFFICE, house, workbook("whole", people=20))
    half = workbook("half", people=10)
    seen = hand_in.preview(OFFICE, house, half)

    with pytest.raises(Refusal) as refused:
        hand_in.hand_in(OFFICE, house, half, seen=seen, drop_reason="   ")
    done = hand_in.hand_in(OFFICE, house, half, seen=seen, drop_reason=" Cases of another  district ")

    assert seen.drops == ("survivors",)
    assert refused.value.reason == "drop_reason_needed"
    assert done.drop_reason == "Cases of another district"
    assert [each.drop_reason for each in house.store.submissions()] == ["Cases of another district", None]


def test_a_few_missing_rows_need_none(house, workbook):
    hand_in.hand_in(OFFICE, house, workbook("whole", people=20))

    assert hand_in.preview(OFFICE, house, workbook("less", people=16)).drops == ()
    assert hand_in.preview(OFFICE, house, workbook("fewer", people=15)).drops == ("survivors",)
