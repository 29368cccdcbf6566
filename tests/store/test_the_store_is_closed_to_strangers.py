"""What lies in the data folder cannot be read without the key, and the key is not in it."""

import pytest

from monitoring.domain.refusal import Refusal
from monitoring.store.keys import KeyRefused, read_key
from monitoring.store.sealing import NotOurs
from monitoring.store.store import Store

MARKER = "ZQMARKERZQ"


def test_no_answer_stands_readable_in_any_file(hand_in, store, tmp_path):
    hand_in("MD", survivors=[{"survivor_id": MARKER}])
    store.close()

    written = [path for path in (tmp_path / "data").rglob("*") if path.is_file()]

    assert len(written) >= 2
    assert not [path.name for path in written if MARKER.encode() in path.read_bytes()]


def test_another_key_does_not_open_the_store(store, tmp_path, catalogue):
    store.close()

    with pytest.raises(Refusal) as refused:
        Store(tmp_path / "data", "0d" * 32, catalogue)

    assert refused.value.reason == "wrong_key"


def test_a_second_opening_of_the_same_folder_is_refused(store, tmp_path, catalogue):
    with pytest.raises(Refusal) as refused:
        Store(tmp_path / "data", "5e" * 32, catalogue)

    assert refused.value.reason == "store_in_use"


def test_kept_cells_come_back_and_a_changed_file_does_not(hand_in, store, tmp_path):
    submission = hand_in("MD", survivors=[{"survivor_id": "MD-0001"}])
    assert store.kept_cells(submission.id)["survivors"].to_dicts() == [{"sheet_row": 3}]

    path = tmp_path / "data" / "kept" / "000001.cells"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(bytes(content))

    with pytest.raises(NotOurs):
        store.kept_cells(submission.id)


def test_the_key_is_made_once_and_only_its_owner_may_read_it(tmp_path):
    path = tmp_path / "config" / "key"

    key = read_key(path, tmp_path / "data")

    assert read_key(path, tmp_path / "data") == key
    assert len(key) == 64
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("name", "reason"), [("data/key", "key_in_data"), ("open", "key_readable"), ("bad", "key_broken")]
)
def test_an_unsafe_key_file_is_refused(tmp_path, name, reason):
    (tmp_path / "data").mkdir()
    path = tmp_path / name
    path.write_text("no key" if name == "bad" else "ab" * 32)
    path.chmod(0o644 if name == "open" else 0o600)

    with pytest.raises(KeyRefused) as refused:
        read_key(path, tmp_path / "data")

    assert refused.value.reason == reason


def test_the_database_reaches_no_file_but_its_own(store):
    with pytest.raises(Exception, match="Permission"):
        store.rows("select * from read_csv('/etc/hostname')", {})


def test_no_new_key_is_made_beside_a_database_that_needs_the_old_one(store, tmp_path):
    with pytest.raises(KeyRefused) as refused:
        read_key(tmp_path / "gone", tmp_path / "data")

    assert refused.value.reason == "key_missing"
