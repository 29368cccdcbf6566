"""One mistake in an otherwise sound profile gives exactly its problem, with file, key and nearest spelling."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from monitoring.declarations.profile_references import check_items, check_weights
from monitoring.declarations.profiles import of_office, office_weights, with_office_items
from monitoring.declarations.read import read_declarations
from monitoring.declarations.toml_files import ProblemList
from monitoring.domain.catalogue import Catalogue
from monitoring.words.problem_text import fix, message

HERE = Path(__file__).parent
OTHER = "profiles/other.toml"
Told = list[tuple[str, str | None, str | None, str | None]]


def told(problems: tuple | list) -> Told:
    assert all(message(each) and fix(each) for each in problems)
    return [(each.code, each.file, each.key, each.suggestion) for each in problems]


def problems_in(folder: Path, old: str, new: str, *, draft: str = "") -> Told:
    """(code, file, key, suggestion) of everything found once the profile says `new` instead of `old`."""
    copytree(HERE.parent / "sound", folder, dirs_exist_ok=True)
    (folder / "profiles/drafts").mkdir(parents=True)
    text = (HERE / "sound.toml").read_text(encoding="utf-8")
    assert old in text, "the test itself is broken"
    (folder / OTHER).write_text(text.replace(old, new, 1), encoding="utf-8")
    if draft:
        (folder / "profiles/drafts/other.toml").write_text(draft, encoding="utf-8")
    return told(read_declarations(folder)[1])


def test_the_sound_one_is_sound(tmp_path: Path) -> None:
    assert problems_in(tmp_path, "", "") == []


COLUMN = '[[column]]\nnames = ["people"]\nquestion = "{}"\n\n[[not_mapped]]'


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('question = "home"', 'question = "hoem"', ("maps_to_unknown_question", "column[2].question", "home")),
        ('= "rented"', '= "rentd"', ("maps_to_unknown_answer", "column[2].answers.flat to let", "rented")),
        ('"map_answers"', '"map_answer"', ("unknown_transformation", "column[2].transform", "map_answers")),
        ("[[not_mapped]]", COLUMN.format("survivor_id"), ("question_mapped_twice", "column[1].question", None)),
        ('names = ["person"]', 'names = ["Lives_in"]', ("heading_twice", None, None)),
        ('"map_answers"', '"parse_date"', ("transformation_does_not_fit", "column[2].transform", None)),
        ('answers = { "flat to let" = "rented" }\n', "", ("transformation_does_not_fit", "column[2].transform", None)),
        ('form = "survivors"', 'form = "survivor"', ("unknown_form", "form", "survivors")),
        ('form = "survivors"\n', "", ("missing_key", "form", None)),
        ("blank = ", "blnk = ", ("unknown_reason", "missing.blnk", "blank")),
        ('domain = "safety"', 'domain = "safty"', ("unknown_score_domain", "item.threats.domain", "safety")),
        ('names = ["threats_1_4"]\n', "", ("ticked_without_heading", "item.threats.names", None)),
        ('id = "threats"', 'id = "threats"\nminimum = 4\nmaximum = 1', ("bad_scale", "item.threats", None)),
        ("maximum = 1\n", "maximum = 0\n", ("bad_scale", "score.overall", None)),
        ('direction = "up"', 'direction = "upp"', ("not_allowed_value", "score[1].direction", None)),
        ('fr = "Menaces"', 'fr = " "', ("missing_words", "item.threats.label.fr", None)),
        (', fr = "Jamais"', "", ("missing_words", "not_mapped[1].reason.fr", None)),
        ("[[score]]", '[[score]]\nnmes = ["x"]', ("unknown_key", "score[1].nmes", "names")),
        ("form = ", "from = 1\nform = ", ("unknown_key", "from", "form")),
    ],
)
def test_a_mistake_gives_exactly_its_problem(
    tmp_path: Path, old: str, new: str, expected: tuple[str, str | None, str | None]
) -> None:
    code, key, suggestion = expected
    found = problems_in(tmp_path, old, new)

    assert found[0] == (code, OTHER, key, suggestion)
    assert {each[0] for each in found} == {code}


def test_two_columns_may_answer_one_question_only_when_they_are_combined(tmp_path: Path) -> None:
    found = problems_in(tmp_path, "[[not_mapped]]", COLUMN.format("survivor_id"))

    assert [(code, key) for code, _, key, _ in found] == [
        ("question_mapped_twice", "column[1].question"),
        ("question_mapped_twice", "column[3].question"),
    ]


def test_a_draft_is_checked_although_nothing_of_it_counts(tmp_path: Path) -> None:
    draft = '[[item]]\nid = "fear"\ndomain = "safty"\nlabel = { en = "Fear", fr = "Peur" }\nsteps = ["a", "b"]\n'

    assert problems_in(tmp_path, "", "", draft=draft) == [
        ("unknown_score_domain", OTHER, "item.fear.domain", "safety"),
    ]


def test_an_office_ticks_items_in_its_own_data_folder(tmp_path: Path, catalogue: Catalogue) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles/rss.toml").write_text(
        '[[item]]\nid = "rss_02"\ndomain = "economic"\nnames = ["q2"]\nsteps = ["often", "never"]\n'
        'label = { en = "Food", fr = "Nourriture" }\n',
        encoding="utf-8",
    )
    problems = ProblemList()
    own = with_office_items(catalogue.profiles["rss"], tmp_path, problems)
    check_items(own, of_office("rss"), problems)

    assert (told(problems), [item.id for item in own.items_in_use], len(own.items)) == ([], ["rss_02"], 27)


def test_weights_name_every_item_in_use_and_no_other(tmp_path: Path, catalogue: Catalogue) -> None:
    rss = catalogue.profiles["rss"]
    ticked = tuple(replace(item, ticked=True, names=(item.id,)) for item in rss.items[:3])
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles/rss_weights.toml").write_text(
        'version = "2019"\nsource = "Annex 4"\n[weights]\nrss_01 = 0.5\nrss_02 = 0\nrss_99 = 1\n', encoding="utf-8"
    )
    problems = ProblemList()
    weights = office_weights(rss, tmp_path, problems)
    assert weights is not None
    check_weights(replace(rss, items=ticked), weights, problems)

    assert [(code, key) for code, _, key, _ in told(problems)] == [
        ("bad_weight", "weights.rss_02"),
        ("unknown_item", "weights.rss_99"),
        ("item_without_weight", "weights"),
    ]


def test_weights_without_a_version_are_no_weights(tmp_path: Path, catalogue: Catalogue) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles/rss_weights.toml").write_text('source = "Annex 4"\n[weights]\nrss_01 = 1\n', encoding="utf-8")
    problems = ProblemList()

    assert office_weights(catalogue.profiles["rss"], tmp_path, problems) is None
    assert told(problems) == [("missing_key", of_office("rss_weights"), "version", None)]
