"""A provider reads how people feel treated by it, and never what one of them said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from monitoring.domain.figures import FigureRequest
from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.services.figure_requests import ImpossibleRequest
from monitoring.services.heard_and_unheard import heard_and_unheard
from monitoring.services.read_definitions import catalogue
from monitoring.services.read_figures import read_figures
from monitoring.services.same_people import same_people

RETURNED = date(2024, 1, 1)
OAK = Actor("Oak", Role.PROVIDER, frozenset({"MD"}), "MD-01")


@pytest.fixture
def answered(hand_in):
    """answered(4): so many people at MD-01 answer how they are treated; one of them says, never with respect."""

    def do(people):
        codes = [f"MD-{at:04}" for at in range(people)]
        day = RETURNED + timedelta(days=366)
        hand_in(
            "MD",
            survivors=[{"survivor_id": code, "return_date": RETURNED} for code in codes],
            follow_ups=[
                {
                    "survivor_id": code,
                    "round": "12",
                    "contact_date": day,
                    "status": "interviewed",
                    "asked_by": "lead_worker",
                    "treated_with_respect": "never" if at == 0 else "always",
                }
                for at, code in enumerate(codes)
            ],
            providers=[{"provider_id": "MD-01", "provider_name": "Oak", "country": "MD"}],
        )

    return do


def respect(actor, house, **also):
    figures = read_figures(actor, house, FigureRequest(("respect",), **also))
    (figure,) = (each for each in figures if not each.group or each.at("round") == "12")
    return figure.denominator, figure.value, figure.withheld


def test_of_fewer_than_five_answers_the_provider_learns_nothing(answered, house, office):
    answered(4)

    assert respect(OAK, house) == (None, None, True)
    assert respect(office, house) == (4, 0.75, False)


def test_from_five_answers_on_it_reads_its_own_total(answered, house):
    answered(5)

    assert respect(OAK, house) == (5, 0.8, False)
    assert respect(OAK, house, by=("round",)) == (5, 0.8, False)


@pytest.mark.parametrize(
    "finer",
    [{"by": ("gender",)}, {"by": ("quarter",)}, {"where": {"age_band": ("18-29",)}}, {"as_of": date(2026, 5, 1)}],
)
def test_nothing_finer_is_told_for_two_groups_give_a_person_away(finer, answered, house, office):
    answered(9)

    with pytest.raises(ImpossibleRequest):
        read_figures(OAK, house, FigureRequest(("respect",), **finer))
    assert isinstance(read_figures(office, house, FigureRequest(("respect",), **finer)), tuple)


def test_who_asked_and_what_changed_of_the_same_people_stays_with_office_and_manager(answered, house):
    answered(9)

    with pytest.raises(NotAllowed):
        read_figures(OAK, house, FigureRequest(("respect_asked_by_lead_worker",)))
    assert same_people(OAK, house, "respect", where={}) is None
    assert heard_and_unheard(OAK, house, "respect", 12, {}) is None


def test_what_the_screen_offers_is_what_the_service_gives(house, office):
    offered = catalogue(OAK, house).indicators["respect"]

    assert (offered.break_down_by, offered.filter_by) == (("country", "provider", "round", "pooled_round"),) * 2
    assert catalogue(office, house) is house.catalogue
    assert catalogue(OAK, house).indicators["housing_secure"] == house.catalogue.indicators["housing_secure"]


def test_whoever_has_no_provider_is_not_mistaken_for_one(answered, house, office):
    answered(3)
    manager = replace(office, role=Role.PROGRAMME_MANAGER)

    assert respect(manager, house) == (3, pytest.approx(2 / 3), False)
