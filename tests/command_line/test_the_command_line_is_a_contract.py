"""Scripts outside the repository call the command: its words, its documents and its exit statuses hold."""

import csv
import io
import subprocess
import sys

import pytest

from monitoring.settings import ROOT

GOOD, BROKEN = ROOT / "sample_data" / "good", ROOT / "sample_data" / "broken"
COLUMNS = [
    "country",
    "round",
    "indicator",
    "value",
    "numerator",
    "denominator",
    "low",
    "high",
    "due",
    "interviewed",
    "answered",
    "withheld",
]


@pytest.fixture(scope="module")
def loaded(run):
    """Two people, and Moldova's and Tunisia's workbooks handed in by one of them."""
    assert run("people", "add", "Mina", "--role", "programme_manager").status == 0
    assert run("people", "add", "Noor", "--role", "programme_manager").status == 0
    assert run("people", "add", "Fund", "--role", "funder").status == 0
    said = run("load", GOOD / "moldova.xlsx", GOOD / "tunisia.xlsx", "--as", "Mina", "--json")
    assert said.status == 0, said.err
    return said.document["files"]


def test_load_gives_a_document_for_each_file(loaded):
    assert [(one["verdict"], one["file"], one["submission"]) for one in loaded] == [
        ("ready", "moldova.xlsx", 1),
        ("ready", "tunisia.xlsx", 2),
    ]
    assert set(loaded[0]) == {
        "verdict", "file", "sheets", "problems", "submission", "changes", "left_out", "not_checked"
    }  # fmt: skip
    assert [one["not_checked"] for one in loaded] == [[], []]
    assert loaded[0]["changes"]["new"] == sum(sheet["rows"] for sheet in loaded[0]["sheets"])


@pytest.mark.usefixtures("loaded")
def test_figures_are_csv_with_every_number(run):
    said = run("figures", "--indicator", "housing_secure", "--by", "country,round", "--as", "Mina")
    rows = list(csv.DictReader(io.StringIO(said.out)))

    assert said.status == 0
    assert list(rows[0]) == COLUMNS
    assert [row["round"] for row in rows if row["country"] == "MD"] == ["0", "3", "6", "12", "18", "24"]
    for row in rows:
        assert int(row["numerator"]) <= int(row["denominator"]) <= int(row["interviewed"]) <= int(row["due"])
        assert float(row["low"]) <= float(row["value"]) <= float(row["high"])


@pytest.mark.usefixtures("loaded")
def test_a_funder_waits_for_a_release_and_is_told_so(run):
    asked = run("figures", "--indicator", "housing_secure", "--by", "country,round", "--as", "Fund", "--json")

    assert (asked.status, "no approved release yet" in asked.err) == (2, True)
    assert run("release", "list", "--as", "Fund", "--json").document == {"releases": []}
    assert "accept 1" in run("release", "build", "--as", "Mina").err
    assert run("figures", "--indicator", "housing_secure", "--view", "programme", "--as", "Fund").status == 2


@pytest.mark.usefixtures("loaded")
def test_undo_accept_and_send_back_follow_the_rules(run):
    assert run("accept", 1, "--as", "Mina").status == 2
    assert run("accept", 1, "--as", "Noor", "--json").document["status"] == "accepted"
    assert run("undo", 1, "--as", "Mina", "--reason", "late thought").status == 2
    assert run("send-back", 2, "--as", "Noor", "--reason", "round 12 is missing").status == 0

    listed = run("submissions", "--as", "Mina", "--json").document["submissions"]

    assert [(one["id"], one["status"], one["reason"]) for one in listed] == [
        (2, "sent_back", "round 12 is missing"),
        (1, "accepted", None),
    ]


def test_check_finds_problems_and_says_so_by_its_status(run):
    said = run("check", BROKEN / "date_in_future.xlsx", "--json")

    assert said.status == 1
    assert said.document["verdict"] == "needs_fixing"
    assert {problem["code"] for problem in said.document["problems"]} == {"date_in_future"}
    assert said.document["changes"] is said.document["submission"] is None


def test_a_file_that_is_no_workbook_is_refused_in_one_sentence(run, tmp_path):
    path = tmp_path / "notes.xlsx"
    path.write_text("no workbook")

    said = run("check", path, "--json")

    assert (said.status, said.document["verdict"], said.document["sheets"]) == (1, "refused", [])
    assert [problem["code"] for problem in said.document["problems"]] == ["not_a_workbook"]


def test_load_of_a_broken_workbook_hands_nothing_in(run, loaded):
    said = run("load", BROKEN / "date_in_future.xlsx", "--as", "Mina", "--json")

    assert (said.status, said.document["submission"]) == (1, None)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("figures", "--indicator", "housing_secure", "--as", "Nobody"), "Nobody called Nobody may come in"),
        (("figures", "--indicator", "housing_secur", "--as", "Mina"), "There is no indicator housing_secur"),
        (("figures", "--indicator", "housing_secure", "--where", "round", "--as", "Mina"), "name=value"),
        (("check", "nowhere.xlsx"), "There is no file nowhere.xlsx"),
        (("serve", "--address", "http://monitor.example.org"), "without encryption"),
        (("people", "add", "Office", "--role", "country_office"), "needs its country"),
        (("people", "add", "Office", "--role", "country_office", "--country", "ZZ"), "ZZ is no country code"),
        (("people", "add", "Mina", "--role", "funder"), "is there already"),
        (("people", "add", " ", "--role", "funder"), "Give the person a name"),
        (("people", "add", "New", "--role", "funder", "--data", "/proc/nowhere"), "cannot be used"),
        (("people", "list", "--data", "misspelt"), "There is no data folder"),
        (("template", "--out", "important.txt"), "end in .xlsx"),
        (("xlsform", "--out", "important.toml"), "end in .xlsx"),
        (("figures", "--indicator", "reached", "--as-of", "2030-01-01", "--as", "Mina"), "has not come yet"),
        (("submissions", "--as", "Mina", "--data", "misspelt"), "There is no data folder"),
        (("template", "--language", "xx", "--out", "t.xlsx"), "no template in that language"),
        (("explain", "housing_secur"), "There is no indicator"),
    ],
)
@pytest.mark.usefixtures("loaded")
def test_a_refusal_is_one_sentence_and_status_two(run, words, sentence):
    said = run(*words)

    assert said.status == 2
    assert sentence in said.err
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1


def test_whoever_stops_listening_gets_no_traceback(folder):
    """As `monitoring explain ID | head -1` does."""
    command = f"{sys.executable} -m monitoring explain housing_secure | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False, timeout=120)

    assert (done.stdout, done.stderr) == ("housing_secure: Secure home\n", "")


def test_wrong_usage_is_status_two(run):
    assert run("figures").status == 2


def test_definitions_check_counts_what_is_declared(run, catalogue):
    said = run("definitions", "check", "--json")

    assert said.status == 0
    assert said.document["problems"] == []
    assert said.document["forms"] == len(catalogue.forms)


def test_explain_shows_definition_examples_and_sql(run):
    said = run("explain", "housing_secure")

    assert said.status == 0
    assert "housing_type in ('own', 'rented', 'host_family')" in said.out
    assert "Example 2" in said.out
    assert "group by country" in said.out


def test_the_codebook_holds_every_question_and_indicator(run, catalogue, tmp_path):
    path = tmp_path / "codebook.html"

    assert run("codebook", "--out", path).status == 0

    text = path.read_text(encoding="utf-8")
    names = [*catalogue.indicators, *(name for form in catalogue.forms.values() for name in form.names)]
    assert [name for name in names if f"<code>{name}</code>" not in text] == []


def test_the_template_is_a_workbook_that_checks_out_empty(run, tmp_path):
    path = tmp_path / "template.xlsx"

    assert run("template", "--language", "fr", "--out", path).status == 0
    assert path.read_bytes()[:2] == b"PK"


def test_people_are_listed_and_disabled(run):
    assert run("people", "add", "Temp", "--role", "analyst").status == 0
    assert run("people", "disable", "Temp").status == 0

    listed = {one["name"]: one for one in run("people", "list", "--json").document["people"]}

    assert listed["Temp"]["disabled"] is True
    assert run("submissions", "--as", "Temp").status == 2
