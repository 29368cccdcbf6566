"""A target without a baseline says nothing; and a light is only for what the programme does, never for people."""

from datetime import date

import pytest

from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.domain.target import Light, Target, light
from monitoring.services import targets
from monitoring.services.targets import NoTarget

DAY = date(2027, 1, 1)
ASSESSED = Target("risk_assessed", None, 0.4, 0.8, DAY)


def test_a_target_without_a_baseline_is_refused(house, manager):
    with pytest.raises(NoTarget) as refused:
        targets.set_target(manager, house, ASSESSED, has_baseline=False)

    assert refused.value.reason == "target_needs_baseline"
    assert house.store.targets.listed() == []


def test_the_newest_word_counts_and_each_country_has_its_own(house, manager):
    newer = Target("risk_assessed", None, 0.4, 0.9, DAY)
    own = Target("risk_assessed", "MD", 0.2, 0.6, DAY, 0.4)
    for each in (ASSESSED, newer, own):
        targets.set_target(manager, house, each)

    assert house.store.targets.listed() == [newer, own]


def test_only_managers_set_targets(house, funder):
    with pytest.raises(NotAllowed):
        targets.set_target(funder, house, ASSESSED)
    with pytest.raises(NotAllowed):
        targets.set_target(
            Actor("M", Role.PROGRAMME_MANAGER, frozenset({"NG"})), house, Target("respect", "MD", 0, 1, DAY)
        )


def test_a_light_follows_its_rule_for_what_the_programme_does(catalogue):
    lit = [light(catalogue.indicators["risk_assessed"], ASSESSED, actual) for actual in (0.8, 0.6, 0.59, None)]

    assert lit == [Light.REACHED, Light.ON_THE_WAY, Light.BEHIND, None]


@pytest.mark.parametrize("outcome", ["housing_secure", "exploited_again", "feels_safe"])
def test_outcomes_and_harm_have_no_light(catalogue, outcome):
    assert light(catalogue.indicators[outcome], Target(outcome, None, 0.1, 0.2, DAY), 0.9) is None
