"""Two tabs, two people, the same file again, an undo too late: each ends in a true state and a sentence."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.domain.submission import Changes, Status
from monitoring.services import hand_in, submissions

ANA, BO = (Actor(name, Role.COUNTRY_OFFICE, frozenset({"MD"})) for name in ("Ana", "Bo"))


def at_the_same_moment(*deeds):
    """What each deed gave or was refused with; they begin together, each in a thread of its own."""
    start = Barrier(len(deeds))

    def do(deed):
        start.wait(60)
        try:
            return deed()
        except Refusal as refusal:
            return refusal.reason

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(do, deeds))


def test_the_same_draft_in_two_tabs_is_handed_in_once(house, workbook):
    checked = workbook("first")
    seen = [hand_in.preview(ANA, house, checked) for _ in range(2)]

    receipts = at_the_same_moment(*(lambda each=each: hand_in.hand_in(ANA, house, checked, seen=each) for each in seen))

    assert sorted((each.id, each.is_again) for each in receipts) == [(1, False), (1, True)]
    assert len(house.store.submissions()) == 1


def test_of_two_people_who_looked_at_the_same_moment_one_hands_in_and_the_other_looks_again(house, workbook):
    ours, theirs = workbook("ours", people=3), workbook("theirs", people=4)
    seen = {name: hand_in.preview(who, house, book) for name, who, book in (("a", ANA, ours), ("b", BO, theirs))}

    ends = at_the_same_moment(
        lambda: hand_in.hand_in(ANA, house, ours, seen=seen["a"]),
        lambda: hand_in.hand_in(BO, house, theirs, seen=seen["b"]),
    )

    assert [each for each in ends if isinstance(each, str)] == ["preview_is_old"]
    assert [each.id for each in house.store.submissions()] == [1]


def test_after_somebody_elses_hand_in_the_preview_is_old_and_a_new_one_is_true(house, workbook):
    checked = workbook("mine", people=4)
    seen = hand_in.preview(ANA, house, checked)
    hand_in.hand_in(BO, house, workbook("theirs", people=3))

    with pytest.raises(hand_in.PreviewIsOld):
        hand_in.hand_in(ANA, house, checked, seen=seen)
    anew = hand_in.preview(ANA, house, checked)

    assert hand_in.is_old(ANA, house, checked, seen)
    assert anew.changes == Changes(new=1, unchanged=3)
    assert hand_in.hand_in(ANA, house, checked, seen=anew).id == 2


def test_without_a_preview_two_workbooks_at_once_get_two_numbers(house, workbook):
    books = [workbook(f"book {number}", people=2, country=country) for number, country in enumerate(("MD", "NG", "AL"))]
    manager = Actor("Mina", Role.PROGRAMME_MANAGER)

    receipts = at_the_same_moment(*(lambda book=book: hand_in.hand_in(manager, house, book) for book in books))

    assert sorted(each.id for each in receipts) == [1, 2, 3]
    keys = house.store.rows("select count(distinct survivor_key) as keys, count(*) as people from people_known", {})
    assert keys == [{"keys": 6, "people": 6}]


def test_the_same_file_again_is_recognised_and_nothing_is_written(house, workbook):
    first = hand_in.hand_in(ANA, house, workbook("same"))

    seen = hand_in.preview(BO, house, workbook("same"))
    again = hand_in.hand_in(BO, house, workbook("same"))

    assert (seen.is_again, seen.same_file) == (True, first)
    assert (again.id, again.is_again, again.handed_in_by) == (first.id, True, "Ana")
    assert again.changes == Changes(unchanged=3)
    assert [each.id for each in house.store.submissions()] == [first.id]


def test_the_same_file_may_be_handed_in_anew_after_it_was_undone(house, workbook):
    first = hand_in.hand_in(ANA, house, workbook("same"))
    submissions.undo(ANA, house, first.id, "handed in too early")

    again = hand_in.hand_in(ANA, house, workbook("same"))

    assert (again.id, again.is_again, again.changes) == (2, False, Changes(new=3))


def test_the_same_file_may_put_its_answers_back_over_a_later_one(house, workbook):
    hand_in.hand_in(ANA, house, workbook("same"))
    hand_in.hand_in(ANA, house, workbook("later", survivors={"MD-0001": {"gender": "another"}}))

    back = hand_in.hand_in(ANA, house, workbook("same"))

    assert (back.id, back.is_again, back.changes) == (3, False, Changes(changed=1, unchanged=2))


def test_undo_and_accept_at_the_same_moment_leave_one_decision(house, workbook):
    manager = Actor("Mina", Role.PROGRAMME_MANAGER)
    hand_in.hand_in(ANA, house, workbook("first"))

    ends = at_the_same_moment(
        lambda: submissions.undo(ANA, house, 1, "wrong file").status,
        lambda: submissions.accept(manager, house, 1).status,
    )

    (only,) = house.store.submissions()
    kept = Status.UNDONE if Status.UNDONE in ends else Status.ACCEPTED
    assert set(ends) == {kept, f"already_{kept}"}
    assert only.status is kept


def test_undoing_what_a_later_hand_in_replaced_takes_out_only_what_it_alone_holds(house, workbook):
    hand_in.hand_in(ANA, house, workbook("first", people=3))
    hand_in.hand_in(ANA, house, workbook("second", people=2))
    before = submissions.rows_still_counted(ANA, house, 1)

    submissions.undo(ANA, house, 1, "wrong file")

    assert before == 1
    assert submissions.rows_still_counted(ANA, house, 1) == 0
    assert house.store.rows_of("survivors", "MD")["survivor_id"].sort().to_list() == ["MD-0001", "MD-0002"]


def test_a_second_undo_says_that_it_was_undone_already(house, workbook):
    hand_in.hand_in(ANA, house, workbook("first"))
    submissions.undo(ANA, house, 1, "wrong file")

    with pytest.raises(Refusal) as refused:
        submissions.undo(BO, house, 1, "wrong file")

    assert refused.value.reason == "already_undone"
