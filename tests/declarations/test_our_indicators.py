"""What our indicators promise."""

import re

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.indicator import Direction, Example, Indicator, Kind, Of
from monitoring.settings import ROOT

HARM = {
    "owes_trafficker",
    "trafficker_contact",
    "hurt_at_home",
    "exploited_again",
    "disclosure_answered",
    "re_trafficked",
    "re_trafficked_suspected",
    "safety_concern",
    "prefer_not_to_say_exploited_again",
}
SAFE_BREAKDOWNS = {"country", "provider", "round", "pooled_round", "quarter"}


def test_every_indicator_has_two_worked_examples(catalogue: Catalogue) -> None:
    assert [each.id for each in catalogue.indicators.values() if len(each.examples) < 2] == []


def test_every_example_says_who_its_people_are_and_what_comes_out(catalogue: Catalogue) -> None:
    wanting = [
        (indicator.id, example.says)
        for indicator in catalogue.indicators.values()
        for example in indicator.examples
        if not all("survivor_id" in row or indicator.of is Of.SESSION for row in example.rows)
        or (_counted(indicator, example) is None and example.denominator != 0)
        or (indicator.kind is not Kind.COUNT and example.denominator is None)
    ]

    assert wanting == []


def _counted(indicator: Indicator, example: Example) -> float | None:
    """A median has no numerator: its value is what comes out."""
    return example.value if indicator.kind is Kind.MEDIAN else example.numerator


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


TABLE = re.findall(
    r"\w+",
    """
people_returned people_supported services_started agreed_to_contact voluntary_return home_since_return_better
home_since_return_same home_since_return_worse income_since_return_better income_since_return_same
income_since_return_worse safety_since_return_better safety_since_return_same safety_since_return_worse
wellbeing_since_return_better wellbeing_since_return_same wellbeing_since_return_worse
housing_secure housing_basics housing_standard housing_safe
free_to_come_and_go housing_unstable host_family_strained income_working_fairly income_covers_needs
income_regular food_cut emergency_money debt_heavy owes_trafficker training_completed stigma_low
discrimination belonging family_conflict wellbeing_who5 wellbeing_low own_goal trafficker_contact hurt_at_home
exploited_again disclosure_answered feels_safe safety_plan knows_help re_trafficked re_trafficked_suspected
support_consistent support_will_continue respect say_in_plan can_complain help_gap help_gap_health
help_gap_counselling help_gap_legal help_gap_learning help_gap_documents help_gap_housing help_gap_income
help_gap_safety help_gap_childcare help_gap_family help_gap_other medical_access learning_access
counselling_access legal_access legal_free documents priority_met better_by_own_account same_by_own_account
worse_by_own_account risk_assessed risk_assessed_jointly risk_plan risk_plan_reviewed informed_choice
legal_advice_before contact_named plan_in_30_days first_contact_days medical_arranged assistance_mix
cash_risk_considered referral_started referral_days referral_not_started_waiting
referral_not_started_refused_by_survivor referral_not_started_not_available referral_not_started_not_eligible
referral_not_started_too_costly referral_not_started_project_ended attempted reached interviewed
closed_by_project_end completeness housing_score income_score stigma_score wellbeing_score safety_score
safety_concern domains_in_high_need domains_scored community_housing community_jobs community_services
community_acceptance community_safety community_justice
voluntary_return agreed_to_contact assistance_cash assistance_in_kind assistance_mixed assistance_none
risk_plan_reviewed_pre_departure
risk_plan_reviewed_travel risk_plan_reviewed_arrival risk_plan_reviewed_post_return help_all_met help_met_health
help_met_counselling help_met_legal help_met_learning help_met_documents help_met_housing help_met_income
help_met_safety help_met_childcare help_met_family help_met_other respect_asked_by_lead_worker
respect_asked_by_other_staff respect_asked_by_independent say_in_plan_asked_by_lead_worker
say_in_plan_asked_by_other_staff say_in_plan_asked_by_independent can_complain_asked_by_lead_worker
can_complain_asked_by_other_staff can_complain_asked_by_independent first_priority_housing first_priority_work
first_priority_health first_priority_peace_of_mind first_priority_family first_priority_children
first_priority_safety first_priority_justice first_priority_learning first_priority_belonging first_priority_faith
first_priority_other helped_individual helped_household_family helped_community helped_structural
hindered_individual hindered_household_family hindered_community hindered_structural
""",
)


def test_every_indicator_we_promise_is_there_and_none_besides(catalogue: Catalogue) -> None:
    asked = [each for each in catalogue.forms["follow_ups"].questions if each.asked_of == "survivor"]
    declined = {f"prefer_not_to_say_{question.name}" for question in asked}

    assert set(catalogue.indicators) == {*TABLE, *declined}


def test_levels_of_what_helped_hold_the_factors_of_the_list(catalogue: Catalogue) -> None:
    factors = catalogue.choices["factors"].choices
    for kind in ("helped", "hindered"):
        for level in catalogue.choices["factor_levels"].codes:
            declared = re.findall(rf"{kind}_most__(\w+)", catalogue.indicators[f"{kind}_{level}"].numerator)

            assert declared == [factor.code for factor in factors if factor.level == level]


def test_every_indicator_belongs_to_a_domain_of_the_long_list(catalogue: Catalogue) -> None:
    assert [each.id for each in catalogue.indicators.values() if each.long_list not in catalogue.long_list] == []


def test_no_cut_off_is_written_into_an_expression(catalogue: Catalogue) -> None:
    """Bands, thresholds and spans of days stand in scores.toml alone: the files name them in braces."""
    spelt = {f"{limit.value:g}" for limit in catalogue.limits.values()} - {"10", "0.25"}
    texts = [path.read_text("utf-8") for path in (ROOT / "indicators").glob("*/*.toml")]
    expressions = re.compile(r"(numerator|denominator|where) = \"")
    lines = [re.sub(r"'\d+-\d+'", "", line) for text in texts for line in text.splitlines() if expressions.match(line)]

    assert len(lines) > 100
    assert [line for line in lines if re.search(rf"(?<![\w.])({'|'.join(map(re.escape, spelt))})(?![\w.])", line)] == []


def test_the_bands_are_said_to_be_ours_and_what_is_borrowed_says_from_where(catalogue: Catalogue) -> None:
    ours = {name: limit.ours for name, limit in catalogue.limits.items()}

    assert (ours["high_need_below"], ours["low_need_from"], ours["measurable_change"]) == (True, True, False)
    assert "that staff rate, not survivors" in catalogue.limits["measurable_change"].source["en"]
    assert [name for name, limit in catalogue.limits.items() if not limit.source.get("fr")] == []
