"""`check` tells its verdict first, then problems by cause, in the office's language, and asks once what is open."""

import pytest

from monitoring.settings import ROOT

BROKEN = ROOT / "sample_data" / "broken"


def test_the_verdict_comes_first_and_a_cause_is_told_once_with_its_cells(run):
    said = run("check", BROKEN / "not_on_list.xlsx")
    verdict, cause, what, cells, *not_checked = said.out.splitlines()

    assert said.status == 1
    assert verdict == "not_on_list.xlsx: 51 of 52 rows are ready; to mend: 1. Nothing was handed in."
    assert cause.startswith("  To mend: Not on the list · sheet follow_ups, column ")
    assert "Choose one of: " in what
    assert cells.endswith(": Did you mean Rented home (rented)?")
    assert not_checked[0] == "Not checked, for want of earlier hand-ins:"


def test_a_check_is_told_in_french(run):
    told = run("check", BROKEN / "not_on_list.xlsx", "--language", "fr").out
    (problem,) = run("check", BROKEN / "not_on_list.xlsx", "--language", "fr", "--json").document["problems"]

    assert told.startswith("not_on_list.xlsx : 51 lignes sur 52 sont prêtes")
    assert "À corriger : Pas dans la liste · feuille follow_ups, colonne " in told
    assert problem["message"].startswith("« ")
    assert problem["fix"].endswith("Vouliez-vous dire Logement loué (rented) ?")
    assert (problem["code"], problem["level"], problem["column"]) == ("not_on_list", "error", "housing_type")


@pytest.mark.parametrize(
    ("file", "option", "answers"),
    [
        ("unclear_date.xlsx", "--dates", {"day-first": "ready", "month-first": "ready"}),
        ("unclear_number.xlsx", "--decimals", {"point": "ready", "comma": "needs_fixing"}),
    ],
)
def test_what_a_file_leaves_open_is_asked_once_and_told_by_an_option(run, file, option, answers):
    unanswered = run("check", BROKEN / file)
    answered = {word: run("check", BROKEN / file, option, word, "--json").document["verdict"] for word in answers}

    assert (unanswered.status, unanswered.out.count("Asked once")) == (1, 1)
    assert option in unanswered.out
    assert answered == answers


def test_a_habit_that_nobody_has_is_wrong_usage(run):
    assert run("check", BROKEN / "unclear_date.xlsx", "--dates", "year-first").status == 2
    assert run("check", BROKEN / "unclear_date.xlsx", "--language", "xx").status == 2


def test_hints_at_a_code_print_none(run):
    said = run("check", BROKEN / "look_alike_letters.xlsx", BROKEN / "unknown_survivor.xlsx")

    assert "In Latin letters it is the code of row " in said.out
    assert "MD-" not in said.out


def test_a_workbook_is_handed_in_as_its_office_writes(run):
    assert run("people", "add", "Mina", "--role", "programme_manager").status == 0
    said = run("load", BROKEN / "unclear_date.xlsx", "--as", "Mina", "--dates", "day-first", "--language", "fr")

    assert said.status == 0
    assert said.out.startswith("unclear_date.xlsx : remis sous le numéro 1. ")
