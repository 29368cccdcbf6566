"""Kobo and ODK may give each answer of several a column of its own, with groups before the question's name."""

from office_workbooks import checked, good, told, written

from monitoring.domain.verdict import Verdict


def renamed(catalogue, columns):
    """Follow-ups in which some columns stand under another heading, with another cell in the one interview."""
    sheets = good(catalogue)
    interview = sheets["follow_ups"][0]
    for question in {question for question, _ in columns.values()}:
        for row in sheets["follow_ups"]:
            row.pop(question, None)
    interview.update({heading: cell for heading, (_, cell) in columns.items()})
    return checked(catalogue, written(sheets))


def test_columns_of_one_answer_each_are_one_question(catalogue):
    ticks = {"health": "1", "counselling": "0", "legal": "1", "dont_know": "0"}
    workbook = renamed(
        catalogue, {f"here_support/help_received/{code}": ("help_received", tick) for code, tick in ticks.items()}
    )

    assert (workbook.verdict, told(workbook)) == (Verdict.READY, [])
    assert workbook.tables["follow_ups"]["help_received"].to_list() == ["health legal", None]


def test_a_reason_may_be_ticked_too(catalogue):
    workbook = renamed(
        catalogue, {"help_needed/health": ("help_needed", "0"), "help_needed/dont_know": ("help_needed", "1")}
    )

    assert workbook.tables["follow_ups"]["help_needed"].to_list() == [None, None]
    assert "help_needed=dont_know" in workbook.tables["follow_ups"]["missing_answers"][0].split()


def test_nothing_ticked_is_no_answer_and_never_none_of_these(catalogue):
    workbook = renamed(
        catalogue, {"help_needed/health": ("help_needed", "0"), "help_needed/none": ("help_needed", "0")}
    )

    assert workbook.tables["follow_ups"]["help_needed"].to_list() == [None, None]
    assert workbook.tables["follow_ups"]["missing_answers"].to_list() == [None, None]


def test_what_is_neither_ticked_nor_left_is_told(catalogue):
    workbook = renamed(
        catalogue, {"help_needed/health": ("help_needed", "x"), "help_needed/legal": ("help_needed", "1")}
    )

    assert told(workbook) == [("not_on_list", "follow_ups", "help_needed")]


def test_the_column_with_all_answers_counts_where_both_are_there(catalogue):
    sheets = good(catalogue)
    sheets["follow_ups"][0]["help_needed/legal"] = "0"
    workbook = checked(catalogue, written(sheets))

    assert told(workbook) == []
    assert workbook.tables["follow_ups"]["help_needed"][0] == sheets["follow_ups"][0]["help_needed"]


def test_an_office_may_put_a_question_into_a_group_of_its_own(catalogue):
    workbook = renamed(catalogue, {"my group/inner/housing_standard": ("housing_standard", "good")})

    assert told(workbook) == []
    assert workbook.tables["follow_ups"]["housing_standard"].to_list() == ["good", None]


def test_a_column_of_an_answer_that_is_not_on_the_list_is_not_recognised(catalogue):
    workbook = renamed(
        catalogue, {"help_needed/health": ("help_needed", "1"), "help_needed/magic": ("help_needed", "1")}
    )

    assert told(workbook) == [("unknown_column", "follow_ups", None)]
