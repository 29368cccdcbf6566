"""The good workbook that every hostile one is made from, written as Excel writes it: shared texts, dates as numbers."""

from collections.abc import Collection
from datetime import date
from io import BytesIO

import xlsxwriter
from office_workbooks import good

from monitoring.domain.catalogue import Catalogue


def plain_workbook(catalogue: Catalogue, forms: Collection[str] | None = None) -> bytes:
    """All sheets, or only those of some forms."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        as_date = book.add_format({"num_format": "yyyy-mm-dd"})
        for form, rows in good(catalogue).items():
            if forms is not None and form not in forms:
                continue
            sheet = book.add_worksheet(form)
            names = list(dict.fromkeys(name for row in rows for name in row))
            sheet.write_row(0, 0, names)
            for at, row in enumerate(rows, 1):
                for column, name in enumerate(names):
                    style = as_date if isinstance(row.get(name), date) else None
                    sheet.write(at, column, row.get(name), style)
    return out.getvalue()
