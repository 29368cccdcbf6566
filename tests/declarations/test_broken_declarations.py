"""One mistake in otherwise sound declarations gives exactly its problem, with file, key and nearest spelling."""

from pathlib import Path
from shutil import copytree

import pytest
from broken_folders import FORM, LIST, RENTS, SOUND, problems_in

from monitoring.declarations.read import BrokenDeclarations, read_catalogue, read_declarations
from monitoring.domain.problem import Problem

DERIVED = """
[[derived]]
name = "made"
label = { en = "Made", fr = "Fait" }
"""


def test_the_sound_ones_are_sound(tmp_path: Path) -> None:
    assert problems_in(tmp_path, "", "", "") == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (RENTS, 'numerator = "', 'numeratr = "x"\nnumerator = "', ("unknown_key", "numeratr", "numerator")),
        (FORM, "choices = ", 'choises = "x"\nchoices = ', ("unknown_key", "question.home.choises", "choices")),
        (LIST, "[[choice]]", "sorce = 1\n[[choice]]", ("unknown_key", "sorce", "source")),
        (RENTS, 'source = "Ours"\n', "", ("missing_key", "source", None)),
        (FORM, 'label = { en = "Home", fr = "Logement" }', "", ("missing_key", "question.home.label", None)),
        (FORM, "required = true", 'required = "perhaps"', ("wrong_type", "question.survivor_id.required", None)),
        ("rounds.toml", "months = 12", 'months = "a year"', ("wrong_type", "round[1].months", None)),
        ("rounds.toml", "[[round]]", "[round]", ("wrong_type", "round", None)),
        ("domains.toml", "[housing]", "income = 1\n[housing]", ("wrong_type", "income", None)),
        ("missing.toml", "label = ", "labels = 1\nlabel = ", ("unknown_key", "dont_know.labels", "label")),
        (RENTS, 'kind = "share"', 'kind = "shares"', ("not_allowed_value", "kind", None)),
        (LIST, "[[choice]]", 'source = "iso-3166"\n[[choice]]', ("not_allowed_value", "source", "iso-3166-1")),
        (FORM, 'choices = "homes"', 'choices = "home"', ("unknown_choice_list", "question.home.choices", "homes")),
        (FORM, 'name = "home"', 'name = "survivor_id"', ("duplicate_name", "question.survivor_id", None)),
        (LIST, 'code = "shelter"', 'code = "rented"', ("duplicate_name", "choice", None)),
        (RENTS, 'form = "survivors"', 'form = "survivor"', ("unknown_form", "form", "survivors")),
        (RENTS, "| P-01        | rented |", "| P-01 |", ("bad_example", "example[1].rows", None)),
        (RENTS, "| home   |", "| hame   |", ("unknown_name", "example[1].rows", "home")),
        (RENTS, 'mscos = "housing"', 'mscos = "housng"', ("unknown_name", "mscos", "housing")),
        (RENTS, "source", 'filter_by = ["contry"]\nsource', ("unknown_name", "filter_by", "country")),
        (FORM, 'key = ["survivor_id"]', 'key = ["survivor"]', ("unknown_name", "key", "survivor_id")),
        (FORM, 'column = "home"', 'column = "hom"', ("unknown_name", "rule[1].column", "home")),
        (RENTS, 'fr = "louent"', 'fr = " "', ("missing_words", "finding.fr", None)),
        (LIST, ', fr = "Foyer"', "", ("missing_words", "choice[2].label.fr", None)),
        (FORM, 'type = "choice"', 'type = "date"', ("choices_do_not_fit_type", "question.home.type", None)),
        (FORM, "asked_of", "required = true\nasked_of", ("required_of_survivor", "question.home.required", None)),
        (RENTS, "home = 'rented'", "hom = 'rented'", ("unknown_question", "numerator", "home")),
        (RENTS, "home = 'rented'", "home = 'rentd'", ("unknown_answer", "numerator", "rented")),
        (RENTS, "home is not null", "home is not null; select 1", ("bad_expression", "denominator", None)),
        (RENTS, "home = 'rented'", "home = '{code}'", ("unknown_slot", "numerator", None)),
        (RENTS, "People who rent.", "People who {rentt}.", ("unknown_slot", "description.en", None)),
        (RENTS, "home = 'rented'", "hme__asked", ("unknown_question", "numerator", "home__asked")),
        (RENTS, 'kind = "share"', 'kind = "time_to_event"', ("missing_key", "known_until", None)),
        (RENTS, "source", 'dated_by = "home"\nsource', ("unknown_name", "dated_by", None)),
        (FORM, "[[rule]]", f"{DERIVED}\n[[rule]]", ("one_way_to_compute", "derived[1]", None)),
        (
            FORM,
            "[[rule]]",
            f"{DERIVED}from_form = 'survivor'\n\n[[rule]]",
            ("unknown_name", "derived[1].from_form", "survivors"),
        ),
        (FORM, "home is null", "hoem is null", ("unknown_question", "rule[1].broken_if", "home")),
        (
            FORM,
            "asked_of",
            'asked_if = "survivr_id is null"\nasked_of',
            ("unknown_question", "question.home.asked_if", "survivor_id"),
        ),
    ],
)
def test_a_mistake_gives_exactly_its_problem(
    tmp_path: Path, file: str, old: str, new: str, expected: tuple[str, str, str | None]
) -> None:
    code, key, suggestion = expected

    assert problems_in(tmp_path, file, old, new) == [(code, file, key, suggestion)]


def test_a_file_that_is_not_toml_says_so_and_no_more(tmp_path: Path) -> None:
    assert problems_in(tmp_path, LIST, 'code = "rented"', "code = rented") == [("not_toml", LIST, None, None)]


def test_a_file_that_is_absent_is_named(tmp_path: Path) -> None:
    copytree(SOUND, tmp_path, dirs_exist_ok=True)
    (tmp_path / "missing.toml").unlink()

    assert read_declarations(tmp_path) == (None, (Problem("missing_file", file="missing.toml"),))


def test_indicators_in_a_folder_that_is_no_domain_are_not_passed_over(tmp_path: Path) -> None:
    copytree(SOUND, tmp_path, dirs_exist_ok=True)
    (tmp_path / "housing").rename(tmp_path / "housng")
    _, problems = read_declarations(tmp_path)

    assert [(each.code, each.file, each.suggestion) for each in problems] == [("unknown_folder", "housng/", "housing")]


def test_every_mistake_is_told_at_once_and_nothing_is_half_loaded(tmp_path: Path) -> None:
    problems_in(tmp_path, RENTS, 'kind = "share"\nof = "survivor"\n', 'kind = "shares"\n')
    with pytest.raises(BrokenDeclarations) as broken:
        read_catalogue(tmp_path)

    assert [(each.code, each.key) for each in broken.value.problems] == [
        ("not_allowed_value", "kind"),
        ("missing_key", "of"),
    ]


def test_more_than_35_core_questions_are_too_many(tmp_path: Path) -> None:
    question = """[[question]]
name = "more_{at}"
type = "yes_no"
asked_of = "survivor"
used_for = "context"
label = {{ en = "More {at}", fr = "Plus {at}" }}
"""
    more = "".join(question.format(at=at) for at in range(35))

    assert problems_in(tmp_path, FORM, "[[rule]]", more + "[[rule]]") == [
        ("too_many_core_questions", "forms", None, None)
    ]


@pytest.mark.parametrize("name", ["two-words", "2nd", "Capital", "with space"])
def test_a_file_name_that_is_no_id_is_told(tmp_path: Path, name: str) -> None:
    copytree(SOUND, tmp_path, dirs_exist_ok=True)
    (tmp_path / RENTS).rename(tmp_path / "housing" / f"{name}.toml")
    _, problems = read_declarations(tmp_path)

    assert [(each.code, each.file) for each in problems] == [("bad_file_name", f"housing/{name}.toml")]


def test_a_file_that_cannot_be_read_is_one_mistake(tmp_path: Path) -> None:
    copytree(SOUND, tmp_path, dirs_exist_ok=True)
    (tmp_path / RENTS).write_bytes(b"\xff\xfe\x00")
    _, problems = read_declarations(tmp_path)

    assert [(each.code, each.file) for each in problems] == [("not_toml", RENTS)]


def test_a_file_as_an_editor_of_windows_saves_it_is_read(tmp_path: Path) -> None:
    copytree(SOUND, tmp_path, dirs_exist_ok=True)
    (tmp_path / RENTS).write_bytes(b"\xef\xbb\xbf" + (tmp_path / RENTS).read_bytes())

    assert read_declarations(tmp_path)[1] == ()


def test_a_folder_in_the_place_of_a_file_and_no_rounds_are_told(tmp_path: Path) -> None:
    copytree(SOUND, tmp_path, dirs_exist_ok=True)
    (tmp_path / "housing" / "folder.toml").mkdir()
    (tmp_path / "rounds.toml").write_text("")
    _, problems = read_declarations(tmp_path)

    assert {(each.code, each.file) for each in problems} == {
        ("missing_file", "housing/folder.toml"),
        ("no_rounds", "rounds.toml"),
    }
