"""A backup made while people work can be put back whole: records, people, log. Nothing is ever written over."""

from dataclasses import replace

import pytest
from opened_houses import CATALOGUE, opened_house

from monitoring.access.log import Log
from monitoring.access.log_check import check
from monitoring.bootstrap import open_people
from monitoring.domain.figures import FigureRequest
from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.keeping import backup, restore
from monitoring.keeping.verify import verify
from monitoring.services.read_figures import read_figures
from monitoring.store.keys import write_keys

MANAGER = Actor("Mina", Role.PROGRAMME_MANAGER)


def figures(house):
    asked = FigureRequest(("people_returned", "housing_secure"), ("country", "round"))
    return read_figures(MANAGER, house, replace(asked, indicators=("housing_secure",)))


def elsewhere(settings):
    return replace(settings, data=settings.data.with_name("restored"))


@pytest.fixture
def made(full, tmp_path):
    (full.settings.data / "releases").mkdir()
    (full.settings.data / "releases" / "2026-Q1.release").write_bytes(b"sealed elsewhere")
    return backup.make(full, tmp_path / "house.backup")


def test_everything_comes_back_and_the_log_goes_on(full, made, settings):
    before = figures(full)
    done = restore.restore(elsewhere(settings), CATALOGUE, made.file)
    back = opened_house(elsewhere(settings))
    try:
        assert figures(back) == before
        assert back.store.submissions() == full.store.submissions()
        assert back.people.all() == full.people.all()
        assert [(each.what) for each in Log(back.people.file).newest(2)] == ["restored", "undone"]
        assert check(back.people.file, back.people.file.anchor).findings == ()
        assert verify(back).is_whole
        assert (back.settings.data / "releases" / "2026-Q1.release").read_bytes() == b"sealed elsewhere"
    finally:
        back.store.close()
    assert (done.hand_ins, done.rows, done.log_lines) == (3, made.rows, 2)


def test_whoever_was_signed_in_is_not_signed_in_after_a_restore(full, tmp_path, settings):
    with full.people.file.open() as book:
        book.execute("insert into sessions values ('x', 'Adil', 1e12, 1e12)")
    made = backup.make(full, tmp_path / "house.backup")
    restore.restore(elsewhere(settings), CATALOGUE, made.file)

    with open_people(elsewhere(settings)).file.open() as book:
        assert book.execute("select * from sessions").fetchall() == []


def test_the_drill_says_that_it_would_come_back_and_leaves_nothing(made, settings, tmp_path):
    before = sorted(tmp_path.iterdir())
    done = restore.drill(settings, CATALOGUE, made.file)

    assert (done.hand_ins, done.log_lines, done.seconds > 0) == (3, 2, True)
    assert sorted(tmp_path.iterdir()) == before


def test_the_file_is_its_owners_alone_and_holds_no_key(made):
    content = made.file.read_bytes()

    assert made.file.stat().st_mode & 0o777 == 0o600
    assert b"5e" * 32 not in content
    assert bytes.fromhex("5e" * 32) not in content


def reason(call) -> str:
    with pytest.raises(Refusal) as refused:
        call()
    return refused.value.reason


def test_nothing_is_written_over(full, made, settings, tmp_path):
    before = {each: each.read_bytes() for each in settings.data.rglob("*.cells")}

    assert reason(lambda: backup.make(full, made.file)) == "backup_exists"
    assert reason(lambda: backup.make(full, settings.data / "inside.backup")) == "backup_in_data"
    assert reason(lambda: backup.make(full, tmp_path / "no" / "such" / "folder")) == "cannot_write"
    assert reason(lambda: restore.restore(settings, CATALOGUE, made.file)) == "restore_over_data"
    assert {each: each.read_bytes() for each in settings.data.rglob("*.cells")} == before


DAMAGES = {
    "a bit turned in its beginning": lambda content: content[:60] + bytes([content[60] ^ 1]) + content[61:],
    "a bit turned in its midst": lambda content: content[:-5000] + bytes([content[-5000] ^ 1]) + content[-4999:],
    "its end cut off": lambda content: content[:-1000],
    "one byte cut off": lambda content: content[:-1],
    "something put behind it": lambda content: content + b"x",
    "nothing of ours": lambda content: b"PK\x03\x04" + content,
    "empty": lambda content: b"",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_changed_backup_is_refused_and_nothing_is_left(made, settings, tmp_path, damage):
    changed = tmp_path / "changed.backup"
    changed.write_bytes(DAMAGES[damage](made.file.read_bytes()))
    before = sorted(tmp_path.iterdir())

    assert reason(lambda: restore.restore(elsewhere(settings), CATALOGUE, changed)) == "sealed_damaged"
    assert sorted(tmp_path.iterdir()) == before


def test_without_its_key_it_does_not_open(made, settings, tmp_path):
    write_keys(tmp_path / "keys" / "other", ("0d" * 32,))
    stranger = replace(elsewhere(settings), key_file=tmp_path / "keys" / "other")
    lost = replace(stranger, key_file=tmp_path / "keys" / "lost")

    assert reason(lambda: restore.restore(stranger, CATALOGUE, made.file)) == "sealed_damaged"
    assert reason(lambda: restore.restore(lost, CATALOGUE, made.file)) == "key_missing"
    assert not (tmp_path / "keys" / "lost").exists()


def test_records_written_later_are_not_in_it(made, settings, office_hands_in):
    office_hands_in("TN", survivors=[{"survivor_id": "TN-0001"}])
    restore.restore(elsewhere(settings), CATALOGUE, made.file)
    back = opened_house(elsewhere(settings))

    assert [each.country for each in back.store.submissions()] == ["NG", "MD", "MD"]
    back.store.close()
