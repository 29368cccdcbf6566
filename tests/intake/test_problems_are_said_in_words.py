"""Every problem of a workbook has its sentences, and they can be said from what a problem carries."""

import ast
import re

import pytest
from office_workbooks import checked, good, written

from monitoring.intake.gate.choice import IN_ANSWERS, LEAVES_OUT, SAID_HARMLESS, WITHOUT_QUESTION
from monitoring.intake.zipped_tables import OTHER_FILES
from monitoring.settings import ROOT
from monitoring.words import has, say
from monitoring.words.problem_text import fix, message, title

INTAKE = ROOT / "src" / "monitoring" / "intake"
PARTS = ("title", "says", "fix")


def codes_of_the_intake():
    """Every code that the intake's own source names, read from its calls."""
    code = re.compile(r"[a-z]+(_[a-z]+)+")
    names = {"Refused", "Problem", "Unread", "Trial", "found", "problem"}
    for path in INTAKE.glob("*.py"):
        for call in (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)):
            name = getattr(call.func, "id", None) or getattr(call.func, "attr", None)
            first = call.args[0] if call.args else None
            if name in names and isinstance(first, ast.Constant) and code.fullmatch(str(first.value)):
                yield str(first.value)


@pytest.fixture
def codes(catalogue):
    of_forms = {rule.code for form in catalogue.forms.values() for rule in form.rules}
    of_tables = {
        "macros", "error_cell", "formula_without_value", "required_answer", "not_on_list", "password_protected",
        "old_excel_file", "unknown_survivor", "unknown_provider", "unknown_code", "answers_without_interview",
        "external_links", "data_connections", OTHER_FILES,
    }  # fmt: skip
    of_gate = {
        IN_ANSWERS,
        SAID_HARMLESS,
        WITHOUT_QUESTION,
        *LEAVES_OUT,
        *(code.replace("identifying", "left_out") for code in LEAVES_OUT),
    }
    return {*codes_of_the_intake(), *of_forms, *of_tables, *of_gate}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_code_has_a_title_a_sentence_and_a_remedy(codes, language):
    keys = [f"problems.{code}.{part}" for code in sorted(codes) for part in PARTS]

    assert len(codes) > 45
    assert [key for key in keys if not has(key, language)] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_sentence_is_left_over(codes, language):
    words = (ROOT / f"src/monitoring/words/{language}/problems.toml").read_text(encoding="utf-8")

    assert set(re.findall(r"^\[(\w+)\]$", words, re.MULTILINE)) == codes


def test_a_sentence_names_the_question_what_is_allowed_and_what_to_do(catalogue):
    sheets = good(catalogue)
    sheets["survivors"][0]["gender"] = "womann"
    (problem,) = checked(catalogue, written(sheets)).problems

    assert title(problem, 1) == "Not on the list"
    assert message(problem) == "“Gender” holds something that is not among its answers."
    assert fix(problem).startswith("Choose one of: Woman or girl; Man or boy; ")


def test_facts_are_in_the_language_of_the_check(catalogue):
    sheets = good(catalogue)
    sheets["survivors"][0]["gender"] = "?"
    sheets["follow_ups"][0]["who5_1"] = 9
    problems = checked(catalogue, written(sheets), language="fr").problems
    facts = {each.column: dict(each.facts) for each in problems}

    assert (facts["gender"]["label"], facts["who5_1"]["range"]) == ("Genre", "de 0 à 5")


def test_long_lists_are_cut_short(catalogue):
    sheets = good(catalogue)
    sheets["survivors"][0]["country_of_exploitation"] = "?"
    (problem,) = checked(catalogue, written(sheets)).problems

    assert dict(problem.facts)["allowed"].endswith("; … (+241)")
    assert say("problems.unknown_survivor.fix") == "Add the person to the sheet of survivors, or correct the code."
