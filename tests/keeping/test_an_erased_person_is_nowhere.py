"""Erasing takes a person out of every row, kept file and figure, of today, of earlier days and of later ones."""

from datetime import date, datetime
from pathlib import Path

import pytest
from opened_houses import CATALOGUE, opened_house

from monitoring.access.log import Log
from monitoring.domain.figures import FigureRequest
from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.keeping import backup
from monitoring.keeping.verify import make_anew, verify
from monitoring.services import erase
from monitoring.services.read_figures import read_figures
from monitoring.store.kept_cells import KeptCells

KEY = "5e" * 32
GONE, STAYS = "MD-0001", "MD-0002"


def met(code: str) -> dict[str, object]:
    answers = {"housing_type": "own", "may_stay_six_months": True}
    return {"survivor_id": code, "round": "12", "contact_date": date(2025, 1, 2), "status": "interviewed", **answers}


@pytest.fixture
def two(house, hand_in):
    """Two people, one of whom has had two codes, over two hand-ins; and a namesake of the first in Nigeria."""
    hand_in("MD", at=datetime(2025, 2, 1), survivors=[{"survivor_id": "MD-0009"}, {"survivor_id": STAYS}])
    newer = {"survivor_id": GONE, "previous_survivor_id": "MD-0009"}
    hand_in(
        "MD", at=datetime(2025, 6, 1), survivors=[newer, {"survivor_id": STAYS}], follow_ups=[met(GONE), met(STAYS)]
    )
    hand_in("NG", survivors=[{"survivor_id": GONE}])
    return house


def people(house, day=None):
    mina = Actor("Mina", Role.PROGRAMME_MANAGER, frozenset({"MD"}))
    return sum(
        each.numerator or 0 for each in read_figures(mina, house, FigureRequest(("people_returned",), as_of=day))
    )


def codes(house) -> list[str]:
    """Every code that stands in a row or a kept file of Moldova."""
    found = []
    for table in ("survivors_history", "follow_ups_history", "current_people", "people_known"):
        found += house.store.rows(f"select survivor_id from {table} where country = 'MD'", {})
    kept = KeptCells(house.settings.data / "kept", (KEY,))
    rows = [frame for number in (1, 2) for frame in kept.read(number).rows.values() if "survivor_id" in frame.columns]
    return [row["survivor_id"] for row in found] + [code for frame in rows for code in frame["survivor_id"]]


def test_nothing_of_them_is_left_under_any_code_they_had(two, manager):
    done = erase.erase(manager, two, "MD", GONE, "asked for it in writing")

    assert set(codes(two)) == {STAYS}
    assert done.removed.codes == 2
    assert done.removed.rows == {"survivors_history": 2, "follow_ups_history": 1, "people_known": 2}
    assert (done.removed.kept_files, done.removed.still_found) == (2, 0)
    assert two.store.housekeeping.search("MD", {GONE, "MD-0009"}) == 0
    assert verify(two).is_whole


def test_they_have_left_every_figure_of_every_day_and_others_have_not(two, manager):
    before = [people(two, day) for day in (date(2025, 3, 1), date(2025, 7, 1), None)]
    erase.erase(manager, two, "MD", "MD-0009", "asked for it in writing")

    assert (before, [people(two, day) for day in (date(2025, 3, 1), date(2025, 7, 1), None)]) == ([2, 2, 2], [1, 1, 1])
    assert two.store.housekeeping.search("NG", {GONE}) > 0


def test_a_later_workbook_brings_them_back_under_no_code(two, manager, hand_in):
    erase.erase(manager, two, "MD", GONE, "asked for it in writing")
    again = {"survivor_id": "MD-0077", "previous_survivor_id": GONE}
    hand_in("MD", survivors=[{"survivor_id": GONE}, again, {"survivor_id": "MD-0050"}], follow_ups=[met("MD-0077")])

    assert two.store.housekeeping.search("MD", {GONE, "MD-0009", "MD-0077"}) == 0
    assert people(two) == 2


def test_a_rebuilt_database_knows_that_they_were_erased(two, manager, settings, hand_in):
    erase.erase(manager, two, "MD", GONE, "asked for it in writing")
    two.store.close()
    make_anew(settings, CATALOGUE)
    house = opened_house(settings)
    try:
        with pytest.raises(Refusal, match="already_erased"):
            erase.erase(manager, house, "MD", GONE, "asked for it in writing")
        assert people(house) == 1
    finally:
        house.store.close()


@pytest.mark.parametrize(
    ("country", "code", "reason"),
    [("MD", "MD-0404", "nobody_to_erase"), ("NG", STAYS, "nobody_to_erase"), ("MD", "", "nobody_to_erase")],
)
def test_nobody_of_that_code_there_is_a_sentence_and_nothing_is_changed(two, manager, country, code, reason):
    before = codes(two)
    with pytest.raises(Refusal) as refused:
        erase.erase(manager, two, country, code, "asked for it in writing")

    assert (refused.value.reason, codes(two)) == (reason, before)


def test_erasing_twice_is_a_sentence_and_nothing_is_changed(two, manager):
    erase.erase(manager, two, "MD", GONE, "asked for it in writing")
    before = codes(two)
    with pytest.raises(Refusal, match="already_erased"):
        erase.erase(manager, two, "MD", GONE, "asked for it in writing")

    assert codes(two) == before


def test_a_manager_of_another_country_and_a_reason_that_names_somebody_are_refused(two):
    elsewhere = Actor("Musa", Role.PROGRAMME_MANAGER, frozenset({"NG"}))
    with pytest.raises(Refusal, match="not_your_country"):
        erase.erase(elsewhere, two, "MD", GONE, "asked for it in writing")
    with pytest.raises(Refusal, match="reason_names_somebody"):
        erase.erase(Actor("Mina", Role.PROGRAMME_MANAGER), two, "MD", GONE, "called on +373 69 123 456")

    assert GONE in codes(two)


def test_the_log_names_the_country_and_nobody_of_it(two, manager):
    erase.erase(manager, two, "MD", GONE, "asked for it in writing")
    newest = Log(two.people.file).newest(1)[0]

    assert (newest.who, newest.what, newest.detail) == ("Mina", "erased", "MD because: asked for it in writing")


def test_backups_that_hold_them_still_are_listed_with_the_day_of_their_end(two, manager, tmp_path: Path):
    backup.make(two, tmp_path / "old.backup")
    (listed,) = erase.erase(manager, two, "MD", GONE, "asked for it in writing").backups

    assert (listed.file, (listed.destroy_on - listed.made_on).days) == ("old.backup", 90)


def test_a_code_stands_in_no_file_of_the_data_folder_afterwards(two, manager):
    erase.erase(manager, two, "MD", GONE, "asked for it in writing")
    two.store.close()
    files = [each for each in two.settings.data.rglob("*") if each.is_file()]

    assert len(files) > 4
    assert [each.name for each in files if GONE.encode() in each.read_bytes()] == []
