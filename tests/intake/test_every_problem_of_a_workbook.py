"""One small workbook per mistake: it is found, at its cell, and nothing else is."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from office_workbooks import MISSED, Sheets, checked, good, written
from openpyxl import Workbook

from monitoring.domain.problem import Level
from monitoring.domain.verdict import Verdict
from monitoring.intake.addresses import letters
from monitoring.words.problem_text import fix

ERROR, WARNING = Level.ERROR, Level.WARNING


def answer(form: str, row: int, **answers: Any) -> Callable[[Sheets], None]:
    """Changes answers of one row, counted from 0."""
    return lambda sheets: sheets[form][row].update(answers)


def again(form: str, **answers: Any) -> Callable[[Sheets], None]:
    """Adds the first row of a form once more, with other answers."""
    return lambda sheets: sheets[form].append({**sheets[form][0], **answers})


def quiet_interview(**answers: Any) -> Callable[[Sheets], None]:
    """An interview that tells of no harm, so that no action is expected."""
    told = dict.fromkeys(("contact_from_trafficker", "hurt_or_afraid_at_home", "exploited_again"), "no")
    return answer("follow_ups", 0, **{**told, "action_taken": None, "action_on": None, **answers})


IN_CELLS: list[tuple[str, Callable[[Sheets], None], tuple[str, str, int], Level]] = [
    ("required_answer", answer("follow_ups", 1, status=None), ("follow_ups", "status", 3), ERROR),
    ("not_a_date", answer("survivors", 0, plan_date="12/2024"), ("survivors", "plan_date", 2), ERROR),
    ("unclear_date", answer("survivors", 0, plan_date="12/01/2025"), ("survivors", "plan_date", 2), ERROR),
    ("unclear_number", answer("providers", 0, capacity="1,234"), ("providers", "capacity", 2), ERROR),
    ("missing_code", answer("follow_ups", 0, minutes="-99"), ("follow_ups", "minutes", 2), WARNING),
    ("missing_code", answer("follow_ups", 1, status="-99"), ("follow_ups", "status", 3), ERROR),
    ("required_answer", answer("follow_ups", 1, status="-"), ("follow_ups", "status", 3), ERROR),
    ("event_date_missing", answer("incidents", 0, occurred_on="-99"), ("incidents", "occurred_on", 2), ERROR),
    ("look_alike_letters", answer("follow_ups", 1, survivor_id="MD-\u041e\u041e02"),
     ("follow_ups", "survivor_id", 3), ERROR),
    ("not_a_number", answer("follow_ups", 0, minutes="12.5"), ("follow_ups", "minutes", 2), ERROR),
    ("not_a_code", answer("survivors", 1, previous_survivor_id="a b"), ("survivors", "previous_survivor_id", 3), ERROR),
    ("not_yes_or_no", answer("follow_ups", 0, emergency_money="maybe"), ("follow_ups", "emergency_money", 2), ERROR),
    ("not_on_list", answer("follow_ups", 0, housing_standard="goood"), ("follow_ups", "housing_standard", 2), ERROR),
    ("out_of_range", answer("follow_ups", 0, who5_2=6), ("follow_ups", "who5_2", 2), ERROR),
    ("none_with_others", answer("follow_ups", 0, basics_met="toilet; none"), ("follow_ups", "basics_met", 2), ERROR),
    ("too_many_named", answer("follow_ups", 0, priorities="work health family faith"),
     ("follow_ups", "priorities", 2), ERROR),
    ("duplicate_key", again("providers"), ("providers", "provider_id", 3), ERROR),
    ("date_in_future", answer("survivors", 0, consent_date=date(2026, 6, 2)), ("survivors", "consent_date", 2), ERROR),
    ("unknown_survivor", answer("follow_ups", 1, survivor_id="MD-0003"), ("follow_ups", "survivor_id", 3), ERROR),
    ("unknown_provider", answer("survivors", 1, provider_id="MD-P2"), ("survivors", "provider_id", 3), ERROR),
    ("several_countries", again("survivors", survivor_id="MD-0009", country="NG"), ("survivors", "country", 4), ERROR),
    ("answers_without_interview", answer("follow_ups", 1, feels_safe="safe"), ("follow_ups", "status", 3), ERROR),
    ("sensitive_not_allowed", quiet_interview(
        private="no", owes_for_migration="not asked", contact_from_trafficker=None, exploited_again="not_asked",
    ), ("follow_ups", "hurt_or_afraid_at_home", 2), ERROR),
    ("not_applicable_answer", answer("follow_ups", 0, main_activity="looking"), ("follow_ups", "work_fair", 2), ERROR),
    ("return_date_missing", answer("survivors", 1, return_date=None), ("survivors", "return_date", 3), WARNING),
    ("plan_too_early", answer("survivors", 0, plan_date=date(2024, 1, 9)), ("survivors", "plan_date", 2), ERROR),
    ("first_contact_before_return", answer("survivors", 0, first_contact_date=date(2025, 1, 9)),
     ("survivors", "first_contact_date", 2), ERROR),
    ("date_order", answer("survivors", 1, case_closed_on=date(2025, 1, 9)), ("survivors", "case_closed_on", 3), ERROR),
    ("closed_without_date", answer("survivors", 1, case_closed_on=None), ("survivors", "case_closed_on", 3), WARNING),
    ("event_date_missing", answer("incidents", 0, occurred_on=None), ("incidents", "occurred_on", 2), ERROR),
    ("event_before_return", answer("incidents", 0, occurred_on=date(2025, 1, 9)),
     ("incidents", "occurred_on", 2), ERROR),
    ("date_too_early", answer("survivors", 1, return_date=date(1900, 1, 10)), ("survivors", "return_date", 3), ERROR),
    ("unknown_code", answer("community_factors", 0, session_id="MD-S2"),
     ("community_factors", "session_id", 2), ERROR),
    ("date_order", answer("services", 0, accepted_on=date(2025, 1, 14)), ("services", "accepted_on", 2), ERROR),
    ("date_order", answer("services", 0, started_on=date(2025, 1, 19)), ("services", "started_on", 2), ERROR),
    ("date_order", answer("services", 0, ended_on=date(2025, 1, 31)), ("services", "ended_on", 2), ERROR),
    ("service_before_return",
     answer("services", 0, referred_on=date(2025, 1, 1), accepted_on=None, started_on=date(2025, 1, 9)),
     ("services", "started_on", 2), WARNING),
    ("referral_too_early", answer("services", 0, referred_on=date(2024, 1, 9)),
     ("services", "referred_on", 2), WARNING),
    ("outcome_does_not_fit", answer("services", 0, outcome="waiting"), ("services", "outcome", 2), ERROR),
    ("outcome_does_not_fit", answer("services", 0, outcome="too_costly"), ("services", "outcome", 2), ERROR),
    ("service_start_missing", answer("services", 0, started_on=None), ("services", "started_on", 2), WARNING),
    ("service_end_missing", answer("services", 0, ended_on=None), ("services", "ended_on", 2), WARNING),
    ("duplicate_key", again("services"), ("services", "survivor_id", 3), ERROR),
    ("duplicate_key", again("plan_reviews"), ("plan_reviews", "survivor_id", 3), ERROR),
    ("stage_does_not_fit", answer("plan_reviews", 0, stage="pre_departure"),
     ("plan_reviews", "reviewed_on", 2), ERROR),
    ("stage_does_not_fit", answer("plan_reviews", 0, reviewed_on=date(2025, 1, 9)),
     ("plan_reviews", "reviewed_on", 2), ERROR),
    ("review_without_plan", answer("survivors", 0, risk_plan="no"), ("plan_reviews", "stage", 2), WARNING),
    ("case_study_without_consent", answer("case_studies", 0, consent="withdrawn"),
     ("case_studies", "consent", 2), ERROR),
    ("case_study_before_return", answer("case_studies", 0, held_on=date(2025, 1, 9)),
     ("case_studies", "held_on", 2), ERROR),
    ("case_study_with_child", answer("case_studies", 0, survivor_id="MD-0002"),
     ("case_studies", "held_on", 2), WARNING),
    ("too_many_for_an_interview", answer("community", 0, participants=12), ("community", "participants", 2), WARNING),
    ("several_countries", again("community", session_id="MD-S9", country="NG"), ("community", "country", 3), ERROR),
    ("interview_before_return", answer("follow_ups", 0, contact_date=date(2025, 1, 9)),
     ("follow_ups", "contact_date", 2), ERROR),
    ("outside_window", answer("follow_ups", 1, contact_date=date(2025, 9, 1)),
     ("follow_ups", "contact_date", 3), WARNING),
    ("contact_without_consent", answer("survivors", 0, consent_contact="refused"),
     ("follow_ups", "status", 2), WARNING),
    ("disclosure_without_action", answer("follow_ups", 0, action_taken=None, action_on=None),
     ("follow_ups", "action_taken", 2), WARNING),
    ("action_without_date", answer("follow_ups", 0, action_on=None), ("follow_ups", "action_on", 2), WARNING),
]  # fmt: skip


@pytest.mark.parametrize(("code", "spoil", "place", "level"), IN_CELLS, ids=[case[0] for case in IN_CELLS])
def test_a_mistake_in_a_cell_is_found_there_and_nowhere_else(catalogue, code, spoil, place, level):
    sheets = good(catalogue)
    spoil(sheets)
    workbook = checked(catalogue, written(sheets))
    sheet, column, row = place
    cell = f"{letters(list(sheets[sheet][0]).index(column))}{row}"

    assert [(each.code, each.sheet, each.column, each.cell, each.level) for each in workbook.problems] == [
        (code, sheet, column, cell, level)
    ]
    assert workbook.verdict is (Verdict.NEEDS_FIXING if level is ERROR else Verdict.READY)
    assert sum(each.rows - each.ready for each in workbook.sheets) == (level is ERROR)


def child_interview(**of_child: Any) -> Callable[[Sheets], None]:
    """The child was interviewed; nothing sensitive was asked."""

    def spoil(sheets: Sheets) -> None:
        sheets["follow_ups"] = [{**MISSED, "status": "interviewed"}]
        sheets["survivors"][1].update(of_child)

    return spoil


CHILDREN = [
    ("child_without_consent", child_interview(child_assent="refused")),
    ("too_young_to_interview", child_interview(age_band="0-8", guardian_consent=None, child_assent=None)),
]


@pytest.mark.parametrize(("code", "spoil"), CHILDREN, ids=[case[0] for case in CHILDREN])
def test_a_child_is_interviewed_only_with_both_agreements(catalogue, code, spoil):
    sheets = good(catalogue)
    spoil(sheets)

    assert [(each.code, each.cell) for each in checked(catalogue, written(sheets)).problems] == [(code, "E2")]


def test_sensitive_questions_are_never_put_to_children(catalogue):
    sheets = good(catalogue)
    sheets["follow_ups"].append({**sheets["follow_ups"][0], "survivor_id": "MD-0002"})
    codes = {(each.code, each.column) for each in checked(catalogue, written(sheets)).problems if each.row == 4}
    sensitive = [each.name for each in catalogue.forms["follow_ups"].questions if each.sensitive]

    assert codes == {("sensitive_not_allowed", name) for name in sensitive}


def in_book(change: Callable[[Workbook], None]) -> Callable[[Sheets], bytes]:
    return lambda sheets: written(sheets, change=change)


def put(form: str, cell: str, value: Any, kind: str | None = None) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        book[form][cell] = value
        if kind:
            book[form][cell].data_type = kind

    return change


def add_sheet(name: str) -> Callable[[Workbook], None]:
    return lambda book: book.create_sheet(name).append(["anything", "at", "all"])


def second_providers(book: Workbook) -> None:
    again = book.copy_worksheet(book["providers"])
    again.title = "providers (2)"


def only(name: str) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        for sheet in book.worksheets[1:]:
            book.remove(sheet)
        book.worksheets[0].delete_rows(1, 10)
        book.worksheets[0].title = name
        book.worksheets[0]["A1"] = "anything"

    return change


def no_rows(book: Workbook) -> None:
    for sheet in book.worksheets:
        sheet.delete_rows(2, 10)


IN_SHEETS: list[tuple[str, Callable[[Workbook], None], str | None, str | None, Verdict]] = [
    ("error_cell", put("providers", "G2", "#DIV/0!", "e"), "providers", "G2", Verdict.NEEDS_FIXING),
    ("formula_without_value", put("providers", "G2", "=1+1"), "providers", "G2", Verdict.NEEDS_FIXING),
    ("merged_cells", lambda book: book["providers"].merge_cells("F2:G2"), "providers", "F2", Verdict.NEEDS_FIXING),
    ("missing_column", lambda book: book["survivors"].delete_cols(28), "survivors", None, Verdict.NEEDS_FIXING),
    ("unknown_column", put("providers", "L1", "capacities"), "providers", "L1", Verdict.READY),
    ("column_without_heading", put("providers", "L2", "x"), "providers", "L1", Verdict.READY),
    ("duplicate_heading", put("providers", "L1", "capacity"), "providers", "L1", Verdict.NEEDS_FIXING),
    ("unknown_sheet", add_sheet("folow ups"), "folow ups", None, Verdict.REFUSED),
    ("no_headings", lambda book: book["providers"].delete_rows(1), "providers", None, Verdict.REFUSED),
    ("form_twice", second_providers, "providers (2)", None, Verdict.REFUSED),
    ("no_known_sheet", only("Sheet1"), None, None, Verdict.REFUSED),
    ("empty_workbook", no_rows, None, None, Verdict.REFUSED),
]


@pytest.mark.parametrize(("code", "change", "sheet", "cell", "verdict"), IN_SHEETS, ids=[case[0] for case in IN_SHEETS])
def test_a_mistake_of_a_sheet_is_found(catalogue, code, change, sheet, cell, verdict):
    workbook = checked(catalogue, written(good(catalogue), change=change))

    assert [(each.code, each.sheet, each.cell) for each in workbook.problems] == [(code, sheet, cell)]
    assert workbook.verdict is verdict


def test_consent_record_is_the_column_that_was_taken_out(catalogue):
    """The case above deletes a column by its place."""
    assert list(good(catalogue)["survivors"][0])[27] == "consent_record"


def test_another_country_than_expected_is_one_problem_of_the_workbook(catalogue):
    workbook = checked(catalogue, written(good(catalogue)), country="NG")

    assert [(each.code, each.sheet, dict(each.facts)) for each in workbook.problems] == [
        ("other_country", None, {"asked": "NG"})
    ]


def test_a_slip_of_the_keyboard_is_suggested(catalogue):
    sheets = good(catalogue)
    sheets["follow_ups"][0]["housing_standard"] = "Good as new"
    sheets["follow_ups"][0]["mode"] = "in persn"
    problems = {each.column: each for each in checked(catalogue, written(sheets)).problems}

    assert problems["mode"].suggestion == "in_person"
    assert fix(problems["mode"]).endswith("Did you mean In person (in_person)?")


def test_a_near_code_is_told_by_its_row_and_never_printed(catalogue):
    sheets = good(catalogue)
    sheets["follow_ups"] = [{**MISSED, "survivor_id": "MD-001"}]
    (problem,) = checked(catalogue, written(sheets)).problems

    assert problem.code == "unknown_survivor"
    assert "Row 2 of the sheet survivors" in dict(problem.facts)["hint"]
    assert "MD-0" not in repr(problem)


def test_a_code_in_another_alphabet_is_told_by_its_row_and_never_printed(catalogue):
    sheets = good(catalogue)
    sheets["follow_ups"] = [
        {**MISSED, "survivor_id": "\u041cD-0002"},
        {**MISSED, "survivor_id": "\u041cD-0009", "round": 0},
    ]
    known, unknown = checked(catalogue, written(sheets)).problems

    assert fix(known).endswith("In Latin letters it is the code of row 3 of the sheet survivors.")
    assert fix(unknown).endswith("set to Latin letters.")
    assert "D-000" not in repr((known, unknown))


def test_of_several_answers_the_one_that_is_misspelt_is_suggested(catalogue):
    sheets = good(catalogue)
    sheets["follow_ups"][0]["help_received"] = "health; legl help; housing"
    (problem,) = checked(catalogue, written(sheets)).problems

    assert fix(problem).endswith("Did you mean Legal help (legal)?")


def test_errors_come_before_warnings_and_the_biggest_group_first(catalogue):
    sheets = good(catalogue)
    sheets["survivors"][1]["return_date"] = None
    sheets["providers"][0]["capacity"] = "many"
    for row in sheets["survivors"]:
        row["gender"] = "?"
    problems = checked(catalogue, written(sheets)).problems

    assert [(each.code, each.row) for each in problems] == [
        ("not_on_list", 2),
        ("not_on_list", 3),
        ("not_a_number", 2),
        ("return_date_missing", 3),
    ]
