"""Rows leave only for a purpose, after somebody else's yes, and in a way that nobody is found in them."""

import csv
import json
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from monitoring.domain.export import ExportStatus
from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.domain.refusal import Refusal
from monitoring.services import export_packs, export_requests
from monitoring.services.export_requests import NotExported, Wanted
from monitoring.services.typed_sentences import NotSaid

PURPOSE = "Who is lost to follow-up in the first year"
OTHER_MANAGER = Actor("Olga", Role.PROGRAMME_MANAGER)


def rows_of(folder):
    with (folder / "rows.csv").open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def approved(house, analyst, manager, people):
    """A request of Ana's that Mina has approved."""
    people("MD", 40)
    request = export_requests.ask(analyst, house, Wanted(PURPOSE, formats=("csv",)))
    return export_requests.approve(manager, house, request.id)


def refusal(call):
    with pytest.raises(NotExported) as refused:
        call()
    return refused.value.reason


def test_rows_are_written_after_somebody_else_has_approved(house, analyst, manager, people, tmp_path):
    people("MD", 40)
    request = export_requests.ask(analyst, house, Wanted(PURPOSE, formats=("csv",)))

    assert refusal(lambda: export_packs.write(analyst, house, request.id, tmp_path / "out")) == "export_asked"
    assert not (tmp_path / "out").exists()
    assert export_requests.approve(manager, house, request.id).status is ExportStatus.APPROVED
    assert export_packs.write(analyst, house, request.id, tmp_path / "out").rows == 160


def test_nobody_approves_what_they_asked_for_themselves(house, manager, people):
    people("MD", 40)
    request = export_requests.ask(manager, house, Wanted(PURPOSE))

    assert refusal(lambda: export_requests.approve(manager, house, request.id)) == "export_own"
    assert export_requests.approve(OTHER_MANAGER, house, request.id).decided_by == "Olga"


def test_only_who_asked_may_write(house, manager, approved, tmp_path):
    with pytest.raises(NotAllowed):
        export_packs.write(manager, house, approved.id, tmp_path / "out")


def test_a_request_needs_a_purpose_that_names_nobody(house, analyst, people):
    people("MD", 40)

    assert refusal(lambda: export_requests.ask(analyst, house, Wanted(" "))) == "export_needs_purpose"
    with pytest.raises(NotSaid):
        export_requests.ask(analyst, house, Wanted("call +373 22 123 456 about it"))
    assert export_requests.listed(analyst, house) == ()


@pytest.mark.parametrize("role", [Role.FUNDER, Role.ADMINISTRATOR, Role.PROVIDER, Role.COUNTRY_OFFICE])
def test_other_roles_ask_for_no_rows(house, people, role):
    people("MD", 40)
    with pytest.raises(NotAllowed):
        export_requests.ask(Actor("Somebody", role, frozenset({"MD"}), "MD-01"), house, Wanted(PURPOSE))


def test_with_fewer_than_eleven_people_a_table_is_offered_instead(house, analyst, people):
    people("MD", 10)

    assert refusal(lambda: export_requests.ask(analyst, house, Wanted(PURPOSE))) == "export_too_few"


def test_rows_cannot_be_narrowed_to_a_few(house, analyst, people):
    people("MD", 40)
    wanted = Wanted(PURPOSE, {"gender": ("woman_or_girl",)})

    assert refusal(lambda: export_requests.ask(analyst, house, wanted)) == "export_not_narrowed"


def test_an_analyst_of_one_country_gets_no_other(house, people):
    people("MD", 40)
    people("NG", 40)
    own = Actor("Ana", Role.ANALYST, frozenset({"MD"}))

    with pytest.raises(NotAllowed):
        export_requests.ask(own, house, Wanted(PURPOSE, {"country": ("NG",)}))


def test_an_approval_ends(house, analyst, approved, tmp_path):
    later = replace(house, settings=replace(house.settings, today=date(2027, 6, 2)))

    assert refusal(lambda: export_packs.write(analyst, later, approved.id, tmp_path / "out")) == "export_expired"


def test_only_people_who_agreed_to_research_are_in_it(house, analyst, approved, tmp_path):
    export_packs.write(analyst, house, approved.id, tmp_path / "out")

    assert len({row["person"] for row in rows_of(tmp_path / "out")}) == 40


def test_no_code_date_or_provider_of_the_office_is_in_it(house, analyst, approved, tmp_path):
    export_packs.write(analyst, house, approved.id, tmp_path / "out")
    text = "".join(
        path.read_text() for path in (tmp_path / "out").iterdir() if path.suffix in (".csv", ".txt", ".json")
    )

    assert "MD-0001" not in text
    assert "MD-01" not in text
    assert "2025-01-01" not in text


def test_sensitive_answers_and_purposes_stay_at_home(house, analyst, approved, tmp_path):
    export_packs.write(analyst, house, approved.id, tmp_path / "out")
    columns = set(rows_of(tmp_path / "out")[0])
    questions = house.catalogue.forms["follow_ups"].questions

    assert not columns & {each.name for each in questions if each.sensitive or each.seen_by}
    assert not columns & {"survivor_id", "provider_id", "provider", "contact_date"}
    assert not [path for path in (tmp_path / "out").iterdir() if PURPOSE.encode() in path.read_bytes()]


def test_two_exports_share_neither_codes_nor_order(house, analyst, approved, tmp_path):
    for name in ("one", "two"):
        export_packs.write(analyst, house, approved.id, tmp_path / name)
    one, two = ([tuple(row.values())[1:] for row in rows_of(tmp_path / name)] for name in ("one", "two"))

    assert sorted(one) == sorted(two)
    assert one != two


def test_the_manifest_knows_every_file_and_what_was_made_coarser(house, analyst, approved, tmp_path):
    export_packs.write(analyst, house, approved.id, tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    files = {path.name: path for path in (tmp_path / "out").iterdir() if path.name != "manifest.json"}

    assert {each["file"] for each in manifest["files"]} == set(files)
    assert all(sha256(files[each["file"]].read_bytes()).hexdigest() == each["sha256"] for each in manifest["files"])
    assert manifest["k"]["after"] >= 11
    assert manifest["l"]["after"] >= 2
    assert set(manifest["made_coarser"]) == {each.question for each in house.catalogue.exports.quasi_identifiers}
    assert manifest["expires_on"] == "2027-06-01"


def test_the_flow_goes_from_returned_to_answered(house, analyst, approved, tmp_path):
    export_packs.write(analyst, house, approved.id, tmp_path / "out")

    assert (tmp_path / "out" / "flow.csv").read_text().splitlines() == [
        "step,count,of",
        "returned,45,people",
        "consented,40,people",
        *(f"{step},160,rounds" for step in ("due", "attempted", "reached", "interviewed", "answered")),
    ]


def test_a_folder_that_holds_something_is_left_alone(house, analyst, approved, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(Refusal):
        export_packs.write(analyst, house, approved.id, tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mine.txt"]
