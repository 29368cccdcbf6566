"""Tables of habits: how offices write a day or a number, and what it is read as, or that it can be read in two ways."""

from datetime import date

import pytest

from monitoring.domain.form import Question, QuestionType
from monitoring.domain.habits import DayOrder, DecimalSign, Habits
from monitoring.intake.dates import UNCLEAR, orders_shown, read_date, turned_by_a_program
from monitoring.intake.habits import habits_of_column, habits_of_file
from monitoring.intake.numbers import NOT_CLEAR, read_whole, signs_shown

DAY, MONTH = DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST
COMMA, POINT = DecimalSign.COMMA, DecimalSign.POINT
APRIL = date(2026, 4, 3)

CLEAR_DATES = [
    ("2026-04-03", APRIL),
    ("2026/04/03", APRIL),
    ("2026.4.3", APRIL),
    ("20260403", APRIL),
    ("46115", APRIL),
    ("46115,0", APRIL),
    ("٤٦١١٥", APRIL),
    ("2026-04-03 00:00:00", APRIL),
    ("٢٠٢٦-٠٤-٠٣", APRIL),
    ("۲۰۲۶/۰۴/۰۳", APRIL),
    ("২০২৬-০৪-০৩", APRIL),
    ("२०२६-०४-०३", APRIL),
    ("\u200f2026\u20110403", None),
    ("\u200e2026\u201104\u201103", APRIL),
    ("25/12/2025", date(2025, 12, 25)),
    ("12/25/2025", date(2025, 12, 25)),
    ("25.12.25", date(2025, 12, 25)),
    ("25 12 2025", date(2025, 12, 25)),
    ("25-12-1998", date(1998, 12, 25)),
    ("25-12-98", date(1998, 12, 25)),
    ("٢٥/١٢/٢٠٢٥", date(2025, 12, 25)),
    ("25/12/2025 00:00", date(2025, 12, 25)),
    ("04/04/2026", date(2026, 4, 4)),
    ("3 April 2026", APRIL),
    ("April 3, 2026", APRIL),
    ("3rd of April 2026", APRIL),
    ("03-Apr-26", APRIL),
    ("2026 Apr 3", APRIL),
    ("3 avril 2026", APRIL),
    ("3 avr. 2026", APRIL),
    ("3 abril de 2026", APRIL),
    ("1er août 2025", date(2025, 8, 1)),
    ("1 AOUT 2025", date(2025, 8, 1)),
    ("2 févr. 2026", date(2026, 2, 2)),
    ("2 Sept 2025", date(2025, 9, 2)),
    ("31/02/2026", None),
    ("2026-13-01", None),
    ("31 April 2026", None),
    ("April 2026", None),
    ("04/2026", None),
    ("3/4", None),
    ("3 April 2026 or later", None),
    ("13/13/2026", None),
    ("100/4/2026", None),
    ("3/4/026", None),
    ("soon", None),
]


@pytest.mark.parametrize(("text", "day"), CLEAR_DATES)
@pytest.mark.parametrize("order", [None, DAY, MONTH])
def test_a_day_that_can_be_read_in_one_way_is_read_whatever_the_habit(text, day, order):
    assert read_date(text, order) == day


@pytest.mark.parametrize(
    "text", ["03/04/2026", "3.4.26", "3-4-2026", "3 4 2026", "٣/٤/٢٠٢٦", "০৩/০৪/২০২৬", "03/04/2026 00:00"]
)
def test_a_day_that_can_be_read_in_two_ways_is_read_by_the_habit_only(text):
    assert [read_date(text, order) for order in (None, DAY, MONTH)] == [UNCLEAR, APRIL, date(2026, 3, 4)]


WHOLE = [
    ("1234", 1234),
    ("١٢٣٤", 1234),
    ("۱۲۳۴", 1234),
    ("১২৩৪", 1234),
    ("१२३४", 1234),
    ("１２３４", 1234),
    ("1 234", 1234),
    ("1\u00a0234", 1234),
    ("1\u202f234,0", 1234),
    ("1'234", 1234),
    ("1’234.0", 1234),
    ("١٬٢٣٤", 1234),
    ("١٢٫٠", 12),
    ("1.234,00", 1234),
    ("1,234.00", 1234),
    ("1,234,567", 1234567),
    ("1.234.567", 1234567),
    ("12,0", 12),
    ("12.00", 12),
    ("0,000", 0),
    ("+12", 12),
    ("\u221212", -12),
    ("1 234,5", None),
    ("1.234,5", None),
    ("1,234.5", None),
    ("12,5", None),
    ("12.5", None),
    ("1,23,456", None),
    ("1234,567", None),
    ("1,2,3", None),
    ("12 34", None),
    ("1²", None),
    ("12 people", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "number"), WHOLE)
@pytest.mark.parametrize("sign", [None, COMMA, POINT])
def test_a_number_that_can_be_read_in_one_way_is_read_whatever_the_habit(text, number, sign):
    assert read_whole(text, sign) == number


@pytest.mark.parametrize(
    ("text", "by_comma", "by_point"),
    [("1,234", None, 1234), ("1.234", 1234, None), ("12,000", 12, 12000), ("12.000", 12000, 12), ("١,٢٣٤", None, 1234)],
)
def test_a_number_that_can_be_read_in_two_ways_is_read_by_the_habit_only(text, by_comma, by_point):
    assert [read_whole(text, sign) for sign in (None, COMMA, POINT)] == [NOT_CLEAR, by_comma, by_point]


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (["03/04/2026", "04/04/2026", "2026-12-25", "46115", "soon"], set()),
        (["03/04/2026", "25/12/2025"], {DAY}),
        (["٢٥/١٢/٢٠٢٥"], {DAY}),
        (["12.25.25"], {MONTH}),
        (["25/12/2025", "12/25/2025"], {DAY, MONTH}),
        (["32/12/2025", "25/13/2025"], set()),
    ],
)
def test_a_day_above_twelve_proves_the_order(texts, shown):
    assert orders_shown(texts) == shown


REAL = [f"2025-{month:02}-0{month} 00:00:00" for month in range(3, 8)]
LEFT = ["25/12/2025", "13.1.2025", "31-01-2025"]


@pytest.mark.parametrize(
    ("texts", "turned"),
    [
        ([*REAL, *LEFT], set(REAL)),
        ([*REAL, *LEFT, "soon", "46115"], set(REAL)),
        ([*REAL[1:], *LEFT], set()),
        ([*REAL, *LEFT[1:]], set()),
        ([*REAL, *LEFT, "2025-03-13"], set()),
        ([*REAL, *LEFT, "03/04/2025"], set()),
        ([*REAL, *LEFT, "12/25/2025"], set()),
    ],
)
def test_a_program_that_took_days_for_months_leaves_a_trace(texts, turned):
    assert turned_by_a_program(texts) == turned


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (["1,234", "12.5", "12", "1 234"], set()),
        (["12,5"], {COMMA}),
        (["1 234,567"], {COMMA}),
        (["1.234,5"], {COMMA}),
        (["1.234.567"], {COMMA}),
        (["1,234.5"], {POINT}),
        (["1,234,567", "0,5"], {COMMA, POINT}),
    ],
)
def test_a_comma_and_a_point_prove_each_other(texts, shown):
    assert signs_shown(texts) == shown


DATES, NUMBERS = (Question("q", type_, {}) for type_ in (QuestionType.DATE, QuestionType.WHOLE))


def test_what_the_file_proves_holds_for_its_other_columns_unless_the_office_said_otherwise():
    columns = [(DATES, ["25/12/2025"]), (DATES, ["03/04/2026"]), (NUMBERS, ["12,5"])]

    assert habits_of_file(columns, Habits()) == Habits(DAY, COMMA)
    assert habits_of_file(columns, Habits(MONTH, POINT)) == Habits(MONTH, POINT)
    assert habits_of_file([*columns, (DATES, ["12/25/2025"])], Habits()) == Habits(None, COMMA)


def test_what_a_column_proves_goes_before_what_holds_for_the_file():
    assert habits_of_column(DATES, ["12/25/2025"], Habits(DAY)).dates is MONTH
    assert habits_of_column(DATES, ["03/04/2026"], Habits(DAY)).dates is DAY
    assert habits_of_column(DATES, ["12/25/2025", "25/12/2025"], Habits(DAY)).dates is None
    assert habits_of_column(NUMBERS, ["1,234", "0,5"], Habits(None, POINT)).decimals is COMMA
