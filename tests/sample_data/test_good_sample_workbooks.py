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


@pytest.mark.parametrize("name", COUNTRIES)
def test_a_hand_in_is_ready_and_kobo_s_export_of_it_says_the_same(name: str, check: Check) -> None:
    ours, kobo = check(f"good/{name}.xlsx"), check(f"kobo/{name}_xml_names.xlsx")

    assert [(each.verdict, each.country, each.problems) for each in (ours, kobo)] == [
        (Verdict.READY, COUNTRIES[name], ())
    ] * 2
    for form, table in ours.tables.items():
        assert table.drop("sheet_row").equals(kobo.tables[form].drop("sheet_row")), form


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
    for folder, ending in (("good", ""), ("kobo", "_xml_names")):
        files = sorted((SAMPLE / folder).iterdir())

        assert [file.name for file in files] == [f"{name}{ending}.xlsx" for name in COUNTRIES]
        assert sum(file.stat().st_size for file in files) < 3_500_000
