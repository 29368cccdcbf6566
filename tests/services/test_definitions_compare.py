"""Two folders of declarations: what differs, and how past figures move on the data at hand, by the real statements."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from monitoring.domain.people import NotAllowed
from monitoring.domain.refusal import Refusal
from monitoring.services.compare_definitions import BrokenFolder, Difference, compare
from monitoring.settings import ROOT

OLD = ROOT / "indicators"
MET = {"round": "12", "contact_date": date(2025, 1, 2), "status": "interviewed"}
SECURE = "housing_type in ('own', 'rented', 'host_family') and may_stay_six_months"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A copy of our declarations, to be changed."""
    return Path(copytree(OLD, tmp_path / "indicators"))


def edit(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text, "the test itself is broken"
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def shelters_count(folder: Path) -> None:
    edit(folder, "housing/housing_secure.toml", SECURE, SECURE.replace("'own'", "'own', 'shelter'"))


@pytest.fixture
def homes(hand_in):
    """Moldova: two secure homes and a shelter where one may stay, of four who answered; Nigeria: two of two."""
    for country, kinds in {"MD": ["own", "rented", "shelter", "no_fixed_place"], "NG": ["own", "own"]}.items():
        ids = [f"{country}-{at:04}" for at in range(len(kinds))]
        contacts = [
            {"survivor_id": id_, **MET, "housing_type": kind, "may_stay_six_months": kind != "no_fixed_place"}
            for id_, kind in zip(ids, kinds, strict=True)
        ]
        hand_in(country, survivors=[{"survivor_id": id_} for id_ in ids], follow_ups=contacts)


def test_the_same_declarations_are_the_same():
    found = compare(OLD, OLD)

    assert (found.added, found.removed, found.changed) == ((), (), ())


def test_what_differs_is_told_part_by_part(new):
    shelters_count(new)
    edit(new, "housing/housing_secure.toml", 'en = "Secure home"', 'en = "Other words"')
    (new / "housing" / "housing_safe.toml").rename(new / "housing" / "at_ease.toml")
    found = compare(OLD, new)
    (changed,) = found.changed

    assert (found.added, found.removed) == (("at_ease",), ("housing_safe",))
    assert (changed.indicator, changed.figures) == ("housing_secure", ())
    assert changed.differences == (Difference("numerator", SECURE, SECURE.replace("'own'", "'own', 'shelter'")),)


@pytest.mark.usefixtures("homes")
def test_past_figures_move_as_the_statements_of_both_say(new, house, manager):
    shelters_count(new)
    (changed,) = compare(OLD, new, house, manager).changed

    assert [
        (each.country, (each.old.numerator, each.old.denominator), (each.new.numerator, each.new.denominator))
        for each in changed.figures
    ] == [("MD", (2, 4), (3, 4)), ("NG", (2, 2), (2, 2))]
    assert changed.not_counted is None


@pytest.mark.usefixtures("homes")
def test_a_question_that_the_data_do_not_have_is_said_and_the_rest_goes_on(new, house, manager):
    for path in new.rglob("*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\bhousing_type\b", "kind_of_home", text), encoding="utf-8")
    found = {each.indicator: each for each in compare(OLD, new, house, manager).changed}
    (moldova, _) = found["housing_secure"].figures

    assert found["housing_secure"].not_counted == {"new": ("kind_of_home",)}
    assert (moldova.old.numerator, moldova.new) == (2, None)


@pytest.mark.usefixtures("homes")
def test_the_data_are_only_read(new, house, manager):
    shelters_count(new)
    before = house.store.note("current_rows")
    compare(OLD, new, house, manager)

    assert house.store.note("current_rows") == before
    assert house.catalogue.indicators["housing_secure"].numerator == SECURE


def test_a_scope_is_kept_and_a_funder_reads_none(new, house, homes, office, funder):
    shelters_count(new)
    (changed,) = compare(OLD, new, house, office).changed

    assert [each.country for each in changed.figures] == ["MD"]
    with pytest.raises(NotAllowed):
        compare(OLD, new, house, funder)


def test_rounds_that_move_are_a_change_of_everything_over_rounds(new):
    edit(new, "rounds.toml", "last_day = 456", "last_day = 450")
    changed = {each.indicator for each in compare(OLD, new).changed}

    assert "housing_secure" in changed
    assert "people_returned" not in changed


def test_a_checkout_may_be_named_by_its_root(new):
    shelters_count(new)

    assert [each.indicator for each in compare(ROOT, new.parent).changed] == ["housing_secure"]


def test_a_folder_without_declarations_is_refused(tmp_path):
    with pytest.raises(Refusal, match="no_declarations"):
        compare(OLD, tmp_path / "nowhere")


def test_an_expression_that_is_none_runs_nowhere(new, house, manager):
    edit(new, "housing/housing_secure.toml", SECURE, "(select true)")

    with pytest.raises(BrokenFolder):
        compare(OLD, new, house, replace(manager))
