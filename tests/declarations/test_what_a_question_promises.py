"""A question that breaks a promise to the people it is put to is refused, each with the code of that promise."""

from pathlib import Path
from shutil import copytree

import pytest
from broken_folders import FORM, LIST, RENTS, SOUND, problems_in, problems_of

HOME = 'asked_of = "survivor"\nlabel'
ADULTS = 'asked_of = "survivor"\nwho = "adults"\n'
MORE = """[[question]]
name = "{name}"
type = "{type}"
label = {{ en = "{name}?", fr = "{name} ?" }}
{also}

"""


def question(name: str, also: str = "", kind: str = "yes_no") -> str:
    return MORE.format(name=name, type=kind, also=also)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[[rule]]", question("colour") + "[[rule]]", ("unused_question", "question.colour", None)),
        (HOME, f"asked_if = \"home = 'rented'\"\n{HOME}", ("circular_condition", "question.home.asked_if", None)),
        (HOME, f'recall = "last_3_month"\n{HOME}', ("unknown_recall", "question.home.recall", "last_3_months")),
        (HOME, f'recall = "since_last_round"\n{HOME}', ("unknown_recall", "question.home.recall", "since_return")),
        (HOME, f'seen_by = ["country_ofice"]\n{HOME}', ("unknown_role", "question.home.seen_by", "country_office")),
        (HOME, f'reviewed_by = "R1"\n{HOME}', ("half_reviewed", "question.home.reviewed_by", None)),
        (HOME, f"reviewed_on = 2026-10-01\n{HOME}", ("half_reviewed", "question.home.reviewed_by", None)),
        (HOME, f'labels_source = "who"\n{HOME}', ("unknown_labels_source", "question.home.labels_source", None)),
        (HOME, f"minimum = 1\n{HOME}", ("limit_does_not_fit_type", "question.home.minimum", None)),
        (HOME, f"at_most = 3\n{HOME}", ("limit_does_not_fit_type", "question.home.at_most", None)),
        (HOME, f"may_be_future = true\n{HOME}", ("limit_does_not_fit_type", "question.home.may_be_future", None)),
        (HOME, f'who = "children"\n{HOME}', ("not_allowed_value", "question.home.who", None)),
        (HOME, 'asked_of = "neighbour"\nlabel', ("not_allowed_value", "question.home.asked_of", None)),
        (HOME, f'used_for = "research"\n{HOME}', ("not_allowed_value", "question.home.used_for", None)),
        (HOME, f'hint = {{ en = "Where you sleep." }}\n{HOME}', ("missing_words", "question.home.hint.fr", None)),
        (HOME, f"required = true\n{HOME}", ("required_of_survivor", "question.home.required", None)),
        (
            "[[rule]]",
            question("moves", 'used_for = "context"\nminimum = 3\nmaximum = 1', "whole") + "[[rule]]",
            ("limits_reversed", "question.moves.minimum", None),
        ),
    ],
)
def test_a_broken_promise_has_a_code_of_its_own(
    tmp_path: Path, old: str, new: str, expected: tuple[str, str, str | None]
) -> None:
    code, key, suggestion = expected

    assert problems_in(tmp_path, FORM, old, new) == [(code, FORM, key, suggestion)]


def test_a_question_may_say_what_it_is_for_where_nothing_declared_uses_it(tmp_path: Path) -> None:
    assert problems_in(tmp_path, FORM, "[[rule]]", question("colour", 'used_for = "context"') + "[[rule]]") == []


def test_counting_who_would_not_say_is_no_use_of_an_answer(tmp_path: Path) -> None:
    problems_in(tmp_path, FORM, "[[rule]]", question("colour") + "[[rule]]")
    of_answers, of_silence = 'denominator = "colour is not null"', 'denominator = "not colour__declined"'
    text = (SOUND / RENTS).read_text("utf-8")
    found = []
    for denominator in (of_answers, of_silence):
        (tmp_path / RENTS).write_text(text.replace('denominator = "home is not null"', denominator), encoding="utf-8")
        found.append([code for code, *_ in problems_of(tmp_path)])

    assert found == [[], ["unused_question"]]


def test_a_skip_condition_is_a_use(tmp_path: Path) -> None:
    stays = question("stays", 'asked_if = "colour and home = \'rented\'"\nused_for = "context"')

    assert problems_in(tmp_path, FORM, "[[rule]]", question("colour") + stays + "[[rule]]") == []


def test_two_questions_that_wait_for_each_other_are_one_circle(tmp_path: Path) -> None:
    stays = question("stays", "asked_if = \"home = 'rented'\"")
    problems_in(tmp_path, FORM, "[[rule]]", stays + "[[rule]]")
    form = tmp_path / FORM
    form.write_text(form.read_text("utf-8").replace(HOME, f'asked_if = "stays"\n{HOME}'), encoding="utf-8")

    assert problems_of(tmp_path) == [("circular_condition", FORM, "question.home.asked_if", None)]


def test_computed_columns_may_not_be_made_of_each_other(tmp_path: Path) -> None:
    column = '[[derived]]\nname = "{0}"\nlabel = {{ en = "{0}", fr = "{0}" }}\nexpression = "{1} + 1"\n\n'
    both = column.format("one", "other") + column.format("other", "one")

    assert problems_in(tmp_path, FORM, "[[rule]]", both + "[[rule]]") == [
        ("circular_condition", FORM, "derived.one", None)
    ]


def test_how_often_asks_of_which_time(tmp_path: Path) -> None:
    assert problems_in(tmp_path, LIST, "[[choice]]", "frequency = true\n\n[[choice]]") == [
        ("recall_missing", FORM, "question.home.recall", None)
    ]


def test_what_is_kept_whole_is_never_shown_by_who_people_are(tmp_path: Path) -> None:
    kept_whole = f"break_down = false\n{HOME}"

    assert problems_in(tmp_path, FORM, HOME, kept_whole) == [("may_not_be_broken_down", RENTS, "break_down_by", None)]

    indicator = tmp_path / RENTS
    for by, found in (('"country"', 0), ('"country", "gender"', 1)):
        text = (SOUND / RENTS).read_text("utf-8").replace("source =", f"break_down_by = [{by}]\nsource =")
        indicator.write_text(text, encoding="utf-8")
        assert len(problems_of(tmp_path)) == found


def test_a_sensitive_question_is_put_to_adults_alone_where_the_setting_allows_and_help_follows(tmp_path: Path) -> None:
    of_file = 'sensitive = true\nasked_of = "file"\nlabel'

    assert problems_in(tmp_path, FORM, HOME, of_file) == [
        ("sensitive_not_of_survivor", FORM, "question.home.asked_of", None),
        ("sensitive_of_children", FORM, "question.home.who", None),
        ("sensitive_without_setting", FORM, "question.home.sensitive", None),
        ("sensitive_without_action", FORM, "question.home.sensitive", None),
    ]


def test_a_sensitive_question_that_keeps_its_promises_passes(tmp_path: Path) -> None:
    alone = question("alone", 'used_for = "setting"')
    done = question("done", 'asked_if = "home = \'shelter\'"\nused_for = "safety_action"')
    talk = '[interview]\nheld_if = "alone"\nsensitive_if = "alone"\n\n'
    problems_in(tmp_path, FORM, "[[rule]]", alone + done + talk + "[[rule]]")
    form = tmp_path / FORM
    form.write_text(form.read_text("utf-8").replace(HOME, f"sensitive = true\n{ADULTS}label"), encoding="utf-8")

    assert problems_of(tmp_path) == []


def test_an_official_label_stands_word_for_word_in_a_notice(tmp_path: Path) -> None:
    copytree(SOUND, tmp_path, dirs_exist_ok=True)
    (tmp_path / "notices").mkdir()
    (tmp_path / "notices" / "homes.md").write_text("* Home\n* Logement, peut-être\n", encoding="utf-8")

    assert problems_in(tmp_path, FORM, HOME, f'labels_source = "official"\n{HOME}') == [
        ("official_wording_changed", FORM, "question.home.label.fr", None)
    ]
