"""The sample data, handed in and accepted, whole or cut to so many people of each country. Holds no test."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars

from monitoring.bootstrap import open_house, sample_day
from monitoring.domain.people import Actor, Role
from monitoring.intake.check import CheckedWorkbook
from monitoring.services import hand_in, submissions, workbook_check
from monitoring.services.house import House
from monitoring.settings import ROOT, Settings

MANAGER = Actor("Mina", Role.PROGRAMME_MANAGER)


def sample_house(folder: Path, people: int | None = None) -> House:
    """A house in the folder with every good workbook of the sample. Close its store afterwards."""
    settings = Settings(data=folder / "data", key_file=folder / "key", today=date.min, pinned=True)
    house = open_house(replace(settings, today=sample_day(settings)))
    for path in sorted((ROOT / "sample_data" / "good").glob("*.xlsx")):
        checked = workbook_check.check(MANAGER, house, path.read_bytes(), path.name)
        cut = checked if people is None else _cut(checked, people)
        office = Actor(f"Office {checked.country}", Role.COUNTRY_OFFICE, frozenset({str(checked.country)}))
        submissions.accept(MANAGER, house, hand_in.hand_in(office, house, cut).id)
    return house


def _cut(checked: CheckedWorkbook, people: int) -> CheckedWorkbook:
    """The workbook with its first people alone; what is not about a person stays."""
    kept = checked.tables["survivors"].sort("survivor_id").head(people).select("survivor_id")

    def of_them(tables: Mapping[str, polars.DataFrame]) -> dict[str, polars.DataFrame]:
        return {
            form: table.join(rows[form], on="sheet_row", how="semi") if form in rows else table
            for form, table in tables.items()
        }

    rows = {
        form: table.join(kept, on="survivor_id", how="semi").select("sheet_row")
        for form, table in checked.tables.items()
        if "survivor_id" in table.columns
    }
    return replace(checked, tables=of_them(checked.tables), cells=of_them(checked.cells))
