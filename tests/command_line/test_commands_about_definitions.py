"""`explain`, `codebook` and `definitions`: what they print, what they write, how they end."""

from shutil import copytree
from xml.etree.ElementTree import parse

import openpyxl
import pytest

from monitoring.settings import ROOT

GOOD = ROOT / "sample_data" / "good"


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    """Our declarations, but that a shelter counts as a secure home."""
    folder = tmp_path_factory.mktemp("other") / "indicators"
    copytree(ROOT / "indicators", folder)
    path = folder / "housing" / "housing_secure.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("in ('own',", "in ('shelter', 'own',"), encoding="utf-8")
    return folder


def test_check_says_how_complete_each_language_is(run):
    said = run("definitions", "check", "--json")

    assert said.status == 0, said.out
    assert said.document["problems"] == []
    assert said.document["languages"] == {"en": said.document["texts"], "fr": said.document["texts"]}


def test_explain_follows_each_example_through_the_statement(run):
    said = run("explain", "housing_secure", "--json")
    steps = [step["step"] for step in said.document["examples"][0]["steps"]]

    assert said.status == 0
    assert (steps[0], steps[-1]) == ("standing_survivors", "counted")
    assert said.document["sql"].startswith("-- one row per group")


def test_explain_refuses_what_is_not_declared(run):
    said = run("explain", "nothing")

    assert (said.status, said.out) == (2, "")
    assert "nothing" in said.err


def test_the_codebook_takes_its_shape_from_the_files_ending(run, tmp_path):
    for ending in ("html", "xlsx", "xml"):
        assert run("codebook", "--out", tmp_path / f"codebook.{ending}", "--language", "fr").status == 0

    assert '<html lang="fr">' in (tmp_path / "codebook.html").read_text(encoding="utf-8")
    assert openpyxl.load_workbook(tmp_path / "codebook.xlsx").sheetnames[-1] == "MSCOS"
    assert parse(tmp_path / "codebook.xml").getroot().tag == "{ddi:codebook:2_5}codeBook"
    assert run("codebook", "--out", tmp_path / "codebook.pdf").status == 2
    assert run("codebook", "--out", tmp_path / "codebook.html", "--language", "xx").status == 2


def test_compare_says_what_differs_without_any_data(run, changed):
    said = run("definitions", "compare", ROOT / "indicators", changed, "--json")
    (only,) = said.document["changed"]

    assert said.status == 0
    assert (only["indicator"], [each["part"] for each in only["differences"]]) == ("housing_secure", ["numerator"])
    assert only["figures"] == []


def test_compare_shows_how_past_figures_move(run, changed):
    assert run("people", "add", "Mina", "--role", "programme_manager").status == 0
    assert run("load", GOOD / "tunisia.xlsx", "--as", "Mina").status == 0
    said = run("definitions", "compare", ROOT / "indicators", changed, "--as", "Mina", "--json")
    (figure,) = said.document["changed"][0]["figures"]
    (now,) = run("figures", "--indicator", "housing_secure", "--by", "country", "--as", "Mina", "--json").document[
        "figures"
    ]
    in_words = run("definitions", "compare", ROOT / "indicators", changed, "--as", "Mina")

    assert (figure["country"], figure["old"]["numerator"]) == ("TN", now["numerator"])
    assert figure["new"]["numerator"] > figure["old"]["numerator"]
    assert figure["new"]["denominator"] == figure["old"]["denominator"]
    assert "housing_secure, version 1 to 1" in in_words.out


def test_compare_refuses_a_folder_that_holds_no_declarations(run, tmp_path):
    assert run("definitions", "compare", ROOT / "indicators", tmp_path).status == 2


def test_compare_says_what_is_wrong_in_a_folder_it_cannot_read(run, changed, tmp_path):
    broken = copytree(changed, tmp_path / "indicators")
    (broken / "missing.toml").unlink()
    said = run("definitions", "compare", ROOT / "indicators", broken)

    assert said.status == 1
    assert str(broken) in said.err
    assert "missing.toml" in said.out
