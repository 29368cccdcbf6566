"""The comparison is fair: one workbook, the same mistakes found, the same rows kept."""

import pytest

from benchmarks import peer
from benchmarks.invented_rows import COUNTRY, TODAY
from benchmarks.mistakes import MISTAKES, flawed_workbook
from benchmarks.workbook import SHEETS, good_workbook
from monitoring.domain.submission import Changes
from monitoring.domain.verdict import Verdict
from monitoring.services import hand_in, workbook_check

FOLLOW_UPS = 300


@pytest.fixture
def plain_store(tmp_path, catalogue):
    return peer.PlainStore(tmp_path / "peer.duckdb", catalogue)


def in_order(rows):
    return rows.select(sorted(set(rows.columns) - {"submission_id"})).sort("sheet_row")


def test_the_generator_makes_a_workbook_without_a_problem(tmp_path, catalogue, house, manager):
    content = good_workbook(catalogue, FOLLOW_UPS, tmp_path / "good.xlsx").read_bytes()

    checked = workbook_check.check(manager, house, content, "good.xlsx")

    assert (checked.verdict, checked.problems, checked.country) == (Verdict.READY, (), COUNTRY)
    assert [(sheet.form, sheet.rows) for sheet in checked.sheets] == [
        ("survivors", 50),
        ("follow_ups", FOLLOW_UPS),
        ("providers", 1),
    ]


def test_both_find_every_planted_mistake_and_nothing_else(tmp_path, catalogue, house, manager, plain_store):
    path, planted = flawed_workbook(catalogue, FOLLOW_UPS, tmp_path / "flawed.xlsx", one_in=12)

    ours = workbook_check.check(manager, house, path.read_bytes(), path.name).problems
    theirs, _ = peer.check_and_hand_in(catalogue, plain_store, path.read_bytes(), COUNTRY, TODAY)

    assert sorted((each.code, each.sheet, each.cell) for each in ours) == sorted(planted)
    assert sorted(theirs) == sorted(planted)
    assert {code for code, _, _ in planted} == {code for form in MISTAKES.values() for code, _, _ in form}


def test_both_keep_the_same_rows_and_count_the_same_changes(tmp_path, catalogue, house, manager, plain_store):
    content = good_workbook(catalogue, FOLLOW_UPS, tmp_path / "good.xlsx").read_bytes()

    for expected in (Changes(new=FOLLOW_UPS + 51), Changes(unchanged=FOLLOW_UPS + 51)):
        checked = workbook_check.check(manager, house, content, "good.xlsx")
        ours = hand_in.hand_in(manager, house, checked).changes
        mistakes, theirs = peer.check_and_hand_in(catalogue, plain_store, content, COUNTRY, TODAY)

        assert (mistakes, ours, theirs) == ([], expected, expected)
    for form in SHEETS:
        assert in_order(house.store.rows_of(form, COUNTRY)).equals(in_order(plain_store.rows(form)))
