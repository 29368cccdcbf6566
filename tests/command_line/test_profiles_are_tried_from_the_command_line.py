"""`check --profile` gives the documented shape with a profile beside it, in both forms, and stores nothing."""

import pytest
from openpyxl import Workbook

from monitoring.settings import ROOT

GOOD = ROOT / "sample_data" / "good"
ITEMS = """[[item]]
id = "threats"
domain = "safety"
names = ["threats"]
label = { en = "Threats", fr = "Menaces" }

[[item]]
id = "abuse"
domain = "safety"
names = ["abuse"]
label = { en = "Abuse", fr = "Violences" }
"""


def written(path, *lines):
    book = Workbook()
    for line in lines:
        book.active.append(line)
    book.save(path)
    return path


@pytest.fixture
def scored(tmp_path):
    """Four RSS scores of two people, one of whom has none."""
    names = ["economic_reintegration_score", "social_reintegration_score", "psychosocial_score", "composite_score"]
    return written(tmp_path / "scores.xlsx", names, [0.5, 0.25, 1, 0.6], [0.7, None, "dont_know", 0.5])


def test_the_document_has_the_same_shape_and_a_profile(run, scored):
    said = run("check", scored, "--profile", "rss", "--json")
    document = said.document

    assert (said.status, said.err) == (0, "")
    assert set(document) == {
        "verdict",
        "file",
        "sheets",
        "problems",
        "submission",
        "changes",
        "profile",
        "left_out",
        "not_checked",
    }
    assert document["sheets"] == [{"sheet": "Sheet", "form": None, "rows": 2, "ready": 2}]
    assert [(each["name"], each["answered"], each["mean"]) for each in document["profile"]["summaries"]] == [
        ("economic_reintegration_score", 2, 0.6),
        ("social_reintegration_score", 1, 0.25),
        ("psychosocial_score", 1, 1.0),
        ("composite_score", 2, 0.55),
    ]
    assert [each["onto"] for each in document["profile"]["mapped"]] == [
        each["name"] for each in document["profile"]["summaries"]
    ]


def test_several_files_print_a_list_and_a_bad_one_fails_the_whole(run, scored):
    said = run("check", scored, GOOD / "moldova.xlsx", "--profile", "rss", "--json")

    assert said.status == 1
    assert [(one["verdict"], one["profile"] is None) for one in said.document["files"]] == [
        ("ready", False),
        ("refused", True),
    ]


def test_an_office_brings_its_sub_domains_and_sees_the_lowest_beside_the_mean(run, folder, tmp_path):
    beside = folder / "data" / "profiles"
    beside.mkdir(parents=True, exist_ok=True)
    (beside / "aso.toml").write_text(ITEMS, encoding="utf-8")
    path = written(tmp_path / "aso.xlsx", ["abuse", "threats"], [4, 1], [4, 3])
    said = run("check", path, "--profile", "aso")

    assert said.status == 0
    assert "Safety (1 to 4, higher is better): mean 3.00, n = 2 of 2." in said.out
    assert "lowest: Threats, mean 2.00, n = 2" in said.out
    assert "people by their lowest sub-domain: 1: 1, 3: 1" in said.out
    assert "never stored" in said.out


def test_a_mistake_in_the_offices_own_file_is_refused_and_definitions_check_names_it(run, folder, tmp_path):
    beside = folder / "data" / "profiles"
    beside.mkdir(parents=True, exist_ok=True)
    (beside / "aso.toml").write_text(ITEMS.replace('"safety"', '"safty"', 1), encoding="utf-8")
    path = written(tmp_path / "aso.xlsx", ["abuse", "threats"], [4, 1])
    tried, checked = run("check", path, "--profile", "aso"), run("definitions", "check", "--json")
    (beside / "aso.toml").unlink()

    assert (tried.status, tried.out) == (2, "")
    assert ("unknown_score_domain", "profiles/aso.toml of the data folder") in [
        (each["code"], each["file"]) for each in checked.document["problems"]
    ]


def test_an_unknown_profile_is_refused_with_those_there_are(run, scored):
    said = run("check", scored, "--profile", "htcd")

    assert (said.status, said.out) == (2, "")
    assert said.err.strip() == "There is no profile htcd. Choose one of: aso, ctdc, htcds, rss."


def test_what_stands_in_a_cell_is_never_printed(run, tmp_path):
    heading = ["con_Consent", "prs_Gender", "prs_FirstName", "cas_Status", "vic_TypeOfExploitation", "Zqxmarker"]
    path = written(tmp_path / "planted.xlsx", heading, *(["Zqxmarker"] * 6,) * 3)
    plain, document = run("check", path, "--profile", "htcds"), run("check", path, "--profile", "htcds", "--json")

    assert (plain.status, document.status) == (1, 1)
    assert "zqx" not in (plain.out + plain.err + document.out + document.err).casefold()


def test_a_profile_is_told_in_french(run, scored):
    said = run("check", scored, "--profile", "rss", "--language", "fr")

    assert said.status == 0
    assert ": lu comme " in said.out
    assert " lignes remplies. Les scores d'un autre instrument" in said.out


def test_the_order_of_dates_is_asked_once_and_can_be_told(run, tmp_path):
    """A birth date that can be read in two ways is no age until somebody says how the file writes dates."""
    headings = ["con_Consent", "prs_Gender", "prs_Birthdate", "return_date", "survivor_id"]
    lines = [headings, ["TRUE", "Feminine", "03/04/1999", "05/06/2025", "MD-0001"]]
    file = written(tmp_path / "theirs.xlsx", *lines)
    open_, told = (run("check", file, "--profile", "htcds", *more) for more in ([], ["--dates", "day-first"]))

    assert "--dates day-first" in open_.out
    assert "--dates day-first" not in told.out
