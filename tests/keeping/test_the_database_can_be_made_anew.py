"""From what is kept of each hand-in the database comes back as it was: rows, decisions, reasons, figures."""

import pytest
from opened_houses import CATALOGUE, opened_house

from monitoring.domain.heading_answers import RememberedHeading
from monitoring.domain.refusal import Refusal
from monitoring.keeping.verify import make_anew, verify
from monitoring.store.store import DATABASE


def whole(store):
    """Every row of every table that is not derived, in an order of its own."""
    names = store.rows(
        "select distinct table_name from information_schema.columns where table_catalog = current_database()", {}
    )
    tables = sorted(row["table_name"] for row in names)
    return {
        name: sorted(map(str, (tuple(row.items()) for row in store.rows(f"select * from {name}", {}))))
        for name in tables
        if name != "migrations"
    }


def test_it_is_the_same_to_the_last_row(full, settings):
    said = RememberedHeading("survivors", "Sex", "gender", "Mihai")
    full.store.remember_headings("MD", [said], full.now)
    before = whole(full.store)
    full.store.close()

    done, former = make_anew(settings, CATALOGUE)

    house = opened_house(settings)
    try:
        assert whole(house.store) == before
        assert verify(house).is_whole
    finally:
        house.store.close()
    assert (done.hand_ins, done.rows, former.name) == (3, 12, "monitoring.duckdb.before-rebuild")


@pytest.mark.parametrize("damage", ["gone", "cut off", "overwritten"])
def test_a_database_that_cannot_be_opened_is_no_hindrance(full, settings, damage):
    full.store.close()
    path = settings.data / DATABASE
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:5000] if damage == "cut off" else b"x" * 100_000)

    done, _ = make_anew(settings, CATALOGUE)

    house = opened_house(settings)
    assert ([each.id for each in house.store.submissions()], done.hand_ins) == ([3, 2, 1], 3)
    house.store.close()


def test_a_running_server_keeps_its_database(full, settings):
    with pytest.raises(Refusal, match="store_in_use"):
        make_anew(settings, CATALOGUE)


def test_from_nothing_nothing_is_made(settings):
    with pytest.raises(Refusal, match="nothing_kept"):
        make_anew(settings, CATALOGUE)

    assert not list(settings.data.glob("*.duckdb"))


def test_what_is_kept_and_does_not_fit_is_told_by_its_number(full, settings):
    kept = settings.data / "kept"
    (kept / "000001.cells").unlink()
    (kept / "000002.cells").write_bytes((kept / "000003.cells").read_bytes())

    found = verify(full)

    assert (found.is_whole, found.records.missing, found.records.damaged) == (False, (1,), (2,))
