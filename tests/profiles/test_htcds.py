"""HTCDS workbooks are read through their profile: both dialects, answers collapsed, and nothing left out in silence."""

from datetime import date

import pytest
from instrument_files import codes, form_definition, official_htcds, plain_sheet, told, tried, workbook

from monitoring.domain.verdict import Verdict
from monitoring.settings import ROOT

REAL = ROOT.parent / "shared" / "real" / "htcds"
ADDED = ("survivor_id", "country", "return_date")


def person(**answers):
    usual = {
        "con_Consent": "TRUE", "prs_FirstName": "Zqxname", "prs_Birthdate": date(1999, 5, 17), "prs_Gender": "Feminine",
        "vic_TypeOfExploitation": "ForcedLabour", "cas_Status": "Active", "survivor_id": "NG-0001", "country": "NG",
        "return_date": date(2025, 2, 1),
    }  # fmt: skip
    return {**usual, **answers}


@pytest.fixture
def htcds(catalogue):
    return catalogue.profiles["htcds"]


def test_the_empty_official_workbook_is_read_and_its_counter_counts_nobody(catalogue, htcds):
    result = tried(catalogue, htcds, official_htcds(htcds))

    assert result.checked.verdict is Verdict.NEEDS_FIXING
    assert (result.report.kind, result.report.columns, result.report.rows) == ("answers", 38, 0)
    assert [each.column for each in result.report.mapped] == [column.name for column in htcds.columns]
    assert len(result.report.unmapped) == 34  # 33 with a heading, and the counter
    assert all(each.reason["en"] and each.reason["fr"] for each in result.report.unmapped)
    assert told(result) == [("column_needed", None, "survivor_id"), ("country_needed", None, "country")]
    assert {"no_rows_filled_in", "headings_disagree", "age_needs_a_day", "columns_not_mapped"} <= codes(result)


def test_rows_map_onto_our_form_and_their_gender_codes_are_never_stored(catalogue, htcds):
    genders = [
        "Feminine",
        "Masculine",
        "TransgenderFeminine",
        "TransgenderMasculine",
        "NonConforming",
        "NonSpecifiedUnknown",
    ]
    rows = [person(prs_Gender=gender, survivor_id=f"NG-000{at}") for at, gender in enumerate(genders)]
    result = tried(catalogue, htcds, official_htcds(htcds, rows, added=ADDED))
    table = result.checked.tables["survivors"]

    assert result.checked.verdict is Verdict.READY
    assert (result.report.rows, result.checked.sheets[0].ready) == (6, 6)
    assert table["gender"].to_list() == [
        "woman_or_girl", "man_or_boy", "woman_or_girl", "man_or_boy", "another", "not_recorded",
    ]  # fmt: skip
    assert table["age_band"].unique().to_list() == ["18-29"]
    assert table["consent_record"].unique().to_list() == ["given"]
    assert table["sheet_row"].to_list() == [3, 4, 5, 6, 7, 8]
    assert "Zqxname" not in str(table.rows())


def test_labels_as_answers_and_several_in_one_cell_are_read_too(catalogue, htcds):
    row = person(
        prs_Gender="Non-Conforming\u00a0", con_Consent=False, cas_Status="Closed Referred",
        vic_TypeOfExploitation="Forced labour; Forced military (by non-state actors);Surrogacy ",
    )  # fmt: skip
    table = tried(catalogue, htcds, official_htcds(htcds, [row], added=ADDED)).checked.tables["survivors"]

    assert table.select("gender", "consent_record", "case_status", "exploitation_types").row(0) == (
        "another", "refused", "transferred", "ForcedLabour ForcedMilitaryByNonStateActors Surrogacy",
    )  # fmt: skip


def test_mistakes_are_told_at_the_cell_and_column_of_the_uploaded_file(catalogue, htcds):
    rows = [
        person(prs_Gender="Femenine"),
        person(survivor_id="NG-0002", prs_Birthdate="17th of May"),
        person(survivor_id="NG-0003", prs_Birthdate=date(2025, 3, 1), vic_TypeOfExploitation="ForcedLabour; Zqx"),
        person(survivor_id="NG-0001", return_date=date(2026, 7, 1)),
    ]
    result = tried(catalogue, htcds, official_htcds(htcds, rows, added=ADDED))
    names = [name for name, _ in htcds.headings()]
    at = {name: names.index(name) + 1 for name in names}
    from monitoring.intake.addresses import letters

    def cell(name, row):
        return f"{letters(at[name])}{row}"

    assert sorted(told(result)) == sorted(
        [
            ("not_on_list", cell("prs_Gender", 3), "prs_Gender"),
            ("not_a_date", cell("prs_Birthdate", 4), "prs_Birthdate"),
            ("age_cannot_be", cell("prs_Birthdate", 5), "prs_Birthdate"),
            ("not_on_list", cell("vic_TypeOfExploitation", 5), "vic_TypeOfExploitation"),
            ("duplicate_key", f"{letters(39)}6", "survivor_id"),
            ("date_in_future", f"{letters(41)}6", "return_date"),
        ]
    )
    assert (result.report.rows, result.checked.sheets[0].ready) == (4, 0)


def test_an_answer_without_a_counterpart_stays_blank_and_is_said(catalogue, htcds):
    result = tried(catalogue, htcds, official_htcds(htcds, [person(cas_Status="Closed")], added=ADDED))

    assert result.checked.verdict is Verdict.READY
    assert result.checked.tables["survivors"]["case_status"].to_list() == [None]
    assert ("answer_not_mapped", "F3", "cas_Status") in told(result, "warning")


def test_what_our_form_needs_is_said_once_a_column_and_the_country_may_be_given(catalogue, htcds):
    rows = [person(survivor_id=None), person(survivor_id=None)]
    result = tried(catalogue, htcds, official_htcds(htcds, rows), country="NG")

    assert told(result) == [("column_needed", None, "survivor_id")]
    assert [each for each in told(result, "warning") if each[2] == "return_date"] == [
        ("column_wanted", None, "return_date")
    ]
    assert (result.report.rows, result.checked.sheets[0].ready) == (2, 0)


def test_an_export_of_the_xlsform_has_other_names_and_groups(catalogue, htcds):
    row = {
        "start": "2026-01-01", "person/con_Consent": "TRUE", "person/prs_First_Name": "Zqx",
        "person/prs_Gender": "Masculine",
        "vic_TypeOfExploitation": "ForcedLabour ForcedBegging", "vic_TypeOfExploitation/ForcedLabour": 1,
        "vic_Methods_of_Control": "DebtBondage ", "_uuid": "Zqx", "survivor_id": "NG-0001",
    }  # fmt: skip
    result = tried(catalogue, htcds, plain_sheet([row]), country="NG")
    table = result.checked.tables["survivors"]

    assert result.checked.verdict is Verdict.READY
    assert table.select("gender", "exploitation_types").row(0) == ("man_or_boy", "ForcedLabour ForcedBegging")
    assert "unknown_column" not in codes(result)


def test_a_form_definition_is_recognised_and_holds_nobodys_answers(catalogue, htcds):
    survey = [
        ("start", "start", ""), ("select_one gender", "prs_Gender", "Gender"), ("text", "prs_First_Name", "First Name"),
        ("select_one status", "cas_Status", "Status"), ("text", "zqx", "Zqx"), ("calculate", "__version__", ""),
    ]  # fmt: skip
    choices = [("gender", "Feminine", "Feminine\u00a0"), ("gender", "Zqx ", "Zqx"), ("status", "Closed ", "Closed")]
    result = tried(catalogue, htcds, form_definition(survey, choices))

    assert (result.report.kind, result.report.columns) == ("form_definition", 4)
    assert [each.column for each in result.report.mapped] == ["prs_Gender", "cas_Status"]
    assert [(each.column, each.mapped, each.unmapped, each.unknown) for each in result.report.choices] == [
        ("prs_Gender", 1, 0, 1), ("cas_Status", 0, 1, 0),
    ]  # fmt: skip
    assert ("question_not_in_profile", "B6", None) in told(result, "warning")
    assert ("choice_not_in_profile", "B3", "prs_Gender") in told(result, "warning")


def test_a_file_of_something_else_is_refused(catalogue, htcds):
    result = tried(catalogue, htcds, workbook({"Sheet1": [["Fruit", "Price"], ["Apple", 1]]}))

    assert (result.checked.verdict, result.report, codes(result)) == (Verdict.REFUSED, None, {"not_this_instrument"})


@pytest.mark.skipif(not REAL.exists(), reason="the real files are not part of the repository")
@pytest.mark.parametrize(
    ("file", "kind", "columns", "mapped"),
    [("HTCDS_Excel_Spreadsheet_v2.0.xlsx", "answers", 38, 5), ("htcds_xlsform.xlsx", "form_definition", 31, 5)],
)
def test_the_real_files_are_read(catalogue, htcds, file, kind, columns, mapped):
    result = tried(catalogue, htcds, (REAL / file).read_bytes())

    assert result.checked.verdict is Verdict.NEEDS_FIXING
    assert (result.report.kind, result.report.columns, len(result.report.mapped)) == (kind, columns, mapped)
    assert result.report.rows == 0
    assert not {"unknown_column", "question_not_in_profile", "choice_not_in_profile"} & codes(result)
    assert told(result) == [("column_needed", None, "survivor_id"), ("country_needed", None, "country")]
