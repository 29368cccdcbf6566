"""What each dialect of one hand-in got, as a table: the verdict, what was told, and whether the rows are the same."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kobo import XML_NAMES

from exports.dialect import DIALECTS
from monitoring.domain.catalogue import Catalogue
from monitoring.intake.check import CheckedWorkbook, check_workbook


def table_of_dialects(folder: Path, country: str, catalogue: Catalogue, today: date) -> Iterator[str]:
    """One line a file; `folder` holds good/ and kobo/."""

    def checked(path: Path) -> CheckedWorkbook:
        return check_workbook(catalogue, path.read_bytes(), path.name, today=today)

    expected = checked(folder / "good" / f"{country}.xlsx")
    yield "| dialect | verdict | rows | told | the same rows |"
    yield "|---|---|---|---|---|"
    for dialect in (XML_NAMES, *DIALECTS):
        found = checked(folder / "kobo" / f"{country}_{dialect}.xlsx")
        same = all(
            name in found.tables and found.tables[name].drop("sheet_row").equals(table.drop("sheet_row"))
            for name, table in expected.tables.items()
        )
        counts = Counter(problem.code for problem in found.problems)
        told = ", ".join(f"{code} {count}" for code, count in counts.items()) or "nothing"
        rows = sum(sheet.rows for sheet in found.sheets)
        yield f"| {dialect} | {found.verdict} | {rows} | {told} | {'yes' if same else 'NO'} |"
