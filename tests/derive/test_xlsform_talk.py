"""The form leads a worker through a talk safely: agreement first, a gate before what is sensitive, stop at any time."""

import pytest
from filled_form import XForm
from xpath_in_python import evaluate

from monitoring.derive.check_character import with_check_character
from monitoring.derive.xlsform import Wishes, survey_of
from monitoring.derive.xlsform_conversion import converted
from monitoring.derive.xlsform_names import HELPER
from monitoring.derive.xlsform_workbook import xlsform_workbook

KEY = {"survivor_id": with_check_character("MD-0001"), "round": "6", "contact_date": "2025-07-10"}
MET = {**KEY, "here_met": "yes", "here_age_group": "18-29"}
AGREED = {**MET, "here_agreed": "yes", "status": "interviewed"}
OPEN = {
    **AGREED, "mode": "in_person", "private": "yes", "asker_trained": "yes", "interpreter": "none",
    "referral_path": "yes",
}  # fmt: skip
SENSITIVE = ("contact_from_trafficker", "hurt_or_afraid_at_home", "exploited_again", "owes_for_migration")


@pytest.fixture(scope="module")
def form(catalogue):
    declared = catalogue.forms["follow_ups"]
    workbook = xlsform_workbook(catalogue, declared, survey_of(catalogue, declared, Wishes()), "en")
    return XForm(converted(workbook).xform)


@pytest.fixture(scope="module")
def put(catalogue):
    """The names of all questions put to a survivor."""
    return {each.name for each in catalogue.forms["follow_ups"].questions if each.asked_of == "survivor"}


def asked(form, put, wanted):
    """Which questions put to a survivor are in reach, sensitive ones under the form's own names for them."""
    reach = form.filled(wanted).in_reach
    hidden = {name for name in SENSITIVE if f"{HELPER}{name}" not in reach}
    return (put & reach) - hidden


def test_agreement_and_setting_come_before_every_question(form, put):
    order = [node.name for node in form.nodes]
    first = min(order.index(name) for name in put)

    assert max(map(order.index, ("here_agreed", "private", "mode", "interpreter", "asker_trained"))) < first


def test_nothing_is_asked_before_the_person_agrees(form, put):
    assert asked(form, put, KEY) == set()
    assert asked(form, put, MET) == set()


def test_whoever_declines_is_asked_nothing_more_and_the_form_proposes_to_say_so(form, put):
    declined = {**MET, "here_agreed": "no"}

    assert asked(form, put, declined) == set()
    assert {"mode", "private", "minutes", "support_offered"} & form.filled(declined).in_reach == set()
    assert evaluate(form.proposals("status"), declined) == "declined_this_time"


def test_a_contact_without_a_talk_keeps_what_is_known_and_asks_nothing(form, put):
    missed = {**KEY, "here_met": "no", "status": "not_reached", "lives_in": "other_country", "move_was": "wished"}
    filled = form.filled(missed)

    assert asked(form, put, missed) == set()
    assert (filled.out_of_reach, filled.refused, filled.still_needed) == ([], [], [])


@pytest.mark.parametrize(
    ("answers", "status", "refused"),
    [
        (AGREED, "not_reached", True),
        (AGREED, "interviewed", False),
        (AGREED, "partly_interviewed", False),
        ({**MET, "here_agreed": "no"}, "interviewed", True),
        ({**KEY, "here_met": "no"}, "interviewed", True),
        ({**KEY, "here_met": "no"}, "unsafe_to_contact", False),
    ],
)
def test_what_came_of_the_contact_goes_with_what_was_noted_before(form, answers, status, refused):
    assert form.filled({**answers, "status": status}).refused == (["status"] if refused else [])


@pytest.mark.parametrize(
    "spoilt",
    [
        {"private": "no"}, {"private": ""}, {"private": "dont_know"}, {"mode": "phone"}, {"mode": ""},
        {"interpreter": "family_or_friend"}, {"asker_trained": "no"}, {"referral_path": "no"},
        {"here_age_group": "9-17", "here_guardian": "yes"},
    ],
)  # fmt: skip
def test_one_thing_amiss_with_the_setting_shuts_every_sensitive_question(form, put, spoilt):
    setting = {**OPEN, **spoilt}
    filled = form.filled(setting)

    assert set(SENSITIVE) <= asked(form, put, OPEN)
    assert not set(SENSITIVE) & asked(form, put, setting)
    assert "here_not_allowed" in filled.in_reach
    expected = "" if "here_age_group" in spoilt else "not_asked"
    assert {filled.answers.get(name, "") for name in SENSITIVE} == {expected}


def test_self_completed_or_with_a_professional_interpreter_they_may_be_put(form, put):
    assert set(SENSITIVE) <= asked(form, put, {**OPEN, "mode": "self_completed", "interpreter": "professional"})


@pytest.mark.parametrize("name", SENSITIVE)
def test_after_a_yes_comes_the_referral_and_then_what_was_done(form, name):
    yes = "recruiter_or_trafficker" if name == "owes_for_migration" else "yes"
    told = form.filled({**OPEN, f"{HELPER}{name}": yes})
    no = form.filled({**OPEN, f"{HELPER}{name}": "no"})

    notes = {f"{HELPER}{each}_referral" for each in SENSITIVE}
    assert notes & told.in_reach == {f"{HELPER}{name}_referral"}
    assert {"action_taken", "action_on"} <= told.in_reach
    assert told.answers[name] == yes
    assert not ({"action_taken", "action_on"} | notes) & no.in_reach


def test_what_was_told_is_acted_on_even_if_the_talk_stops_there(form):
    stopped = form.filled({**OPEN, "here_owes_for_migration": "recruiter_or_trafficker", "here_go_on_income": "stop"})

    assert {"action_taken", "action_on"} <= stopped.in_reach


def test_every_group_can_end_the_talk_and_what_was_answered_stays(form, put, catalogue):
    declared = catalogue.forms["follow_ups"].questions
    domains = list(dict.fromkeys(each.domain for each in declared if each.name in put))
    for at, domain in enumerate(domains):
        stopped = {**OPEN, f"{HELPER}go_on_{domain}": "stop"}
        reached = {question.domain for question in declared if question.name in asked(form, put, stopped)}
        filled = form.filled(stopped)

        assert reached == set(domains[: at + 1])
        assert filled.answers["stopped_early"] == "yes"
        assert evaluate(form.proposals("status"), stopped) == "partly_interviewed"
    assert form.filled(OPEN).answers["stopped_early"] == "no"
    assert evaluate(form.proposals("status"), OPEN) == "interviewed"


@pytest.mark.parametrize("months", ["0", "3", "6", "12", "18", "24", "36"])
def test_extended_questions_are_put_in_extended_rounds_alone(form, put, catalogue, months):
    extended = {each.name for each in catalogue.forms["follow_ups"].questions if each.name in put and not each.core}
    conditional = {"host_family_can_afford", "legal_cost"}
    reached = asked(form, put, {**OPEN, "round": months}) & extended

    assert reached == (extended - conditional if months in ("6", "12", "24", "36") else set())


def test_a_child_is_asked_only_what_is_meant_for_children_and_only_with_both_agreements(form, put, catalogue):
    child = {**OPEN, "here_age_group": "9-17"}
    adults_only = {each.name for each in catalogue.forms["follow_ups"].questions if each.who == "adults"}

    assert asked(form, put, child) == asked(form, put, {**child, "here_guardian": "no"}) == set()
    assert asked(form, put, {**child, "here_guardian": "yes"}) == asked(form, put, OPEN) - adults_only
    assert asked(form, put, {**OPEN, "here_age_group": "0-8"}) == set()


def test_a_question_that_follows_another_waits_for_its_answer(form):
    assert "work_fair" not in form.filled(OPEN).in_reach
    assert "work_fair" not in form.filled({**OPEN, "main_activity": "dont_know"}).in_reach
    assert "work_fair" in form.filled({**OPEN, "main_activity": "employed"}).in_reach
    assert "legal_cost" in form.filled({**OPEN, "help_received": "health legal"}).in_reach


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("survivor_id", KEY["survivor_id"], "MD-0001-A"),
        ("contact_date", "2026-06-01", "2026-06-02"),
        ("contact_date", "1990-01-01", "1989-12-31"),
        ("minutes", "600", "601"),
        ("basics_met", "none", "none toilet"),
        ("help_needed", "health legal", "health dont_know"),
    ],
)
def test_an_answer_outside_its_limits_is_refused(form, name, good, bad):
    assert form.filled({**OPEN, name: good}).refused == []
    assert form.filled({**OPEN, name: bad}).refused == [name]


def test_priorities_are_named_one_by_one_and_each_once(form):
    first = {**OPEN, "here_priorities_1": "work"}

    assert form.filled({**first, "here_priorities_2": "family"}).answers["priorities"] == "work family"
    assert form.filled({**first, "here_priorities_2": "work"}).refused == ["here_priorities_2"]
    unsaid = form.filled({**OPEN, "here_priorities_1": "prefer_not_to_say", "here_priorities_2": "work"})
    assert (unsaid.answers["priorities"], unsaid.out_of_reach) == ("prefer_not_to_say", ["here_priorities_2"])
