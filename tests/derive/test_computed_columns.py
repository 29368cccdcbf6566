"""Computed columns in every way there is, through the real store: what is missing stays missing."""

from dataclasses import replace
from datetime import date

import pytest

from monitoring.derive.query import figures_queries
from monitoring.derive.relations import Sources
from monitoring.domain.derived import Derived, Take
from monitoring.domain.figures import FigureRequest
from monitoring.domain.indicator import Kind
from monitoring.store.scratch import Scratch

WORDS = {"en": "A column", "fr": "Une colonne"}
PERSON = {"country": "MD", "return_date": date(2024, 1, 1), "consent_record": "given", "age_band": "18-29"}
SERVICES = [
    {"service_type": "health", "referred_on": date(2024, 2, 1), "started_on": date(2024, 2, 10)},
    {"service_type": "legal", "referred_on": date(2024, 3, 1), "started_on": date(2024, 3, 5)},
    {"service_type": "housing", "referred_on": date(2024, 4, 1)},
]


def values(catalogue, derived, people, **forms):
    """The column's value of each person, in order; only those who have one."""
    survivors = catalogue.forms["survivors"]
    indicator = replace(
        catalogue.indicators["first_contact_days"],
        kind=Kind.MEDIAN,
        numerator=f"case when {derived.name} is not null then {derived.name} end",
        denominator="true",
    )
    changed = replace(
        catalogue,
        forms={**catalogue.forms, "survivors": replace(survivors, derived=(*survivors.derived, derived))},
        indicators={indicator.id: indicator},
    )
    with Scratch(changed) as scratch:
        scratch.fill({"survivors": [{**PERSON, **each} for each in people], **forms})
        (query,) = figures_queries(changed, FigureRequest((indicator.id,)), date(2026, 1, 1), Sources())
        (row,) = scratch.counts(query)
    return row[f"{indicator.id}__values"]


def of_services(take, where, column=None):
    return Derived("found", WORDS, from_form="services", where=where, take=take, column=column)


@pytest.mark.parametrize(
    ("derived", "expected"),
    [
        (of_services(Take.COUNT, "services__started_on is not null"), [0, 2]),
        (of_services(Take.ANY, "services__service_type = 'legal'"), [False, True]),
        (of_services(Take.FIRST, "true", "started_on"), [date(2024, 2, 10)]),
        (of_services(Take.LAST, "services__referred_on > return_date", "referred_on"), [date(2024, 4, 1)]),
    ],
)
def test_rows_of_another_form_are_those_of_the_same_person(catalogue, derived, expected):
    rows = [{"country": "MD", "survivor_id": "MD-1", **each} for each in SERVICES]
    people = [{"survivor_id": "MD-1"}, {"survivor_id": "MD-2"}]

    assert values(catalogue, derived, people, services=rows) == expected


def test_a_column_may_be_made_of_others_that_are_declared_after_it(catalogue):
    both = Derived("twice", WORDS, expression="case when reviewed_on_arrival then 2 else 0 end")
    reviews = [{"country": "MD", "survivor_id": "MD-1", "stage": "arrival", "reviewed_on": date(2024, 1, 2)}]

    assert values(catalogue, both, [{"survivor_id": "MD-1"}], plan_reviews=reviews) == [2]


def test_a_mean_of_several_kinds_of_answers_needs_its_share_of_them(catalogue):
    asked = ("informed_choice", "legal_advice", "risk_plan", "contact_before_departure", "exploitation_types")
    mean = Derived("prepared", WORDS, mean_of=asked, answered_share=0.8)
    whole = {"informed_choice": True, "legal_advice": False, "risk_plan": True, "contact_before_departure": True}
    kinds = len(catalogue.question("survivors", "exploitation_types").choices.codes)
    people = [
        {"survivor_id": "MD-1", **whole},
        {"survivor_id": "MD-2", **whole, "risk_plan": None},
        {"survivor_id": "MD-3", **whole, "exploitation_types": "ForcedLabour"},
    ]

    assert values(catalogue, mean, people) == pytest.approx([(3 + 1 / kinds) / 5, 0.75])


def test_where_its_condition_does_not_hold_there_is_no_value(catalogue):
    one = Derived("one", WORDS, expression="1", only_if="age_band in ('18-29')")

    assert values(catalogue, one, [{"survivor_id": "MD-1"}, {"survivor_id": "MD-2", "age_band": "9-17"}]) == [1]
