"""Small workbooks as an office would send them: every question answered once, then spoilt by a test."""

from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Question, QuestionType
from monitoring.intake.check import CheckedWorkbook, check_workbook

TODAY = date(2026, 6, 1)

Row = dict[str, Any]
Sheets = dict[str, list[Row]]

ADULT: Row = {
    "survivor_id": "MD-0001", "previous_survivor_id": None, "country": "MD", "provider_id": "MD-P1",
    "age_band": "18-29", "return_date": date(2025, 1, 10), "plan_date": date(2024, 12, 1),
    "first_contact_date": date(2025, 1, 12),
    "consent_record": "given", "consent_contact": "given", "consent_date": date(2025, 1, 10),
    "consent_review_on": date(2026, 12, 1), "guardian_consent": None, "child_assent": None, "case_status": "active",
    "case_closed_on": None,
}  # fmt: skip
CHILD: Row = {
    **ADULT, "survivor_id": "MD-0002", "age_band": "9-17", "guardian_consent": "given", "child_assent": "given",
    "case_status": "transferred", "case_closed_on": date(2026, 2, 1),
}  # fmt: skip
INTERVIEW: Row = {
    "survivor_id": "MD-0001", "round": 0, "contact_date": date(2025, 1, 20), "provider_id": None,
    "status": "interviewed", "mode": "in_person", "interpreter": "none", "lives_in": "other_country",
    "known_on": date(2025, 1, 20),
    "housing_type": "host_family", "main_activity": "employed", "help_received": "health legal",
    "owes_for_migration": "no", "action_taken": "referred", "action_on": date(2025, 1, 21),
}  # fmt: skip
MISSED: Row = {
    "survivor_id": "MD-0002", "round": 3, "contact_date": date(2025, 4, 10), "provider_id": "MD-P1",
    "status": "not_reached", "lives_in": "not_known",
}  # fmt: skip
EVENT: Row = {
    "survivor_id": "MD-0001", "occurred_on": date(2025, 5, 1), "occurred_after": None, "occurred_before": None,
    "reported_on": date(2025, 5, 3),
}  # fmt: skip
REFERRAL: Row = {
    "survivor_id": "MD-0001", "provider_id": "MD-P1", "referred_on": date(2025, 1, 15),
    "accepted_on": date(2025, 1, 20), "started_on": date(2025, 2, 1), "ended_on": date(2025, 5, 1),
    "outcome": "completed",
}  # fmt: skip
REVIEW: Row = {"survivor_id": "MD-0001", "stage": "arrival"}
STUDY: Row = {"survivor_id": "MD-0001"}
SESSION: Row = {"session_id": "MD-S1", "country": "MD", "participants": 2}
FACTOR: Row = {"session_id": "MD-S1"}
PROVIDER: Row = {"provider_id": "MD-P1", "provider_name": "Example Aid", "country": "MD"}


def good(catalogue: Catalogue) -> Sheets:
    """Two people, an interview that leaves no question out, an attempt at contact, and one row of every other sheet."""
    forms = catalogue.forms
    return {
        "survivors": [full_row(forms["survivors"], ADULT), full_row(forms["survivors"], CHILD)],
        "follow_ups": [full_row(forms["follow_ups"], INTERVIEW), dict(MISSED)],
        "services": [full_row(forms["services"], REFERRAL)],
        "incidents": [full_row(forms["incidents"], EVENT)],
        "plan_reviews": [full_row(forms["plan_reviews"], REVIEW)],
        "case_studies": [full_row(forms["case_studies"], STUDY)],
        "community": [full_row(forms["community"], SESSION)],
        "community_factors": [full_row(forms["community_factors"], FACTOR)],
        "providers": [full_row(forms["providers"], PROVIDER)],
    }


def full_row(form: Form, given: Row) -> Row:
    return {question.name: given.get(question.name, usual_answer(question)) for question in form.questions} | given


def usual_answer(question: Question) -> Any:
    """The first answer of the list, the first two where several may be named, yes, a past day, the least number."""
    if question.choices:
        codes = question.choices.codes
        return " ".join(codes[:2]) if question.type.takes_many else codes[0]
    usual = {QuestionType.YES_NO: "yes", QuestionType.DATE: date(2025, 3, 11), QuestionType.TEXT: "Example Aid"}
    return usual.get(question.type, question.minimum or 0)


def written(
    sheets: Mapping[str, list[Row]],
    *,
    headings: Callable[[str, str], str] = lambda _form, question: question,
    change: Callable[[Workbook], None] = lambda _book: None,
) -> bytes:
    """The rows as an .xlsx file: one sheet per form, headings in row 1, data from row 2; then changed once more."""
    book = Workbook()
    book.remove(book.active)
    for form, rows in sheets.items():
        sheet = book.create_sheet(form)
        names = list(dict.fromkeys(name for row in rows for name in row))
        sheet.append([headings(form, name) for name in names])
        for row in rows:
            sheet.append([row.get(name) for name in names])
    change(book)
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def checked(catalogue: Catalogue, content: bytes, *, file: str = "office.xlsx", **asked: Any) -> CheckedWorkbook:
    return check_workbook(catalogue, content, file, **{"today": TODAY, **asked})


def told(workbook: CheckedWorkbook) -> list[tuple[str, str | None, str | None]]:
    """Code, sheet and column of each problem, in the order in which they are told."""
    return [(each.code, each.sheet, each.column) for each in workbook.problems]
