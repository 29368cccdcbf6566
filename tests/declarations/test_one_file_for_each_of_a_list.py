"""One file may stand for an indicator for each answer or question; what is wrong with it is said once, in its file."""

from pathlib import Path
from shutil import copytree

import pytest
from broken_folders import RENTS, SOUND, problems_of

from monitoring.declarations.read import read_catalogue

FOR_EACH = """
[for_each]
answer_of = "homes"
id = "lives_{code}"
title = { en = "Homes", fr = "Logements" }
also = { shelter = { direction = "watch" } }
"""


def written(folder: Path, for_each: str) -> Path:
    """The sound declarations, with the indicator of those who rent declared for each kind of home."""
    copytree(SOUND, folder, dirs_exist_ok=True)
    text = (folder / RENTS).read_text(encoding="utf-8")
    text = text.replace("home = 'rented'", "home = '{code}'").replace("People who rent.", "People: {lowered}.")
    text = text.split("[[example]]")[0]
    (folder / RENTS).write_text(text + for_each, encoding="utf-8")
    return folder


def test_each_has_its_code_in_expressions_and_its_label_in_words(tmp_path):
    found = read_catalogue(written(tmp_path, FOR_EACH)).indicators

    assert {id_: each.numerator for id_, each in found.items()} == {
        "lives_rented": "home = 'rented'",
        "lives_shelter": "home = 'shelter'",
    }
    assert [each.description["en"] for each in found.values()] == ["People: rented.", "People: shelter."]
    assert [each.declared_in for each in found.values()] == [RENTS, RENTS]
    assert found["lives_shelter"].direction == "watch"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"homes"', '"home"', ("unknown_name", "for_each.answer_of", "homes")),
        ("answer_of", "answers_of", ("unknown_key", "for_each.answers_of", "answer_of")),
        ('answer_of = "homes"', 'question_of = "survivor"', ("unknown_name", "for_each.question_of", "survivors")),
        ("shelter =", "sheltr =", ("unknown_name", "for_each", "shelter")),
        ('"lives_{code}"', '"lives_{cod}"', ("unknown_slot", "id", "code")),
        ('id = "lives_{code}"\n', "", ("missing_key", "for_each.id", None)),
    ],
)
def test_a_mistake_in_it_is_found(tmp_path, old, new, expected):
    folder = written(tmp_path, FOR_EACH.replace(old, new, 1))

    assert (expected[0], RENTS, *expected[1:]) in problems_of(folder)
