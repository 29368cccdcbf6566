"""What a country's directory tells: services, cost, capacity, and how old a row is. Never where a shelter lies."""

from datetime import date
from shutil import copytree

import pytest

from monitoring.declarations.read import read_catalogue
from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.services.service_directory import service_directory
from monitoring.settings import ROOT

OAK = {
    "provider_id": "MD-01",
    "provider_name": "Oak",
    "country": "MD",
    "provider_type": "NGO",
    "services": "legal counselling",
    "costed": "free",
    "capacity": 12,
    "serves": "women men",
    "languages": "ro ru",
    "reach": "district",
    "last_verified_on": date(2026, 5, 1),
}


def test_a_provider_is_told_as_the_office_listed_it(hand_in, house, office):
    hand_in("MD", providers=[OAK])

    (found,) = service_directory(office, house, "MD")

    assert (found.id, found.name, found.kind, found.cost, found.capacity, found.reach) == (
        ("MD-01", "Oak", "NGO", "free", 12, "district")
    )
    assert (found.services, found.serves, found.languages) == (("legal", "counselling"), ("women", "men"), ("ro", "ru"))
    assert (found.last_verified_on, found.is_old, found.is_shelter) == (date(2026, 5, 1), False, False)


@pytest.mark.parametrize(("checked", "is_old"), [(date(2025, 12, 3), False), (date(2025, 12, 2), True), (None, True)])
def test_a_row_grows_old_after_180_days(checked, is_old, hand_in, house, office):
    hand_in("MD", providers=[{**OAK, "last_verified_on": checked}])

    assert [each.is_old for each in service_directory(office, house, "MD")] == [is_old]


def test_what_the_office_has_not_said_is_not_known_and_not_none(hand_in, house, office):
    hand_in("MD", providers=[{"provider_id": "MD-01", "country": "MD"}])

    (found,) = service_directory(office, house, "MD")

    assert (found.name, found.services, found.cost, found.capacity, found.serves) == ("MD-01", (), None, None, ())


@pytest.mark.parametrize("name", ["Safe House, 14 Rose Street", "Casa Luna +373 22 123 456", "Strada Florilor 14"])
def test_a_shelters_name_that_leads_there_gives_way_to_its_code(name, hand_in, house, office):
    hand_in("MD", providers=[{**OAK, "provider_name": name, "services": "shelter legal"}])

    (found,) = service_directory(office, house, "MD")

    assert (found.name, found.is_shelter) == ("MD-01", True)
    assert name not in repr(found)


def test_an_address_kept_beside_a_provider_never_leaves_the_service(tmp_path, office):
    """Our form asks for no address. Should a form of tomorrow do: it stays in the store."""
    from monitoring.access.people import PeopleBook
    from monitoring.services.house import House
    from monitoring.settings import Settings
    from monitoring.store.release_files import ReleaseFiles
    from monitoring.store.store import Store

    declared = copytree(ROOT / "indicators", tmp_path / "indicators")
    with (declared / "forms" / "providers.toml").open("a", encoding="utf-8") as form:
        form.write(ADDRESS)
    catalogue = read_catalogue(declared)
    store = Store(tmp_path / "data", "5e" * 32, catalogue)
    settings = Settings(data=tmp_path / "data", key_file=tmp_path / "key", today=date(2026, 6, 1), pinned=True)
    house = House(catalogue, store, PeopleBook(tmp_path / "people.sqlite"), settings, ReleaseFiles.of(settings))
    with_address(store, {**OAK, "services": "shelter", "address": "14 Rose Street"}, catalogue)

    found = service_directory(office, house, "MD")
    kept = store.rows("select address from current_providers", {})
    store.close()

    assert kept == [{"address": "14 Rose Street"}]
    assert [each.id for each in found] == ["MD-01"]
    assert "Rose" not in repr(found)


def test_the_directory_is_for_those_who_compare_places_in_their_own_countries(hand_in, house, office, manager):
    hand_in("NG", providers=[{**OAK, "country": "NG"}])

    assert len(service_directory(manager, house, "NG")) == 1
    for actor in (office, Actor("Oak", Role.PROVIDER, frozenset({"NG"}), "MD-01"), Actor("Funder", Role.FUNDER)):
        with pytest.raises(NotAllowed):
            service_directory(actor, house, "NG")


def test_a_country_without_providers_has_an_empty_directory(house, manager):
    assert service_directory(manager, house, "MD") == ()


ADDRESS = """
[[question]]
name = "address"
type = "text"
asked_of = "file"
used_for = "directory"
label = { en = "Address", fr = "Adresse" }
hint = { en = "Where it is.", fr = "Où c'est." }
"""


def with_address(store, row, catalogue):
    """Hands in one provider, as the fixture `hand_in` does under our own declarations."""
    from datetime import datetime

    import polars

    from monitoring.derive.create_table import columns_of
    from monitoring.store.store import HandIn

    kinds = {"varchar": polars.String, "date": polars.Date, "integer": polars.Int32}
    form = catalogue.forms["providers"]
    schema = {name: kinds[kind] for name, kind in columns_of(form).items() if name != "submission_id"}
    whole = {"sheet_row": 3, **row}
    table = polars.DataFrame([{name: whole.get(name) for name in schema}], schema=schema)
    tables, cells = {"providers": table}, {"providers": table.select("sheet_row")}
    store.hand_in(HandIn("MD", "workbook.xlsx", "f" * 64, "office", datetime(2026, 6, 1, 9), 0, tables, cells))
