"""Where rows would say too little a table is asked for, nothing is counted, somebody else decides, releases answer."""

from dataclasses import replace

import pytest

from monitoring.domain.export import ExportStatus
from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.services import export_packs, export_requests, export_tables
from monitoring.services.export_requests import NotExported
from monitoring.services.export_tables import WantedTable
from monitoring.services.typed_sentences import NotSaid

WANTED = WantedTable("how women fare in the first year", "housing_secure", ("gender", "round"))


def refusal(call):
    with pytest.raises(NotExported) as refused:
        call()
    return refused.value.reason


def test_it_is_filed_even_of_ten_people_and_decided_by_somebody_else(house, analyst, manager, people):
    people("MD", 10)
    request = export_tables.ask(analyst, house, WANTED)

    assert (request.is_table, export_tables.answered_in(analyst, house, request)) == (True, None)
    assert refusal(lambda: export_requests.approve(replace_name(manager, "Ana"), house, request.id)) == "export_own"
    assert export_requests.approve(manager, house, request.id).status is ExportStatus.APPROVED


def replace_name(actor, name):
    return replace(actor, name=name)


def test_no_rows_are_written_for_it(house, analyst, manager, people, tmp_path):
    people("MD", 40)
    request = export_tables.ask(analyst, house, WANTED)
    export_requests.approve(manager, house, request.id)

    assert refusal(lambda: export_packs.write(analyst, house, request.id, tmp_path / "out")) == "export_is_table"
    assert refusal(lambda: export_packs.look(manager, house, request.id)) == "export_is_table"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("by", [(), ("provider",), ("country", "gender", "round")])
def test_a_table_has_one_or_two_dimensions_that_releases_know(house, analyst, by):
    assert refusal(lambda: export_tables.ask(analyst, house, replace(WANTED, by=by))) == "table_dimensions"


def test_it_needs_a_known_number_and_a_purpose_that_names_nobody(house, analyst):
    assert refusal(lambda: export_tables.ask(analyst, house, replace(WANTED, indicator="rents"))) == "unknown_indicator"
    assert refusal(lambda: export_tables.ask(analyst, house, replace(WANTED, purpose=" "))) == "export_needs_purpose"
    with pytest.raises(NotSaid):
        export_tables.ask(analyst, house, replace(WANTED, purpose="call +373 22 123 456"))


def test_a_funder_asks_for_none(house):
    with pytest.raises(NotAllowed):
        export_tables.ask(Actor("Frida", Role.FUNDER), house, WANTED)
