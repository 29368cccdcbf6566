"""Whoever is erased is in no export that could still be written; what left before is listed, to be deleted."""

import pytest

from monitoring.domain.export import ExportStatus
from monitoring.services import erase, export_packs, export_requests
from monitoring.services.export_requests import NotExported, Wanted

WHY = "asked for it in writing"


@pytest.fixture
def asked(house, analyst, people):
    """Ana asks for rows of one country, or of all."""
    people("MD", 40)
    people("NG", 40)

    def do(country=None):
        where = {"country": (country,)} if country else {}
        return export_requests.ask(analyst, house, Wanted("attrition", where, ("csv",)))

    return do


def statuses(house, actor):
    return {each.id: each.status for each in export_requests.listed(actor, house)}


def test_what_waits_and_what_was_approved_is_refused_where_the_person_could_be_in_it(house, manager, asked):
    waiting, approved, elsewhere = asked("MD"), asked(), asked("NG")
    export_requests.approve(manager, house, approved.id)
    done = erase.erase(manager, house, "MD", "MD-0001", WHY)

    assert (done.exports_refused, done.exports_left) == (2, ())
    assert statuses(house, manager) == {
        waiting.id: ExportStatus.REFUSED,
        approved.id: ExportStatus.REFUSED,
        elsewhere.id: ExportStatus.ASKED,
    }


def test_an_approved_export_cannot_be_written_any_more(house, analyst, manager, asked, tmp_path):
    approved = export_requests.approve(manager, house, asked().id)
    erase.erase(manager, house, "MD", "MD-0001", WHY)

    with pytest.raises(NotExported):
        export_packs.write(analyst, house, approved.id, tmp_path / "out")


def test_what_left_before_is_listed_with_who_has_it(house, analyst, manager, asked, tmp_path):
    approved = export_requests.approve(manager, house, asked("MD").id)
    export_packs.write(analyst, house, approved.id, tmp_path / "out")
    done = erase.erase(manager, house, "MD", "MD-0001", WHY)

    assert [(each.id, each.asked_by, each.written_on) for each in done.exports_left] == [
        (approved.id, "Ana", house.today)
    ]
