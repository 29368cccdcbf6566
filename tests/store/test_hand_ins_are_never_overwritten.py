"""A hand-in counts at once, is never overwritten, and can be taken back."""

import shutil
from datetime import date, datetime

from monitoring.domain.submission import Changes, Status
from monitoring.store.store import Store

PERSON = {"survivor_id": "MD-0001"}
MET = {"survivor_id": "MD-0001", "round": "12", "contact_date": date(2025, 1, 2), "status": "interviewed"}


def housing(store):
    return [row["housing_type"] for row in store.rows_of("follow_ups", "MD").to_dicts()]


def test_a_second_hand_in_says_what_is_new_changed_the_same_and_missing(hand_in):
    others = [{"survivor_id": f"MD-000{number}"} for number in range(2, 5)]
    hand_in("MD", survivors=[PERSON, *others])

    again = hand_in("MD", survivors=[{**PERSON, "gender": "another"}, others[0], {"survivor_id": "MD-0009"}])

    assert again.changes == Changes(new=1, changed=1, unchanged=1, missing=2)


def test_the_whole_row_replaces_and_a_blank_is_a_blank(hand_in, store):
    hand_in("MD", survivors=[PERSON], follow_ups=[{**MET, "housing_type": "own", "may_stay_six_months": True}])
    hand_in("MD", survivors=[PERSON], follow_ups=[{**MET, "housing_type": "rented"}])

    (row,) = store.rows_of("follow_ups", "MD").to_dicts()

    assert (row["housing_type"], row["may_stay_six_months"]) == ("rented", None)


def test_rows_missing_from_a_newer_workbook_stay_current(hand_in, store):
    hand_in("MD", survivors=[PERSON], follow_ups=[{**MET, "housing_type": "own"}])
    hand_in("MD", survivors=[PERSON])

    assert housing(store) == ["own"]


def test_undo_brings_the_former_answers_back(hand_in, store):
    hand_in("MD", survivors=[PERSON], follow_ups=[{**MET, "housing_type": "own"}])
    second = hand_in("MD", survivors=[PERSON], follow_ups=[{**MET, "housing_type": "shelter"}])

    store.decide(second, Status.UNDONE, by="office", at=datetime(2026, 6, 1, 10), reason="wrong file")

    assert housing(store) == ["own"]
    assert [each.status for each in store.submissions()] == [Status.UNDONE, Status.COUNTS]


def test_one_country_never_touches_another(hand_in, store):
    hand_in("MD", survivors=[PERSON], follow_ups=[{**MET, "housing_type": "own"}])
    hand_in("NG", survivors=[PERSON], follow_ups=[{**MET, "housing_type": "shelter"}])

    assert housing(store) == ["own"]


def test_every_row_knows_its_hand_in_and_its_place_in_the_sheet(hand_in, store):
    first = hand_in("MD", survivors=[PERSON, {"survivor_id": "MD-0002"}])

    rows = store.rows("select submission_id, sheet_row from survivors_history order by sheet_row", {})

    assert rows == [{"submission_id": first.id, "sheet_row": 3}, {"submission_id": first.id, "sheet_row": 4}]


def test_what_was_handed_in_is_there_after_a_crash(hand_in, catalogue, tmp_path):
    """The files as a power cut would leave them: nothing was closed, most of it stands in the database's own log."""
    handed_in = hand_in("MD", survivors=[{"survivor_id": "MD-1"}])
    left = shutil.copytree(tmp_path / "data", tmp_path / "left")

    found = Store(left, "5e" * 32, catalogue)

    assert (found.submissions(), found.rows_of("survivors", "MD").height) == ([handed_in], 1)
    found.close()
