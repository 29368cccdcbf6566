"""Briefs are made of the shared view alone: an office of few people is withheld in them like everywhere else."""

import pytest

from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.domain.refusal import Refusal
from monitoring.services import briefs

FUNDER = Actor("Frida", Role.FUNDER)


@pytest.mark.parametrize("role", [Role.COUNTRY_OFFICE, Role.PROVIDER, Role.ADMINISTRATOR])
def test_a_brief_is_for_those_who_see_what_is_shared(house, role):
    with pytest.raises(NotAllowed):
        briefs.brief(Actor("Somebody", role, frozenset({"MD"}), "MD-01"), house, "summary", None, "en")


def test_a_funder_of_one_country_gets_no_brief_of_another(house):
    with pytest.raises(NotAllowed):
        briefs.brief(Actor("Frida", Role.FUNDER, frozenset({"MD"})), house, "summary", "NG", "en")


NO_BRIEFS = [("poem", "en", ".pdf"), ("summary", "xx", ".pdf"), ("summary", "en", ".txt")]


@pytest.mark.parametrize(("kind", "language", "ending"), NO_BRIEFS)
def test_what_is_no_brief_is_refused_in_a_sentence(house, kind, language, ending):
    with pytest.raises(Refusal):
        briefs.written(FUNDER, house, kind, None, language, ending)
