"""A release's file is never written again, is closed to whoever has no key, and a change to it is found."""

import json

import pytest

from monitoring.domain.refusal import Refusal
from monitoring.services import releases
from monitoring.store.release_files import ReleaseFiles


def files(house):
    return ReleaseFiles(house.settings.releases, house.settings.release_key_file)


def reason(deed):
    with pytest.raises(Refusal) as refusal:
        deed()
    return refusal.value.reason


def test_its_file_may_only_be_read_and_only_by_its_owner(programme, built):
    (file,) = programme.settings.releases.glob("*.duckdb")

    assert oct(file.stat().st_mode & 0o777) == "0o400"


def test_nothing_of_it_lies_open(programme, built):
    (file,) = programme.settings.releases.glob("*.duckdb")

    assert not [word for word in (b"housing_secure", b"country_round") if word in file.read_bytes()]


def test_its_key_is_not_that_of_the_records_and_lies_in_no_data_folder(programme, built):
    key = programme.settings.release_key_file

    assert key.exists()
    assert key != programme.settings.key_file
    assert not key.is_relative_to(programme.settings.data)


def test_a_changed_file_is_neither_shown_nor_approved(programme, built, manager, second):
    (file,) = programme.settings.releases.glob("*.duckdb")
    file.chmod(0o600)
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))

    assert reason(lambda: releases.check(manager, programme, built.id)) == "release_tampered"
    assert reason(lambda: releases.approve(second, programme, built.id)) == "release_tampered"
    assert reason(lambda: files(programme).cells(built)) == "release_tampered"


def test_nobody_approves_by_writing_on_the_slip(programme, built, funder):
    (slip,) = programme.settings.releases.glob("*.json")
    document = json.loads(slip.read_text())
    document["release"] |= {"status": "approved", "decided_by": "Noor"}
    slip.write_text(json.dumps(document))

    assert reason(lambda: releases.listed(funder, programme)) == "release_slip_tampered"


def test_its_file_and_slip_hold_no_true_count(programme, built):
    """Moldova's sixty are printed as rounded; of Albania's seven nothing is there but its place."""
    cells = files(programme).cells(built)
    albania = [each for each in cells if dict(each.group).get("country") == "AL" and each.published.shown == "withheld"]

    assert {(c.published.value, c.published.numerator, c.published.denominator) for c in albania} == {(None,) * 3}
    assert all((c.published.denominator or 0) % 5 == 0 for c in cells)
