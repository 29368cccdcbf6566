"""A workbook without mistakes is ready, however it is laid out, and gives the same rows."""

from dataclasses import replace
from datetime import date

import polars
import pytest
from office_workbooks import checked, good, told, written
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from polars.testing import assert_frame_equal

from monitoring.domain.form import QuestionType
from monitoring.domain.verdict import SheetSummary, Verdict


@pytest.fixture
def plain(catalogue):
    """The check of the good workbook in its plainest layout."""
    return checked(catalogue, written(good(catalogue)))


def same_tables(one, other):
    assert told(one) == told(other) == []
    for form, table in other.tables.items():
        assert_frame_equal(one.tables[form].drop("sheet_row"), table.drop("sheet_row"))


def test_it_is_ready_and_of_its_country(plain):
    assert told(plain) == []
    assert (plain.verdict, plain.country) == (Verdict.READY, "MD")
    assert tuple(replace(sheet, columns={}) for sheet in plain.sheets) == (
        SheetSummary("survivors", "survivors", 2, 2),
        SheetSummary("follow_ups", "follow_ups", 2, 2),
        SheetSummary("services", "services", 1, 1),
        SheetSummary("incidents", "incidents", 1, 1),
        SheetSummary("plan_reviews", "plan_reviews", 1, 1),
        SheetSummary("case_studies", "case_studies", 1, 1),
        SheetSummary("community", "community", 1, 1),
        SheetSummary("community_factors", "community_factors", 1, 1),
        SheetSummary("providers", "providers", 1, 1),
    )


def test_tables_have_every_question_typed_then_reasons_then_the_row(plain, catalogue):
    kinds = {QuestionType.YES_NO: polars.Boolean, QuestionType.DATE: polars.Date, QuestionType.WHOLE: polars.Int32}
    for form in catalogue.forms.values():
        expected = {each.name: kinds.get(each.type, polars.String) for each in form.questions}

        assert dict(plain.tables[form.name].schema) == {
            **expected,
            "missing_answers": polars.String,
            "sheet_row": polars.Int32,
        }


def test_answers_arrive_as_they_were_given(plain):
    interview = plain.tables["follow_ups"].row(0, named=True)

    assert {
        name: interview[name] for name in ("round", "contact_date", "private", "basics_met", "who5_1", "sheet_row")
    } == {
        "round": "0",
        "contact_date": date(2025, 1, 20),
        "private": True,
        "basics_met": "safe_water toilet",
        "who5_1": 0,
        "sheet_row": 2,
    }


def test_cells_are_kept_as_read(plain):
    cells = plain.cells["providers"]

    assert cells.columns == [*plain.tables["providers"].columns[:-2], "sheet_row"]
    assert cells["provider_id"].cast(polars.String).to_list() == ["MD-P1"]
    assert cells["last_verified_on"].cast(polars.String).to_list() == ["2025-03-11 00:00:00"]


def test_labels_in_french_are_as_good_as_codes(catalogue, plain):
    def label(question, value):
        if value is None or question is None or not question.choices:
            return {"yes": "Oui", "no": "Non"}.get(value, value)
        labels = {choice.code: choice.label["fr"] for choice in question.choices.choices}
        return "; ".join(labels[code] for code in str(value).split())

    sheets = {
        form: [{name: label(catalogue.question(form, name), value) for name, value in row.items()} for row in rows]
        for form, rows in good(catalogue).items()
    }
    headings = written(sheets, headings=lambda form, name: catalogue.question(form, name).label["fr"].upper())

    same_tables(checked(catalogue, headings), plain)


def test_kobos_own_columns_are_left_out_without_a_word(catalogue, plain):
    ours = good(catalogue)

    def system(at: int) -> dict[str, str]:
        mark = f"6f1c-{at}"
        known = {"_id": f"{17 + at}", "_uuid": mark, "meta/instanceID": f"uuid:{mark}", "_index": f"{at + 1}"}
        return {**known, "_status": "submitted_via_web", "__version__": "v8"}

    sheets = {
        form: [{"start": "2025-01-20T08:00", **row, **system(at)} for at, row in enumerate(rows)]
        for form, rows in ours.items()
    }

    same_tables(checked(catalogue, written(sheets)), plain)


def test_a_sheet_with_any_name_is_known_by_its_headings(catalogue, plain):
    def rename(book: Workbook) -> None:
        book["follow_ups"].title = "aXk2-export"

    same_tables(checked(catalogue, written(good(catalogue), change=rename)), plain)


def test_titles_above_and_columns_before_the_table_move_the_addresses(catalogue):
    def move(book: Workbook) -> None:
        book["providers"].insert_rows(1, 3)
        book["providers"].insert_cols(1, 2)
        book["providers"]["C2"] = "Our providers"

    sheets = good(catalogue)
    sheets["providers"][0]["capacity"] = "many"
    workbook = checked(catalogue, written(sheets, change=move))

    assert [(each.code, each.cell) for each in workbook.problems] == [("not_a_number", "I5")]
    assert workbook.tables["providers"]["sheet_row"].to_list() == [5]


def test_empty_rows_are_passed_over_and_keep_their_numbers(catalogue):
    sheets = good(catalogue)
    sheets["survivors"].insert(1, {})
    sheets["survivors"].append({"gender": "   "})
    workbook = checked(catalogue, written(sheets))

    assert told(workbook) == []
    assert workbook.tables["survivors"]["sheet_row"].to_list() == [2, 4]


def test_a_reason_for_no_answer_is_kept_apart_from_a_blank(catalogue):
    sheets = good(catalogue)
    sheets["follow_ups"][0].update(
        felt_discriminated="Don’t know", who5_1="prefer not to say", private="yes", family_conflict=None, minutes="n/a"
    )
    workbook = checked(catalogue, written(sheets))
    interview = workbook.tables["follow_ups"].row(0, named=True)

    assert told(workbook) == []
    assert [interview[name] for name in ("felt_discriminated", "who5_1", "family_conflict", "minutes")] == [None] * 4
    assert interview["missing_answers"] == (
        "minutes=not_applicable felt_discriminated=dont_know who5_1=prefer_not_to_say"
    )


@pytest.mark.parametrize(
    "forms", [("survivors", "follow_ups", "incidents", "providers"), ("community", "community_factors")]
)
def test_sheets_that_an_office_does_not_use_may_be_left_out(catalogue, forms):
    everything = good(catalogue)
    workbook = checked(catalogue, written({form: everything[form] for form in forms}))

    assert (workbook.verdict, workbook.country, told(workbook)) == (Verdict.READY, "MD", [])


def test_sessions_handed_in_before_are_known(catalogue, plain):
    alone = written({"community_factors": good(catalogue)["community_factors"]})
    before = {"community": plain.tables["community"]}

    assert told(checked(catalogue, alone, country="MD", known=lambda _country: before)) == []
    assert told(
        checked(catalogue, alone, country="MD", known=lambda _: {"community": before["community"].clear()})
    ) == [("unknown_code", "community_factors", "session_id")]


def test_a_workbook_of_follow_ups_alone_needs_its_country_from_elsewhere(catalogue):
    alone = written({"follow_ups": good(catalogue)["follow_ups"]})

    assert told(checked(catalogue, alone)) == [("no_country", None, None)]
    assert (checked(catalogue, alone, country="MD").country, told(checked(catalogue, alone, country="MD"))) == (
        "MD",
        [],
    )


def test_people_handed_in_before_are_known(catalogue, plain):
    alone = written({"follow_ups": good(catalogue)["follow_ups"]})
    before = plain.tables["survivors"].filter(polars.col("survivor_id") == "MD-0001")
    workbook = checked(
        catalogue, alone, country="MD", known=lambda country: {"survivors": before} if country == "MD" else {}
    )

    assert [(each.code, each.cell) for each in workbook.problems] == [("unknown_survivor", "A3")]


def test_blank_sheets_are_passed_over(catalogue, plain):
    same_tables(checked(catalogue, written(good(catalogue), change=lambda book: book.create_sheet("Sheet1"))), plain)


def test_days_counted_from_1904_are_the_same_days(catalogue, plain):
    """As in workbooks from older Macs."""

    def old_mac(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904

    same_tables(checked(catalogue, written(good(catalogue), change=old_mac)), plain)


def test_the_stages_are_told_in_order(catalogue):
    stages: list[str] = []
    checked(catalogue, b"no workbook", progress=stages.append)
    checked(catalogue, written(good(catalogue)), progress=stages.append)

    assert stages == ["opening", "reading", "opening", "reading", "checking"]
