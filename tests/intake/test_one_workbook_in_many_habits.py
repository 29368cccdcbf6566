"""The same answers, written as offices of many places write them, are the same rows."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_workbooks import checked, good, told, written

from monitoring.domain.form import QuestionType
from monitoring.domain.habits import DayOrder, DecimalSign, Habits

DIGITS = ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "০১২৩৪৫৬৭৮৯", "०१२३४५६७८९", "０１２３４５６７８９"]
AROUND = ["{}", "\u200f{}", "{}\u00a0", "\ufeff{}\u200b", " {}\n"]
DATES = ["%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%Y%m%d", "%b %d, %Y"]


def in_a_habit(question, value, way):
    """The value as text, in one of many ways; texts of our own choice stay as they are."""
    if value is None or question.type is QuestionType.TEXT:
        return value
    text = value.strftime(DATES[way % len(DATES)]) if isinstance(value, date) else str(value)
    if question.type in (QuestionType.CHOICE, QuestionType.YES_NO):
        text = text.upper()
    digits = DIGITS[way % len(DIGITS)]
    return AROUND[way % len(AROUND)].format(text.translate(str.maketrans(DIGITS[0], digits)))


@pytest.fixture(scope="module")
def as_usual(catalogue):
    return checked(catalogue, written(good(catalogue)))


@settings(max_examples=8, deadline=None)
@given(ways=st.lists(st.integers(0, 1000), min_size=7, max_size=29))
def test_rows_do_not_depend_on_the_habits_of_an_office(catalogue, as_usual, ways):
    sheets = good(catalogue)
    at = 0
    for form, rows in sheets.items():
        for row in rows:
            for name in row:
                row[name] = in_a_habit(catalogue.question(form, name), row[name], ways[at % len(ways)])
                at += 1
    workbook = checked(catalogue, written(sheets))

    assert told(workbook) == []
    assert all(workbook.tables[form].equals(table) for form, table in as_usual.tables.items())


def dated(catalogue, **dates):
    """A check of the good workbook with these dates of the first survivor and of the first referral."""
    sheets = good(catalogue)
    for name, text in dates.items():
        form = "survivors" if name in sheets["survivors"][0] else "services"
        sheets[form][0][name] = text
    return sheets


def test_a_file_proves_its_order_in_another_column_or_sheet(catalogue):
    sheets = dated(catalogue, consent_review_on="05/06/2026", started_on="31/01/2025", accepted_on="22/01/2025")
    workbook = checked(catalogue, written(sheets))

    assert told(workbook) == []
    assert workbook.asks == ()
    assert workbook.tables["survivors"]["consent_review_on"][0] == date(2026, 6, 5)


def test_what_no_text_proves_is_asked_once_and_read_as_the_office_says(catalogue):
    content = written(dated(catalogue, consent_review_on="05/06/2026", plan_date="01/12/2024"))
    unclear = checked(catalogue, content)
    read = {order: checked(catalogue, content, said=Habits(dates=order)) for order in DayOrder}

    assert told(unclear) == [
        ("unclear_date", "survivors", "consent_review_on"),
        ("unclear_date", "survivors", "plan_date"),
    ]
    assert unclear.asks == ("dates",)
    assert {order: workbook.tables["survivors"]["plan_date"][0] for order, workbook in read.items()} == {
        DayOrder.DAY_FIRST: date(2024, 12, 1),
        DayOrder.MONTH_FIRST: date(2024, 1, 12),
    }
    assert [workbook.asks for workbook in read.values()] == [(), ()]


def test_a_column_of_two_habits_is_never_guessed(catalogue):
    """Its first two dates prove both orders: the third stays unread, whatever the office says of the file."""
    sheets = good(catalogue)
    first = sheets["survivors"][0]
    for at, text in enumerate(("25/12/2026", "12/25/2026", "05/06/2026")):
        sheets["survivors"].append({**first, "survivor_id": f"MD-010{at}", "consent_review_on": text})
    workbook = checked(catalogue, written(sheets), said=Habits(dates=DayOrder.DAY_FIRST))

    assert [(each.code, each.row) for each in workbook.problems] == [("unclear_date", 6)]


def test_thousands_are_asked_for_too(catalogue):
    sheets = good(catalogue)
    sheets["providers"][0]["capacity"] = "1,234"
    content = written(sheets)

    assert checked(catalogue, content).asks == ("decimals",)
    by_point = checked(catalogue, content, said=Habits(decimals=DecimalSign.POINT))
    assert by_point.tables["providers"]["capacity"].to_list() == [1234]
    by_comma = checked(catalogue, content, said=Habits(decimals=DecimalSign.COMMA))
    assert told(by_comma) == [("not_a_number", "providers", "capacity")]


def test_missing_answers_are_kept_apart(catalogue):
    """Each reason by its name; a dash is a plain blank; a number says that there was something, and not what."""
    sheets = good(catalogue)
    written_as = {"minutes": "NSP", "own_goal_progress": "refusé", "interpreter": "N/A", "private": "-", "mode": "-99"}
    sheets["follow_ups"][0].update(written_as)
    table = checked(catalogue, written(sheets)).tables["follow_ups"]

    assert table.select(*written_as).row(0) == (None,) * 5
    reasons = dict(each.split("=") for each in table["missing_answers"][0].split())
    assert {name: reasons.get(name) for name in written_as} == {
        "minutes": "dont_know",
        "own_goal_progress": "prefer_not_to_say",
        "interpreter": "not_applicable",
        "private": None,
        "mode": "unreadable",
    }
