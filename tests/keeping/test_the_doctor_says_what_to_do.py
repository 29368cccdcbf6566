"""On a folder that is well the doctor finds nothing to see to; on a sick one each finding says what to do."""

from datetime import UTC, datetime, timedelta

import pytest
from opened_houses import CATALOGUE

from monitoring.access.log import Log
from monitoring.command_line.doctor import sentence
from monitoring.keeping import backup, doctor, doctor_records
from monitoring.keeping.findings import State, is_well
from monitoring.words import LANGUAGES, has


def examined(settings, answer=None):
    return [*doctor.examine(settings), *doctor_records.examine(settings, CATALOGUE, lambda arguments: answer)]


def told(settings, answer=None):
    """What is not well, as check and outcome."""
    return {(each.check, each.outcome) for each in examined(settings, answer) if each.state in (State.WARN, State.BAD)}


@pytest.fixture
def well(full, settings, tmp_path):
    """A house with a fresh backup, and nobody in it."""
    backup.make(full, tmp_path / "house.backup")
    full.store.close()
    return settings


def test_a_folder_that_is_well_has_nothing_to_see_to(well):
    found = examined(well)

    assert told(well) - {("space", "little")} == set()
    assert {"versions", "folder", "space", "key", "leftovers", "people", "clock", "backup"} <= {f.check for f in found}
    assert {"migrations", "integrity", "log"} <= {f.check for f in found}


def cut_the_log(settings):
    import sqlite3

    book = sqlite3.connect(settings.data / "people.sqlite")
    with book:
        book.execute("drop trigger log_is_not_cut")
        book.execute("delete from log where number = 2")
    book.close()


def in_the_way_of_the_log(settings):
    folder = settings.key_file.with_name("key.logs")
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()
    folder.touch()


SICK = {
    "open to others": (lambda s: s.data.chmod(0o755), ("folder", "open")),
    "key open to others": (lambda s: s.key_file.chmod(0o644), ("key", "key_readable")),
    "key gone": (lambda s: s.key_file.unlink(), ("key", "key_missing")),
    "another key": (lambda s: s.key_file.write_text("0d" * 32), ("database", "wrong_key")),
    "anybody may change the key": (lambda s: s.key_file.parent.chmod(0o777), ("key", "folder_open")),
    "database damaged": (
        lambda s: (s.data / "monitoring.duckdb").write_bytes(b"x" * 9000),
        ("database", "store_damaged"),
    ),
    "kept file gone": (lambda s: (s.data / "kept" / "000001.cells").unlink(), ("integrity", "broken")),
    "a command cut off": (lambda s: (s.data / "ab12.unfinished").touch(), ("leftovers", "unfinished")),
    "a former database": (lambda s: (s.data / "monitoring.duckdb.before-rebuild").touch(), ("leftovers", "former")),
    "a log with a hole": (cut_the_log, ("log", "broken")),
    "nothing can be written beside the key": (in_the_way_of_the_log, ("key", "anchor_not_writable")),
    "people damaged": (lambda s: (s.data / "people.sqlite").write_bytes(b"x" * 9000), ("people", "damaged")),
}


@pytest.mark.parametrize("what", SICK)
def test_each_sickness_is_found_and_said_with_what_to_do(well, what):
    make_sick, expected = SICK[what]
    make_sick(well)
    found = examined(well)
    wrong = [each for each in found if (each.check, each.outcome) == expected]

    assert len(wrong) == 1
    assert not is_well(found)
    assert len(sentence(wrong[0])) > 30


def test_no_backup_and_nobody_who_lets_others_in(house, settings):
    Log(house.people.file).add("Ana", "signed_in")
    house.store.close()

    assert {("backup", "none"), ("people", "no_administrator")} <= told(settings)


def test_an_old_backup_and_a_clock_that_was_put_back(house):
    log = Log(house.people.file)
    log.add("command line", "backup_made", "a.backup 2026")
    later, earlier = datetime.now(UTC) + timedelta(days=8), datetime.now(UTC) - timedelta(hours=1)

    assert [each.outcome for each in doctor._backups(log, later)] == ["old"]
    assert [each.outcome for each in doctor._clock(log, earlier)] == ["behind"]


def test_a_server_that_runs_is_asked_and_one_that_is_silent_is_told_of(full, settings):
    answer = {"out": '{"rows": 5, "hand_ins": 1, "missing": [1], "damaged": [], "different": []}'}

    assert ("integrity", "broken") in told(settings, answer)
    assert ("server", "silent") in told(settings, None)


def test_a_folder_that_is_not_there(settings, tmp_path):
    from dataclasses import replace

    assert ("folder", "missing") in {
        (f.check, f.outcome) for f in doctor.examine(replace(settings, data=tmp_path / "no"))
    }


def test_every_outcome_has_its_sentence_in_every_language():
    import tomllib

    from monitoring.settings import ROOT

    english = tomllib.loads((ROOT / "src/monitoring/words/en/keeping.toml").read_text())["doctor"]
    keys = [f"keeping.doctor.{check}.{outcome}" for check, outcomes in english.items() for outcome in outcomes]

    assert len(keys) > 30
    assert [key for key in keys for language in LANGUAGES if not has(key, language)] == []
