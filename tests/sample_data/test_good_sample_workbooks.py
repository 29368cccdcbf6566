"""Nine offices' workbooks load without a problem, in our layout and in Kobo's, and say the same."""

from collections.abc import Callable
from datetime import date

import pytest

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.verdict import Verdict
from monitoring.intake.check import CheckedWorkbook
from monitoring.settings import ROOT

SAMPLE = ROOT / "sample_data"
Check = Callable[..., CheckedWorkbook]
COUNTRIES = {
    "albania": "AL", "bangladesh": "BD", "brazil": "BR", "china": "CN", "india": "IN", "moldova": "MD",
    "nigeria": "NG", "pakistan": "PK", "tunisia": "TN",
}  # fmt: skip
DIALECTS = (
    "template", "plain", "plain_with_titles", "tagged", "xml_names_groups", "labels", "labels_fr", "split",
    "own_groups",
    "versions", "sent_again", "repeats", "odk", "odk_repeats",
)  # fmt: skip


@pytest.mark.parametrize("name", COUNTRIES)
def test_a_hand_in_is_ready_and_kobo_s_export_of_it_says_the_same(name: str, check: Check) -> None:
    ours, kobo = check(f"good/{name}.xlsx"), check(f"kobo/{name}_xml_names.xlsx")

    assert [(each.verdict, each.country, each.problems) for each in (ours, kobo)] == [
        (Verdict.READY, COUNTRIES[name], ())
    ] * 2
    for form, table in ours.tables.items():
        assert table.drop("sheet_row").equals(kobo.tables[form].drop("sheet_row")), form


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_of_a_hand_in_gives_the_same_rows(dialect: str, check: Check) -> None:
    ours, theirs = check("good/tunisia.xlsx"), check(f"kobo/tunisia_{dialect}.xlsx")

    assert (theirs.verdict, theirs.country) == (Verdict.READY, "TN")
    assert {problem.code for problem in theirs.problems} <= {"sent_again"}
    for form, table in ours.tables.items():
        assert table.drop("sheet_row").equals(theirs.tables[form].drop("sheet_row")), form


def test_what_was_sent_again_is_counted(check: Check) -> None:
    problems = check("kobo/tunisia_sent_again.xlsx").problems

    assert [dict(each.facts)["count"] for each in problems if each.sheet == "follow_ups"] == ["2", "2"]


def test_every_question_is_answered_by_somebody(check: Check, catalogue: Catalogue) -> None:
    tables = [check(f"good/{name}.xlsx").tables for name in ("albania", "nigeria", "pakistan")]

    silent = {
        (form.name, question)
        for form in catalogue.forms.values()
        for question in form.names
        if all(each[form.name][question].is_null().all() for each in tables)
    }
    assert silent == set()


def test_a_hand_in_is_still_ready_on_a_later_day(check: Check) -> None:
    later = check("good/moldova.xlsx", today=date(2031, 1, 1))

    assert (later.verdict, later.problems) == (Verdict.READY, ())


def test_there_is_one_workbook_a_country_and_together_they_stay_small() -> None:
    dialects = {f"tunisia_{dialect}.xlsx" for dialect in DIALECTS}
    expected = {
        "good": {f"{name}.xlsx" for name in COUNTRIES},
        "kobo": {f"{name}_xml_names.xlsx" for name in COUNTRIES} | dialects,
    }
    for folder, names in expected.items():
        files = sorted((SAMPLE / folder).iterdir())

        assert {file.name for file in files} == names
        assert sum(file.stat().st_size for file in files) < 5_000_000
