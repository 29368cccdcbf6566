"""Writes the same rows as KoboToolbox exports them under XML names: all as text, its own columns beside ours."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from invent.dice import Dice
from invent.world import Cell, Row, Sheets
from workbooks import Workbook

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form

XML_NAMES = "xml_names"
"""What this dialect is called in the names of files."""

BEFORE = ("start", "end")
AFTER = (
    "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__",
    "_tags", "_index",
)  # fmt: skip
DATE_OF_ROW = {
    "survivors": "first_contact_date", "follow_ups": "contact_date", "services": "referred_on",
    "incidents": "reported_on", "plan_reviews": "reviewed_on", "case_studies": "held_on", "community": "held_on",
}  # fmt: skip


def write_kobo_export(path: Path, sheets: Sheets, catalogue: Catalogue, made_on: date, dice: Dice) -> None:
    """One sheet per form; several answers stay in one column, split by spaces."""
    workbook = Workbook(path, made_on)
    for name, form in catalogue.forms.items():
        rows = [[*BEFORE, *form.names, *AFTER], *_rows(form, sheets[name], made_on, dice)]
        sheet = workbook.sheet(name)
        for at, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if text:
                    sheet.write_string(at, column, text)
    workbook.close()


def _rows(form: Form, rows: Sequence[Row], made_on: date, dice: Dice) -> list[list[str]]:
    version = f"v{dice.getrandbits(64):x}"
    return [
        [
            *_started(form, row, made_on, dice),
            *(_text(row.get(name)) for name in form.names),
            *_system(row_number, version, dice),
        ]
        for row_number, row in enumerate(rows, 1)
    ]


def _started(form: Form, row: Row, made_on: date, dice: Dice) -> tuple[str, str]:
    """When the form was opened and closed, as the telephone wrote it down."""
    day = row.get(DATE_OF_ROW.get(form.name, "")) or made_on
    assert isinstance(day, date)
    start = datetime.combine(day, time(8 + dice.randint(0, 8), dice.randint(0, 59), dice.randint(0, 59)))
    end = start + timedelta(seconds=dice.randint(240, 3600))
    return f"{start.isoformat()}.000+00:00", f"{end.isoformat()}.000+00:00"


def _system(row_number: int, version: str, dice: Dice) -> tuple[str, ...]:
    id_ = str(400_000 + row_number * 7)
    uuid = str(UUID(int=dice.getrandbits(128), version=4))
    received = "2026-05-31T18:00:00"
    return (id_, uuid, received, "Approved", "", "submitted_via_web", "sample_office", version, "", str(row_number))


def _text(value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
    return str(value)
