"""Whatever is done to the log's lines behind our back, `log verify` finds it and says where."""

import sqlite3
import threading
from pathlib import Path

import pytest

from monitoring.access.anchor import Anchor
from monitoring.access.chain import FIRST, linked
from monitoring.access.log import Log
from monitoring.access.log_check import check
from monitoring.access.staff_file import StaffFile
from monitoring.domain.refusal import Refusal

KEY = "5e" * 32
LINES = [("Ana", "signed_in", "password"), ("Ana", "saw", "housing country=MD"), ("Bo", "refused", "no_session")] * 3


@pytest.fixture
def anchor(tmp_path: Path) -> Anchor:
    return Anchor(tmp_path / "key", tmp_path / "data", [KEY])


@pytest.fixture
def file(tmp_path: Path, anchor: Anchor) -> StaffFile:
    """A log of nine lines."""
    (tmp_path / "data").mkdir()
    made = StaffFile(tmp_path / "data" / "people.sqlite", anchor)
    for line in LINES:
        Log(made).add(*line)
    return made


def behind_our_back(tmp_path: Path, *statements: str) -> None:
    """As somebody with the file in their hands would: the triggers go first."""
    book = sqlite3.connect(tmp_path / "data" / "people.sqlite")
    with book:
        book.execute("drop trigger log_is_not_edited")
        book.execute("drop trigger log_is_not_cut")
        for each in statements:
            book.execute(each)
    book.close()


def found(file: StaffFile, anchor: Anchor) -> list[tuple[str, int, int]]:
    return [(each.fault.value, each.first, each.last) for each in check(file, anchor).findings]


def write_anew(tmp_path: Path, after: int = 0) -> None:
    """Gives every line a hash that fits, as somebody would who knows how the chain is made."""
    book = sqlite3.connect(tmp_path / "data" / "people.sqlite")
    with book:
        before = FIRST
        for number, *line in book.execute("select number, at, who, what, detail from log order by number").fetchall():
            before = linked(before, number, *line)
            if number > after:
                book.execute("update log set chain = ? where number = ?", (before, number))
    book.close()


def test_a_log_that_was_only_added_to_is_whole(file, anchor):
    assert found(file, anchor) == []
    assert (check(file, anchor).lines, anchor.read()) == (9, Log(file).last())


TAMPERED = {
    "an edit": ("update log set detail = 'housing' where number = 2", [("changed", 2, 2)]),
    "another name": ("update log set who = 'Bo' where number = 5", [("changed", 5, 5)]),
    "another time": ("update log set at = '2020-01-01T00:00:00+00:00' where number = 9", [("changed", 9, 9)]),
    "a line taken out": ("delete from log where number = 4", [("gap", 4, 4)]),
    "three taken out": ("delete from log where number between 4 and 6", [("gap", 4, 6)]),
    "the beginning taken out": ("delete from log where number < 3", [("gap", 1, 2)]),
    "the end cut off": ("delete from log where number > 7", [("cut_off", 8, 9)]),
    "everything cut off": ("delete from log", [("cut_off", 1, 9)]),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_done_to_a_line_is_found_where_it_was_done(file, anchor, tmp_path, what):
    statement, faults = TAMPERED[what]
    behind_our_back(tmp_path, statement)

    assert found(file, anchor) == faults


def test_two_lines_that_changed_places_are_found(file, anchor, tmp_path):
    swap = "update log set number = {} where number = {}"
    behind_our_back(tmp_path, *(swap.format(*pair) for pair in ((99, 3), (3, 4), (4, 99))))

    assert [fault for fault, *_ in found(file, anchor)] == ["changed", "changed", "changed"]
    assert [first for _, first, _ in found(file, anchor)] == [3, 4, 5]


def test_a_log_that_was_written_anew_with_fitting_hashes_is_found(file, anchor, tmp_path):
    behind_our_back(tmp_path, "update log set detail = 'housing' where number = 2")
    write_anew(tmp_path)

    assert found(file, anchor) == [("written_anew", 1, 9)]


def test_a_line_renumbered_to_hide_a_gap_is_found(file, anchor, tmp_path):
    behind_our_back(tmp_path, "delete from log where number = 4", "update log set number = number - 1 where number > 4")
    write_anew(tmp_path)

    assert found(file, anchor) == [("cut_off", 9, 9)]


def test_lines_added_after_a_cut_hide_nothing(file, anchor, tmp_path):
    behind_our_back(tmp_path, "delete from log where number > 7")
    for line in LINES:
        Log(file).add(*line)

    assert found(file, anchor) == [("written_anew", 1, 9)]


def test_blanked_hashes_are_not_mended_when_the_file_is_opened_again(file, anchor, tmp_path):
    behind_our_back(tmp_path, "update log set detail = 'x', chain = '' where number = 2")
    reopened = StaffFile(tmp_path / "data" / "people.sqlite", anchor)

    assert ("changed", 2, 2) in found(reopened, anchor)


def test_an_anchor_made_without_the_key_is_not_believed(file, anchor, tmp_path):
    (kept,) = (tmp_path / "key.logs").glob("*.head")
    kept.write_text(kept.read_text().replace('"number": 9', '"number": 7'))

    assert found(file, anchor) == [("anchor_forged", 0, 0)]
    Log(file).add("Ana", "signed_out")
    assert found(file, anchor) == [("anchor_forged", 0, 0)]


def test_an_anchor_that_was_taken_away_is_missed(file, anchor, tmp_path):
    (kept,) = (tmp_path / "key.logs").glob("*.head")
    kept.unlink()

    assert found(file, anchor) == [("no_anchor", 0, 0)]
    Log(file).add("Ana", "signed_out")
    assert found(file, anchor) == [("no_anchor", 0, 0)]


def test_what_lies_beside_the_key_is_its_owners_alone(file, tmp_path):
    (kept,) = (tmp_path / "key.logs").iterdir()

    assert (kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_line_cannot_be_changed_or_taken_out_by_mistake(file):
    for statement in ("update log set detail = ''", "delete from log"):
        with pytest.raises(sqlite3.IntegrityError), file.open() as book:
            book.execute(statement)


def test_lines_of_before_there_was_a_chain_are_hung_on_it_once(tmp_path, anchor):
    path = tmp_path / "people.sqlite"
    book = sqlite3.connect(path)
    with book:
        book.execute(
            "create table log (number integer primary key autoincrement, at text, who text, what text, detail text)"
        )
        book.executemany("insert into log (at, who, what, detail) values ('2026-01-01', ?, ?, ?)", LINES)
    book.close()
    opened = StaffFile(path, anchor)
    Log(opened).add("Ana", "signed_out")

    assert (check(opened, anchor).lines, found(opened, anchor)) == (10, [])


def test_several_writers_at_once_make_one_chain(tmp_path, anchor, file):
    path = tmp_path / "data" / "people.sqlite"

    def write(name: str) -> None:
        own = Log(StaffFile(path, Anchor(tmp_path / "key", tmp_path / "data", [KEY])))
        for at in range(20):
            own.add(name, "saw", f"housing round={at}")

    writers = [threading.Thread(target=write, args=(name,)) for name in ("Ana", "Bo", "Cy", "Di")]
    for each in writers:
        each.start()
    for each in writers:
        each.join()

    assert (check(file, anchor).lines, found(file, anchor)) == (89, [])
    assert anchor.read() == Log(file).last()


def test_where_nothing_can_be_written_beside_the_key_nobody_starts(tmp_path):
    (tmp_path / "key.logs").write_text("a file in the folder's place")

    with pytest.raises(Refusal, match="anchor_not_writable"):
        Anchor(tmp_path / "key", tmp_path / "data", [KEY]).make_ready()
