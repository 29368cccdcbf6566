"""A new key seals everything anew; wherever that is cut off nothing is lost, and the next run goes on."""

from dataclasses import replace

import pytest
from opened_houses import CATALOGUE, opened_house

from monitoring.access.log_check import check
from monitoring.bootstrap import open_people
from monitoring.domain.refusal import Refusal
from monitoring.keeping import backup, restore, rotation
from monitoring.keeping.verify import verify
from monitoring.store import kept_cells
from monitoring.store.keys import KeyRefused, read_keys

KEY = "5e" * 32


@pytest.fixture
def closed(full, settings):
    """The full house, with nobody in it."""
    full.store.close()
    return settings


def opened(settings):
    house = opened_house(settings)
    try:
        return [each.id for each in house.store.submissions()], verify(house).is_whole
    finally:
        house.store.close()


def keys(settings):
    return read_keys(settings.key_file, settings.data)


def test_everything_is_under_the_new_key_and_the_old_one_opens_nothing(closed):
    done = rotation.rotate(closed)
    forgotten = rotation.forget(closed)

    assert (done.kept_files, done.older_keys, done.went_on, forgotten) == (5, 1, False, 1)
    assert opened(closed) == ([3, 2, 1], True)
    assert KEY not in keys(closed)
    assert len(keys(closed)) == 1
    with pytest.raises(Refusal):
        rotation.under_older_keys(closed.data, [KEY])
    file = open_people(closed).file
    assert check(file, file.anchor).findings == ()


class CutOff(Exception):
    """As if the power had gone."""


@pytest.mark.parametrize("after", [0, 1, 2, 4, 6])
def test_cut_off_anywhere_nothing_is_lost_and_the_next_run_goes_on(closed, monkeypatch, after):
    """Between the writing of any two files; the first of them is the key file itself, the second the database."""
    done = []

    def counted(write):
        def writing(*given, **more):
            if len(done) == after:
                raise CutOff
            done.append(given)
            return write(*given, **more)

        return writing

    with monkeypatch.context() as patched:
        patched.setattr(rotation, "write_keys", counted(rotation.write_keys))
        patched.setattr(rotation, "copy", counted(rotation.copy))
        patched.setattr(kept_cells, "write_whole", counted(kept_cells.write_whole))
        with pytest.raises(CutOff):
            rotation.rotate(closed)

    assert opened(closed) == ([3, 2, 1], True)
    again = rotation.rotate(closed)
    assert (again.went_on, len(keys(closed))) == (after > 0, 2)
    assert rotation.under_older_keys(closed.data, keys(closed)) == 0
    assert opened(closed) == ([3, 2, 1], True)


def test_a_backup_from_before_opens_until_its_key_is_forgotten(full, settings, tmp_path):
    made = backup.make(full, tmp_path / "house.backup")
    full.store.close()
    rotation.rotate(settings)
    elsewhere = replace(settings, data=tmp_path / "restored")

    assert restore.drill(elsewhere, CATALOGUE, made.file).hand_ins == 3
    rotation.forget(settings)
    with pytest.raises(Refusal, match="sealed_damaged"):
        restore.drill(elsewhere, CATALOGUE, made.file)


def test_a_key_that_is_still_needed_is_not_forgotten(closed, monkeypatch):
    monkeypatch.setattr(rotation, "_database_anew", lambda *given: 0)
    rotation.rotate(closed)

    with pytest.raises(Refusal, match="keys_still_needed"):
        rotation.forget(closed)
    assert KEY in keys(closed)


def test_while_a_server_holds_the_folder_nothing_is_changed(full, settings):
    with pytest.raises(Refusal, match="store_in_use"):
        rotation.rotate(settings)

    assert keys(settings) == (KEY,)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda file: file.unlink(), "key_missing"),
        (lambda file: file.write_text("0d" * 32), "wrong_key"),
        (lambda file: file.chmod(0o644), "key_readable"),
        (lambda file: file.write_text("not a key"), "key_broken"),
        (lambda file: file.write_bytes(b"\xff\xfe"), "key_broken"),
    ],
)
def test_a_key_that_is_missing_wrong_or_open_to_others_is_refused(closed, spoil, reason):
    spoil(closed.key_file)
    before = {each: each.read_bytes() for each in closed.data.rglob("*") if each.is_file()}

    for call in (rotation.rotate, opened_house):
        with pytest.raises(Refusal) as refused:
            call(closed)
        assert refused.value.reason == reason
    assert {each: each.read_bytes() for each in closed.data.rglob("*") if each.is_file()} == before


def test_a_refusal_about_a_key_names_the_file_and_no_key(closed):
    closed.key_file.chmod(0o644)
    with pytest.raises(KeyRefused) as refused:
        opened_house(closed)

    assert refused.value.facts == {"file": closed.key_file}
