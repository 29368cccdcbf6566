"""Behind each figure: hand-ins, the statement, the rows with their cells; not for whoever may not, never of harm."""

from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from monitoring.access.log import Log
from monitoring.domain.figures import FigureRequest
from monitoring.domain.indicator import Kind
from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.domain.refusal import Refusal
from monitoring.services import hand_in as handing_in
from monitoring.services import rows_behind, workbook_check
from monitoring.services.read_figures import read_figures
from monitoring.settings import ROOT

MOLDOVA = {"country": ("MD",)}
AT_RETURN, LATER = {**MOLDOVA, "round": ("0",)}, {**MOLDOVA, "round": ("12",)}
PROVIDER = Actor("Petru", Role.PROVIDER, frozenset({"MD"}), "MD-01")


def met(at, months, **answers):
    day = date(2024, 1, 10) if months == "0" else date(2025, 1, 2)
    return {
        "survivor_id": f"MD-{at:04}",
        "round": months,
        "contact_date": day,
        "status": "interviewed",
        "may_stay_six_months": True,
        **answers,
    }


@pytest.fixture
def moldova(hand_in):
    """Four people; at month 12 one has a home, one has none, one does not say, one was not reached."""
    people = [{"survivor_id": f"MD-{at:04}"} for at in range(4)]
    first = [met(at, "0", housing_type="shelter") for at in range(4)]
    hand_in("MD", survivors=people, follow_ups=first, providers=[{"provider_id": "MD-01", "country": "MD"}])
    later = [met(0, "12", housing_type="own", treated_with_respect="always"), met(1, "12", housing_type="shelter")]
    hand_in("MD", follow_ups=[*later, met(2, "12"), {**met(3, "12"), "status": "not_reached"}])


def test_each_hand_in_says_how_much_of_it_is_counted(moldova, house, manager):
    (found,) = rows_behind.hand_ins(manager, house, "housing_secure", LATER)

    assert (found.submission, found.looked_at, found.due, found.interviewed, found.counted) == (2, 4, 4, 3, 2)
    assert [each.submission for each in rows_behind.hand_ins(manager, house, "housing_secure", MOLDOVA)] == [1, 2, None]


def test_the_rows_are_those_that_the_figure_counts(moldova, house, manager):
    found = rows_behind.page_of_rows(manager, house, "housing_secure", LATER)

    assert [(each.survivor_id, each.submission, each.sheet_row, each.part) for each in found] == [
        ("MD-0000", 2, 3, 1.0),
        ("MD-0001", 2, 4, 0.0),
    ]


def test_a_look_at_rows_is_noted_without_anybody_in_it(moldova, house, manager):
    rows_behind.page_of_rows(manager, house, "housing_secure", LATER)

    newest = Log(house.people.file).newest(1)[0]
    assert (newest.who, newest.what, newest.detail) == ("Mina", "rows_seen", "housing_secure MD")


@pytest.mark.parametrize("indicator", ["exploited_again", "re_trafficked", "disclosure_answered"])
def test_of_harm_no_row_is_given_to_anybody(moldova, house, manager, indicator):
    with pytest.raises(Refusal) as refused:
        rows_behind.page_of_rows(manager, house, indicator, MOLDOVA)

    assert refused.value.reason == "rows_of_harm"
    assert Log(house.people.file).newest() == ()


def test_answers_about_a_provider_are_given_to_nobody_of_it_one_by_one(moldova, house, office):
    with pytest.raises(NotAllowed) as refused:
        rows_behind.page_of_rows(PROVIDER, house, "respect", MOLDOVA)

    assert refused.value.reason == "rows_not_for_role"
    assert len(rows_behind.page_of_rows(office, house, "respect", MOLDOVA)) == 1


def test_rows_are_given_inside_one_country_only(moldova, house, manager):
    with pytest.raises(Refusal) as refused:
        rows_behind.page_of_rows(manager, house, "housing_secure", {})

    assert refused.value.reason == "rows_need_one_country"


def test_whoever_may_not_see_hand_ins_is_given_none(moldova, house):
    (found,) = rows_behind.hand_ins(PROVIDER, house, "housing_secure", LATER)

    assert (found.submission, found.counted) == (None, 2)


def test_whoever_withdrew_consent_stands_in_no_row_of_any_day(moldova, hand_in, house, manager):
    hand_in("MD", survivors=[{"survivor_id": "MD-0000", "consent_record": "withdrawn"}])

    assert [each.survivor_id for each in rows_behind.page_of_rows(manager, house, "housing_secure", LATER)] == [
        "MD-0001"
    ]


def test_the_statement_is_the_one_that_counts(moldova, house, manager):
    told = rows_behind.statement_of(manager, house, "housing_secure", LATER)
    sql, _, parameters = told.partition("\n\n-- $")

    assert "housing_secure__numerator" in sql
    assert "= MD" in parameters


def test_of_every_number_as_many_rows_are_behind_it_as_it_counts(moldova, house, manager):
    """A figure and the rows behind it are of the same rows: of people counted once, at least as many rows."""
    wrong = []
    for each in house.catalogue.indicators.values():
        where = LATER if each.has_rounds else MOLDOVA
        figures = read_figures(manager, house, FigureRequest((each.id,), (), where))
        behind = sum(found.counted for found in rows_behind.hand_ins(manager, house, each.id, where))
        counted = (figures[0].denominator if each.kind is not Kind.COUNT else figures[0].numerator) if figures else 0
        is_met = each.kind is Kind.COUNT
        if behind < (counted or 0) if is_met else behind != (counted or 0):
            wrong.append((each.id, behind, counted))

    assert wrong == []


def test_a_row_of_the_second_sheet_of_a_form_has_a_cell_of_its_own(house, manager):
    """Half of the follow-ups stand on a sheet of their own, their columns the other way round."""
    source = openpyxl.load_workbook(ROOT / "sample_data" / "good" / "moldova.xlsx")
    rows = [[cell.value for cell in row] for row in source["follow_ups"].iter_rows()]
    heads = [row for row in rows if "survivor_id" in row or row[0] == source["follow_ups"]["A2"].value]
    answers = [row for row in rows if row not in heads]
    source["follow_ups"].delete_rows(len(heads) + len(answers) // 2 + 1, len(answers))
    second = source.create_sheet("follow_ups v2")
    for row in [*heads[:1], *answers[len(answers) // 2 :]]:
        second.append(list(reversed(row)))
    file = BytesIO()
    source.save(file)
    checked = workbook_check.check(manager, house, file.getvalue(), "apart.xlsx")
    handing_in.hand_in(replace(manager, name="Another"), house, checked)
    where = {"country": ("MD",), "round": ("0",)}

    counted = sum(each.counted for each in rows_behind.hand_ins(manager, house, "wellbeing_low", where))
    pages = -(-counted // rows_behind.ROWS_A_PAGE)
    found = [
        row
        for page in range(1, pages + 1)
        for row in rows_behind.page_of_rows(manager, house, "wellbeing_low", where, page=page)
    ]
    asked = [f"who5_{item}" for item in range(1, 6)]

    assert len(found) == counted
    assert {row.sheet for row in found} == {"follow_ups", "follow_ups v2"}
    for row in found:
        sheet = source[row.sheet]
        letters = {cell.value: cell.column_letter for cell in next(sheet.iter_rows(min_row=1, max_row=1))}
        assert sheet[f"{letters['survivor_id']}{row.sheet_row}"].value == row.survivor_id
        assert {f"{letters[name]}{row.sheet_row}" for name in asked} <= set(row.cells)


def test_a_cell_is_the_one_in_the_offices_own_workbook(house, manager):
    """Every cell told of is looked up in the file itself."""
    file = ROOT / "sample_data" / "good" / "moldova.xlsx"
    content = file.read_bytes()
    checked = workbook_check.check(manager, house, content, file.name)
    handing_in.hand_in(replace(manager, name="Another"), house, checked)
    workbook = openpyxl.load_workbook(BytesIO(content), data_only=True)

    found = rows_behind.page_of_rows(manager, house, "wellbeing_low", {"country": ("MD",), "round": ("0",)})

    assert len(found) == rows_behind.ROWS_A_PAGE
    for row in found:
        sheet = workbook[row.sheet]
        heads = {cell.value: cell.column_letter for cell in next(sheet.iter_rows(min_row=1, max_row=1))}
        told = Counter(cell.rstrip("0123456789") for cell in row.cells)
        assert sheet[f"{heads['survivor_id']}{row.sheet_row}"].value == row.survivor_id
        assert {heads[f"who5_{item}"] for item in range(1, 6)} <= set(told)
