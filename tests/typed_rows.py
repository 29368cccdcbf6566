"""Typed tables of forms from rows that name only what matters, as intake would give them. Holds no test."""

from datetime import date
from typing import Any

import polars

from monitoring.derive.create_table import columns_of
from monitoring.domain.catalogue import Catalogue

POLARS = {"varchar": polars.String, "boolean": polars.Boolean, "date": polars.Date, "integer": polars.Int32}

Rows = list[dict[str, Any]]


def typed_tables(catalogue: Catalogue, country: str, rows: dict[str, Rows]) -> dict[str, polars.DataFrame]:
    """Form to its table; survivors get the usual answers where a row does not say otherwise."""
    return {
        form: typed_table(catalogue, form, [person(country, row) if form == "survivors" else row for row in of_form])
        for form, of_form in rows.items()
    }


def typed_table(catalogue: Catalogue, form: str, rows: Rows) -> polars.DataFrame:
    declared = catalogue.forms[form]
    kinds = {
        name: POLARS[kind]
        for name, kind in columns_of(declared).items()
        if name != "submission_id" and (name != "country" or declared.question("country"))
    }
    whole = [{"sheet_row": at, **row} for at, row in enumerate(rows, 3)]
    return polars.DataFrame([{name: row.get(name) for name in kinds} for row in whole], schema=kinds)


def person(country: str, row: dict[str, Any]) -> dict[str, Any]:
    usual = {
        "country": country,
        "provider_id": f"{country}-01",
        "gender": "woman_or_girl",
        "age_band": "18-29",
        "return_date": date(2024, 1, 1),
        "consent_record": "given",
        "consent_contact": "given",
        "case_status": "active",
    }
    return {**usual, **row}
