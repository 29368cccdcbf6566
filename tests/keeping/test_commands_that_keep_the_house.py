"""The commands as whoever runs the machine types them: what they print, how they end, and that JSON is JSON alone."""

import json
import sqlite3

import pytest

from monitoring.__main__ import main
from monitoring.domain.people import Actor, Role
from monitoring.services.house import House


@pytest.fixture
def run(full: House, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """run("log", "verify"): exit status and what was printed, on the full house with nobody in it."""
    full.people.add(Actor("Mina", Role.PROGRAMME_MANAGER))
    full.store.close()
    monkeypatch.setenv("MONITORING_KEY", str(full.settings.key_file))

    def run(*words: object) -> tuple[int, str]:
        status = main(["--data", str(full.settings.data), "--today", "2026-06-01", *map(str, words)])
        printed = capsys.readouterr()
        return status, printed.out + printed.err

    return run


def test_a_backup_is_made_tried_and_put_back(run, full, tmp_path, monkeypatch):
    made = run("backup", tmp_path / "house.backup", "--json")
    drill = run("restore", tmp_path / "house.backup", "--drill")
    over = run("restore", tmp_path / "house.backup")

    assert (made[0], json.loads(made[1])["hand_ins"]) == (0, 3)
    assert drill[0] == 0
    assert "This backup can be restored" in drill[1]
    assert " s; nothing was kept" in drill[1]
    assert (over[0], "into an empty folder only" in over[1]) == (2, True)


def test_verify_and_the_log_are_whole_and_then_not(run, full):
    before = run("verify"), run("log", "verify")
    book = sqlite3.connect(full.settings.data / "people.sqlite")
    with book:
        book.execute("drop trigger log_is_not_edited")
        book.execute("update log set detail = 'nothing' where number = 1")
    book.close()
    after = run("verify", "--json"), run("log", "verify")

    assert [status for status, _ in (*before, *after)] == [0, 0, 1, 1]
    assert "The log is whole: 2 lines" in before[1][1]
    assert json.loads(after[0][1])["log"]["faults"][0]["first"] == 1
    assert "Line 1 does not fit the line before it" in after[1][1]


def test_an_end_that_is_not_known_is_accepted_with_a_line_of_its_own(run, full):
    for each in full.settings.key_file.with_name("key.logs").iterdir():
        each.unlink()
    status, said = run("log", "verify")
    accepted = run("log", "accept")

    assert (status, "would not be noticed" in said) == (1, True)
    assert "Faults that it had: 1" in accepted[1]
    assert run("log", "verify") == (0, "The log is whole: 3 lines, and it ends where it is known to end.\n")


def test_keys_are_rotated_and_the_older_forgotten(run):
    rotated, forgotten = run("keys", "rotate"), run("keys", "forget", "--json")

    assert "There is a new key in" in rotated[1]
    assert (rotated[0], json.loads(forgotten[1])["forgotten"]) == (0, 1)
    assert run("verify")[0] == 0


def test_a_person_is_erased_and_what_was_removed_is_printed(run, tmp_path):
    run("backup", tmp_path / "house.backup")
    asked = ("--country", "MD", "--as", "Mina", "--reason", "asked for it in writing")
    erased, again = run("erase", "MD-0003", *asked), run("erase", "MD-0003", *asked)
    elsewhere = run("erase", "NG-0001", *asked)

    assert erased[0] == 0
    assert "survivors_history: 1" in erased[1]
    assert "finds the person 0 times" in erased[1]
    assert "Holds the person still: house.backup" in erased[1]
    assert (again[0], "was erased already" in again[1]) == (2, True)
    assert (elsewhere[0], "Nobody of that code is known in MD" in elsewhere[1]) == (2, True)


def test_the_doctor_prints_a_line_for_each_thing(run):
    status, said = run("doctor")
    document = json.loads(run("doctor", "--json")[1])

    assert status == 1
    assert "No backup has been made" in said
    assert {each["check"] for each in document["findings"]} >= {"versions", "key", "integrity", "log", "backup"}
    assert document["well"] is False


def test_a_rebuilt_database_says_where_the_former_one_is(run):
    status, said = run("rebuild")

    assert (status, "3 hand-ins" in said, "before-rebuild" in said) == (0, True, True)


def test_cases_closed_for_long_are_listed(run, monkeypatch):
    monkeypatch.setenv("MONITORING_KEEP_CLOSED_MONTHS", "3")
    listed = run("retention", "--country", "MD", "--as", "Mina")
    monkeypatch.setenv("MONITORING_KEEP_CLOSED_MONTHS", "some")

    assert (listed[0], "MD-0001  2026-01-01" in listed[1]) == (0, True)
    assert run("doctor") == (2, "MONITORING_KEEP_CLOSED_MONTHS is to be a whole number above 0.\n")
