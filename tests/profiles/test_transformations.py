"""Each transformation of the closed list does what it says, and leaves to our own checks what it cannot read."""

from datetime import date
from io import BytesIO

import pytest
from instrument_files import plain_sheet, told, tried
from openpyxl import load_workbook

from monitoring.domain.age import age_on, band_of
from monitoring.domain.profile import Constant, DateOrder, Profile, ProfileColumn, Transformation
from monitoring.domain.verdict import Verdict

BANDS = ("0-8", "9-17", "18-29", "30-47", "48+")


@pytest.fixture
def other():
    """Another survey that has a code, an age, dates with the day first, and two flags; the consent is in its terms."""
    return Profile(
        name="other",
        label={"en": "Another survey", "fr": "Une autre enquête"},
        source="Invented",
        seen={"en": "All", "fr": "Tout"},
        form="survivors",
        missing={"not_asked": ("88",), "blank": ("99",)},
        columns=(
            ProfileColumn(("id",), "survivor_id"),
            ProfileColumn(("age",), "age_band", Transformation.AGE_TO_BAND),
            ProfileColumn(("back on",), "return_date", Transformation.PARSE_DATE, order=DateOrder.DAY_MONTH_YEAR),
            ProfileColumn(("work",), "exploitation_types", Transformation.COMBINE, {"x": "ForcedLabour", "-": ""}),
            ProfileColumn(("begging",), "exploitation_types", Transformation.COMBINE, {"x": "ForcedBegging", "-": ""}),
        ),
        constants=(Constant("consent_record", "given"), Constant("country", "NG"), Constant("legal_advice", "yes")),
    )


def row(**answers):
    return {"id": "NG-0001", "age": 34, "back on": "31/12/2024", "work": "x", "begging": "-", **answers}


def test_ages_dates_flags_and_constants_become_answers_of_ours(catalogue, other):
    rows = [row(), row(id="NG-0002", age="17.0", begging="x", **{"back on": date(2024, 2, 29)})]
    result = tried(catalogue, other, plain_sheet(rows))
    columns = ("age_band", "return_date", "exploitation_types", "consent_record", "country", "legal_advice")

    assert result.checked.verdict is Verdict.READY
    assert result.checked.tables["survivors"].select(columns).rows() == [
        ("30-47", date(2024, 12, 31), "ForcedLabour", "given", "NG", True),
        ("9-17", date(2024, 2, 29), "ForcedLabour ForcedBegging", "given", "NG", True),
    ]


def test_a_reason_stays_apart_from_a_plain_blank(catalogue, other):
    table = tried(catalogue, other, plain_sheet([row(age=88), row(id="NG-0002", age=99)])).checked.tables["survivors"]

    assert table["age_band"].to_list() == [None, None]
    assert table["missing_answers"].to_list() == ["age_band=not_asked", None]


def test_what_cannot_be_is_told_where_it_stands(catalogue, other):
    rows = [row(age=200), row(id="NG-0002", age="old", **{"back on": "12/31/2024"}), row(id="NG-0003", begging="?")]

    assert sorted(told(tried(catalogue, other, plain_sheet(rows)))) == [
        ("age_cannot_be", "B2", "age"),
        ("not_a_date", "C3", "back on"),
        ("not_on_list", "B3", "age"),
        ("not_on_list", "E4", "begging"),
    ]


def test_error_values_and_merged_cells_are_told_as_in_a_workbook_of_ours(catalogue, other):
    book = load_workbook(BytesIO(plain_sheet([row(), row(id="NG-0002"), row(id="NG-0003")])))
    sheet = book["data"]
    sheet["E2"] = "#REF!"
    sheet["E2"].data_type = "e"
    sheet.merge_cells("C3:C4")
    out = BytesIO()
    book.save(out)

    assert told(tried(catalogue, other, out.getvalue())) == [
        ("error_cell", "E2", "begging"),
        ("merged_cells", "C3", "back on"),
    ]


@pytest.mark.parametrize(
    ("age", "band"),
    [(-1, None), (0, "0-8"), (8, "0-8"), (9, "9-17"), (17, "9-17"), (47, "30-47"), (48, "48+"), (111, None)],
)
def test_every_age_has_one_band_and_ages_beyond_belief_have_none(age, band):
    assert band_of(age, BANDS) == band


def test_age_counts_whole_years_up_to_the_birthday():
    born = date(2000, 2, 29)

    assert [age_on(born, day) for day in (date(2018, 2, 28), date(2018, 3, 1), date(1999, 1, 1))] == [17, 18, -2]
