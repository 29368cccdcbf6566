"""The demo's funders see a release of the sample data: of these very workbooks, and nothing that a release hides."""

from hashlib import sha256

from monitoring.bootstrap import open_demo
from monitoring.domain.release import ReleaseStatus, Shown
from monitoring.settings import ROOT, Settings
from monitoring.store import carried_release

SAMPLE = ROOT / "sample_data"
CARRIED = carried_release.read(SAMPLE / "release")


def test_it_was_built_of_the_workbooks_that_are_there():
    """Otherwise the demo shows none: build it anew with `python sample_data/release.py`."""
    assert CARRIED is not None
    there = {path.name: sha256(path.read_bytes()).hexdigest() for path in (SAMPLE / "good").glob("*.xlsx")}

    assert CARRIED.workbooks == there


def test_every_count_in_it_is_rounded_but_those_that_are_public():
    assert CARRIED is not None
    counts = {
        count
        for cell in CARRIED.cells
        if cell.indicator != "people_returned"
        for count in (cell.published.numerator, cell.published.denominator)
        if count is not None
    }

    assert len(counts) > 10
    assert [count for count in sorted(counts) if count % 5] == []


def test_what_it_withholds_holds_no_number():
    assert CARRIED is not None
    withheld = [cell.published for cell in CARRIED.cells if cell.published.shown is Shown.WITHHELD]

    assert {(each.value, each.numerator, each.denominator, each.band) for each in withheld} == {(None,) * 4}


def test_its_audit_found_no_range_too_narrow():
    assert CARRIED is not None
    audit, rules = CARRIED.release.audit, CARRIED.release.rules

    assert (audit.narrowest or 0) >= rules.narrowest
    assert audit.country_cells_shown / audit.country_cells >= 0.6


def test_a_demo_of_other_workbooks_does_not_show_it(tmp_path):
    (tmp_path / "sample" / "good").mkdir(parents=True)
    (tmp_path / "sample" / "release").symlink_to(SAMPLE / "release")
    assert CARRIED is not None
    settings = Settings(
        data=tmp_path / "data",
        key_file=tmp_path / "key",
        today=CARRIED.release.as_of,
        sample_data=tmp_path / "sample",
        demo=True,
    )
    house = open_demo(settings)

    assert house.releases.all() == ()
    house.store.close()


def test_the_demo_shows_it_approved_by_another_than_its_builder():
    assert CARRIED is not None
    assert CARRIED.release.status is ReleaseStatus.BUILT
    assert CARRIED.release.built_by != "Demo manager"
