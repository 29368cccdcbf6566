"""A provider is named in a release if it agreed to that; all others are one group, and none of them is named."""

from dataclasses import replace
from datetime import date

import pytest

from monitoring.domain.figures import FigureRequest, View
from monitoring.domain.release_plan import AgreedProvider, ReleaseTable
from monitoring.services import release_report, releases
from monitoring.services.read_figures import read_figures

WALNUT = AgreedProvider("MD-01", "MD", "Walnut House", date(2026, 3, 1))
TABLE = ReleaseTable("provider_round", ("provider", "round"), {"en": "By provider", "fr": "Par prestataire"})


@pytest.fixture
def naming(programme):
    """The programme, whose Moldovan provider has agreed to be named."""
    plan = programme.catalogue.releases
    plan = replace(plan, tables=(*plan.tables, TABLE), agreed_providers=(WALNUT,))
    return replace(programme, catalogue=replace(programme.catalogue, releases=plan))


def test_the_one_that_agreed_is_named_and_all_others_are_one_group(naming, manager, second):
    releases.approve(second, naming, releases.build(manager, naming).id)
    request = FigureRequest(("housing_secure",), ("provider", "round"), view=View.SHARED)

    found = {tuple(code for _, code in each.group): each.denominator for each in read_figures(manager, naming, request)}

    assert found == {("MD-01", "12"): 60, ("other_providers", "12"): 175}


def test_harm_is_not_told_by_provider(naming, manager):
    made = releases.preview(manager, naming)

    of_harm = {each.indicator for each in made.cells if dict(each.group).get("provider")}
    assert of_harm == {"housing_secure", "interviewed"}


def test_the_check_report_names_who_agreed(naming, programme, manager):
    said = "\n".join(release_report.of_draft(manager, naming, releases.preview(manager, naming)))
    nobody = "\n".join(release_report.of_draft(manager, programme, releases.preview(manager, programme)))

    assert "Named, because they agreed to it: Walnut House." in said
    assert "No provider is named." in nobody
