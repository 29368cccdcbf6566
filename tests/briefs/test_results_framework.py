"""The results framework: a workbook, and a file whose elements stand in the order that IATI's standard asks for."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.domain.results_framework import Disaggregation, IatiPlan
from monitoring.domain.target import Target
from monitoring.services import results_framework, targets

FUNDER = Actor("Frida", Role.FUNDER)
PLAN = IatiPlan(
    organisation="XX-TEST-1",
    organisation_type="40",
    organisation_name={"en": "An organisation", "fr": "Une organisation"},
    activity="RETURN-1",
    title={"en": "Return", "fr": "Retour"},
    description={"en": "Monitoring", "fr": "Suivi"},
    begins_on=date(2024, 1, 1),
)
SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "iati_results.xsd"))


@pytest.fixture
def aimed(released, manager):
    """The release, with a target, of an organisation that publishes."""
    targets.set_target(manager, released, Target("housing_secure", None, 0.3, 0.8, date(2027, 3, 31)))
    return replace(released, catalogue=replace(released.catalogue, iati=PLAN))


def xml(house, how=Disaggregation.INDICATORS, country=None):
    plan = replace(PLAN, disaggregation=how)
    house = replace(house, catalogue=replace(house.catalogue, iati=plan))
    return etree.fromstring(results_framework.written(FUNDER, house, country, "en", ".xml"))


@pytest.mark.parametrize("how", list(Disaggregation))
@pytest.mark.parametrize("country", [None, "MD"])
def test_an_iati_file_has_everything_in_its_order(aimed, how, country):
    found = xml(aimed, how, country)

    assert SCHEMA.validate(found), SCHEMA.error_log


def test_each_group_is_an_indicator_of_its_own_where_that_is_asked_for(aimed):
    titles = xml(aimed).xpath("//indicator/title/narrative[@xml:lang='en']/text()")

    assert {"Secure home", "Secure home: Moldova", "Secure home: Woman or girl", "People who returned"} <= set(titles)
    assert xml(aimed).xpath("//dimension") == []


def test_or_each_group_is_a_dimension(aimed):
    found = xml(aimed, Disaggregation.DIMENSIONS)
    titles = found.xpath("//indicator/title/narrative[@xml:lang='en']/text()")
    (secure,) = [each for each in found.iter("indicator") if each.findtext("title/narrative") == "Secure home"]

    assert len(titles) == len(set(titles))
    assert {"Moldova", "Woman or girl"} <= set(secure.xpath(".//dimension/@value"))


def test_what_is_withheld_has_no_value_at_all(aimed):
    respect = [
        each for each in xml(aimed).iter("indicator") if each.findtext("title/narrative") == "Treated with respect"
    ]

    assert len(respect) == 1
    assert respect[0].xpath(".//actual") == []


def test_baseline_and_target_stand_with_the_whole(aimed):
    (secure,) = [each for each in xml(aimed).iter("indicator") if each.findtext("title/narrative") == "Secure home"]

    assert secure.find("baseline").attrib == {"year": "2026", "iso-date": "2026-06-01", "value": "30"}
    assert secure.xpath("period[target]/target/@value") == ["80"]
    assert secure.xpath("period[target]/period-end/@iso-date") == ["2027-03-31"]
    assert secure.xpath("period[actual]/period-end/@iso-date") == ["2026-03-31"]


def test_without_a_publisher_no_file_is_written(released):
    with pytest.raises(Refusal) as refused:
        results_framework.written(FUNDER, released, None, "en", ".xml")
    assert refused.value.reason == "iati_not_declared"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_workbook_has_one_row_an_indicator_and_one_a_group(aimed, language):
    book = load_workbook(io.BytesIO(results_framework.written(FUNDER, aimed, None, language, ".xlsx")))
    whole, parts, about = book.worksheets
    (secure,) = [
        row for row in whole.iter_rows(min_row=2, values_only=True) if row[1] in ("Secure home", "Logement sûr")
    ]

    assert secure[4:9] == (30, "2026-06-01", None, 80, "2027-03-31")
    assert secure[9] == pytest.approx(79.2)
    assert "Moldova" in {row[5] for row in parts.iter_rows(min_row=2, values_only=True)} or language == "fr"
    assert [c for row in about.iter_rows(values_only=True) for c in row if c in ("Release", "Publication")]


def test_a_country_without_groups_has_a_framework_too(aimed):
    book = load_workbook(io.BytesIO(results_framework.written(FUNDER, aimed, "MD", "en", ".xlsx")))

    assert book.worksheets[0].max_row > 5
    assert book.worksheets[1].max_row == 1
