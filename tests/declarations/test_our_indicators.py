"""What our indicators promise."""

import re

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.indicator import Direction, Kind, Of

HARM = {
    "owes_trafficker",
    "trafficker_contact",
    "hurt_at_home",
    "exploited_again",
    "disclosure_answered",
    "re_trafficked",
    "re_trafficked_suspected",
}
SAFE_BREAKDOWNS = {"country", "provider", "round", "pooled_round", "quarter"}


def test_every_indicator_has_two_worked_examples(catalogue: Catalogue) -> None:
    assert [each.id for each in catalogue.indicators.values() if len(each.examples) < 2] == []


def test_every_example_says_who_its_people_are_and_what_comes_out(catalogue: Catalogue) -> None:
    wanting = [
        (indicator.id, example.says)
        for indicator in catalogue.indicators.values()
        for example in indicator.examples
        if not all("survivor_id" in row for row in example.rows)
        or (example.numerator is None and example.denominator != 0)
        or (indicator.kind is not Kind.COUNT and example.denominator is None)
    ]

    assert wanting == []


def test_harm_is_never_broken_down_by_who_people_are(catalogue: Catalogue) -> None:
    limited = {id_: catalogue.indicators[id_].break_down_by for id_ in HARM}
    unsafe = [id_ for id_, by in limited.items() if by is None or set(by) - SAFE_BREAKDOWNS]

    assert unsafe == []


def test_harm_is_never_narrowed_to_who_people_are(catalogue: Catalogue) -> None:
    narrowed = {id_: catalogue.indicators[id_].filter_by for id_ in HARM}
    unsafe = [
        id_
        for id_, by in narrowed.items()
        if by is None or set(by) - {"country", "round", "quarter_from", "quarter_to"}
    ]

    assert unsafe == []


def test_only_re_trafficking_is_harm_by_provider_and_only_for_managers_and_the_provider(catalogue: Catalogue) -> None:
    by_provider = {
        id_: catalogue.indicators[id_].roles_by_provider
        for id_ in HARM
        if "provider" in (catalogue.indicators[id_].break_down_by or ())
    }

    assert by_provider == {"re_trafficked": ("programme_manager", "provider")}


def test_disclosed_harm_is_watched_and_never_meant_to_fall(catalogue: Catalogue) -> None:
    disclosed = HARM - {"disclosure_answered"}

    assert {catalogue.indicators[id_].direction for id_ in disclosed} == {Direction.WATCH}


def test_one_indicator_stands_for_each_of_the_five_domains(catalogue: Catalogue) -> None:
    headlines = {each.domain: each.id for each in catalogue.indicators.values() if each.headline}

    assert headlines == {
        "housing": "housing_secure",
        "income": "income_covers_needs",
        "stigma": "stigma_low",
        "wellbeing": "wellbeing_low",
        "safety": "feels_safe",
    }


def test_a_share_counts_only_those_who_answered(catalogue: Catalogue) -> None:
    open_ended = [
        each.id
        for each in catalogue.indicators.values()
        if each.kind is not Kind.COUNT and each.of is not Of.SURVIVOR and each.denominator == "true"
    ]

    assert open_ended == []


def test_findings_and_labels_read_on_without_a_full_stop(catalogue: Catalogue) -> None:
    stopped = [
        each.id
        for each in catalogue.indicators.values()
        for words in (*each.label.values(), *each.finding.values())
        if re.search(r"[.!?]$", words)
    ]

    assert stopped == []
