"""Workbooks past their check, for services that come after it."""

from collections.abc import Callable

import pytest
from checked_rows import checked_rows

from monitoring.intake.check import CheckedWorkbook

PERSON = {
    "gender": "woman_or_girl",
    "age_band": "18-29",
    "consent_record": "given",
    "consent_contact": "given",
    "case_status": "active",
}


@pytest.fixture
def workbook(typed) -> Callable[..., CheckedWorkbook]:
    """workbook("first", people=3, warnings=[...], survivors={"MD-0001": {...}}): Moldova's, with so many people."""

    def make(name, *, people=3, country="MD", warnings=(), survivors=None, **rows):
        codes = [f"{country}-{number:04}" for number in range(1, people + 1)]
        own = survivors or {}
        listed = [{**PERSON, "country": country, "survivor_id": code, **own.get(code, {})} for code in codes]
        tables = {"survivors": typed("survivors", listed), **{form: typed(form, of) for form, of in rows.items()}}
        return checked_rows(country, tables, name=name, warnings=warnings)

    return make
