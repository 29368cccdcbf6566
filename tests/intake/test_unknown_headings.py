"""Headings that nobody knows: the likeliest question is proposed, an office's word counts, no heading is repeated."""

from office_workbooks import checked, good, told, written

from monitoring.domain.verdict import Verdict
from monitoring.protection.kept_headings import heading_may_be_kept


def renamed(catalogue, form, question, heading, **asked):
    """A workbook in which one question stands under the office's own words."""
    content = written(good(catalogue), headings=lambda of, name: heading if (of, name) == (form, question) else name)
    return checked(catalogue, content, **asked)


def test_the_words_of_a_heading_and_what_stands_below_it_propose_the_question(catalogue):
    proposed = {
        ("follow_ups", "housing_type", "Kind of place the person lives in"),
        ("follow_ups", "main_activity", "Activity of the person"),
        ("providers", "capacity", "No. of places"),
        ("survivors", "exploitation_types", "Types of exploitation"),
        ("services", "started_on", "Start of service"),
    }

    for form, question, heading in proposed:
        (unknown,) = renamed(catalogue, form, question, heading).unknown_headings

        assert (unknown.form, unknown.likely[0]) == (form, question)
        assert {*unknown.likely, *unknown.others} == {question}


def test_what_could_not_be_an_answer_is_not_proposed_for_its_words_alone(catalogue):
    sheets = good(catalogue)
    for row in sheets["providers"]:
        row["number of places"] = row.pop("last_verified_on")
        row.pop("capacity")
    (unknown,) = checked(catalogue, written(sheets)).unknown_headings

    assert unknown.likely[:1] != ("capacity",)


def test_an_offices_word_on_a_heading_makes_it_the_question(catalogue):
    said = {("providers", "beds we have"): "capacity"}
    with_word = renamed(catalogue, "providers", "capacity", "Beds we have", headings=said)
    plain = checked(catalogue, written(good(catalogue)))

    assert (told(with_word), with_word.unknown_headings, with_word.verdict) == ([], (), Verdict.READY)
    assert with_word.tables["providers"].equals(plain.tables["providers"])


def test_a_word_on_one_form_says_nothing_of_another(catalogue):
    said = {("survivors", "beds we have"): "capacity"}

    assert told(renamed(catalogue, "providers", "capacity", "Beds we have", headings=said)) == [
        ("unknown_column", "providers", None)
    ]


def test_a_column_of_which_the_office_said_it_is_none_of_ours_is_left_out_and_told(catalogue):
    said = {("providers", "beds we have"): None}
    workbook = renamed(catalogue, "providers", "capacity", "Beds we have", headings=said)

    assert (told(workbook), workbook.unknown_headings) == ([("column_left_out", "providers", None)], ())
    assert workbook.tables["providers"]["capacity"].to_list() == [None]


def test_no_problem_repeats_a_heading(catalogue):
    workbook = renamed(catalogue, "providers", "capacity", "Maria's beds")

    assert "Maria" not in repr(workbook.problems)


def test_a_heading_that_may_name_somebody_is_not_kept():
    kept = {"beds we have", "q12 housing", "date 2024"}
    not_kept = {"maria@example.org", "called on +373 60 123 456", "file 20231107", "x" * 200}

    assert {each for each in kept | not_kept if heading_may_be_kept(each)} == kept
