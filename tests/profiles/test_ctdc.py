"""CTDC's Global Dataset: flags become one answer, nine age groups five, and what is missing stays missing."""

import pytest
from instrument_files import codes, plain_sheet, told, tried

from monitoring.domain.verdict import Verdict

FLAGS = (
    "isForcedLabour", "isSexualExploit", "isOtherExploit", "isSexAndLabour", "isForcedMarriage", "isForcedMilitary",
    "isOrganRemoval", "isSlaveryAndPractices",
)  # fmt: skip
BANDS = ("0--8", "9--17", "18--20", "21--23", "24--26", "27--29", "30--38", "39--47", "48+")


def person(at=1, **answers):
    usual = {
        "survivor_id": f"XX-{at:04}", "consent_record": "given", "yearOfRegistration": 2016, "gender": "Female",
        "ageBroad": "18--20", "citizenship": "NG", "CountryOfExploitation": "IT", **dict.fromkeys(FLAGS, 0),
    }  # fmt: skip
    return {**usual, **answers}


def table_of(catalogue, rows):
    return tried(catalogue, "ctdc", plain_sheet(rows), country="NG").checked.tables["survivors"]


def test_nine_age_groups_collapse_into_five(catalogue):
    table = table_of(catalogue, [person(at, ageBroad=band) for at, band in enumerate(BANDS)])

    assert table["age_band"].to_list() == ["0-8", "9-17", *["18-29"] * 4, *["30-47"] * 2, "48+"]


def test_flags_become_one_answer_in_the_order_of_our_list(catalogue):
    rows = [
        person(1, isSexualExploit=1, isForcedLabour="1.0"),
        person(2, isSexAndLabour=1, isOtherExploit=1),
        person(3, isOrganRemoval=1, isForcedLabour=-99),
        person(4),
    ]

    assert table_of(catalogue, rows)["exploitation_types"].to_list() == [
        "ForcedLabour SexualExploitation", "ForcedLabour SexualExploitation Other", "OrganRemoval", None,
    ]  # fmt: skip


@pytest.mark.parametrize("nothing", ["-99", "-99.0", -99, "-", None, "00"])
def test_what_is_missing_is_blank_and_no_mistake(catalogue, nothing):
    row = person(gender=nothing, ageBroad=nothing, CountryOfExploitation=nothing, isForcedLabour=nothing)
    result = tried(catalogue, "ctdc", plain_sheet([row]), country="NG")
    table = result.checked.tables["survivors"]

    assert result.checked.verdict is Verdict.READY
    assert table.select("gender", "age_band", "country_of_exploitation", "exploitation_types").row(0) == (None,) * 4


def test_a_flag_that_is_neither_is_told_at_its_own_cell(catalogue):
    result = tried(catalogue, "ctdc", plain_sheet([person(isOtherExploit="maybe", isForcedLabour=1)]), country="NG")

    assert told(result) == [("not_on_list", "J2", "isOtherExploit")]
    assert (result.report.rows, result.checked.sheets[0].ready) == (1, 0)


def test_the_dataset_as_published_lacks_code_consent_and_country(catalogue):
    row = {key: value for key, value in person().items() if key not in ("survivor_id", "consent_record")}
    result = tried(catalogue, "ctdc", plain_sheet([row, row]))

    assert {column for _, _, column in told(result)} == {"survivor_id", "consent_record", "country"}
    assert len(told(result)) == 3
    assert "duplicate_key" not in codes(result)
    assert {each.column for each in result.report.unmapped} == {
        "citizenship", "isForcedMilitary", "isSlaveryAndPractices", "yearOfRegistration",
    }  # fmt: skip


def test_a_row_with_nothing_of_ours_is_not_left_out_in_silence(catalogue):
    empty = dict.fromkeys(person()) | {"citizenship": "NG"}
    result = tried(catalogue, "ctdc", plain_sheet([person(), empty]), country="NG")

    assert result.report.rows == 2
    assert "rows_without_answers" in codes(result)
