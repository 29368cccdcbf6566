"""Cases closed for longer than records are kept are proposed for erasure, inside one country; nothing is done alone."""

from dataclasses import replace
from datetime import date

import pytest

from monitoring.domain.people import NotAllowed
from monitoring.services import retention

CLOSED = {"case_status": "completed"}


@pytest.fixture
def closed(house, hand_in):
    days = {"MD-0001": date(2021, 5, 31), "MD-0002": date(2021, 6, 1), "MD-0003": date(2019, 1, 1)}
    rows = [{"survivor_id": code, "case_closed_on": day, **CLOSED} for code, day in days.items()]
    hand_in("MD", survivors=[*rows, {"survivor_id": "MD-0004"}])
    hand_in("NG", survivors=[{"survivor_id": "NG-0001", "case_closed_on": date(2018, 1, 1), **CLOSED}])
    return house


def proposed(house, actor, country="MD"):
    return [each.survivor_id for each in retention.proposed(actor, house, country)]


def test_five_years_after_their_end_the_longest_closed_first(closed, manager):
    assert proposed(closed, manager) == ["MD-0003", "MD-0001"]


def test_the_organisations_own_period_holds(closed, manager):
    shorter = replace(closed, settings=replace(closed.settings, keep_closed_months=59))

    assert proposed(shorter, manager) == ["MD-0003", "MD-0001", "MD-0002"]


def test_nothing_of_another_country(closed, manager):
    with pytest.raises(NotAllowed):
        proposed(closed, replace(manager, countries=frozenset({"NG"})))
