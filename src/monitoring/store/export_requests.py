"""Requests for exports, and what became of them. Rows are added and never changed."""

import json
from dataclasses import replace
from datetime import datetime

from monitoring.domain.export import ExportRequest, ExportStatus
from monitoring.store.connection import Database

WRITTEN = "written"
_LISTED = (
    "select request_id, asked_by, asked_at, purpose, ethics, narrowed_to, formats "
    "from export_requests order by request_id desc"
)
_WRITTEN = (
    "select request_id, max(done_at) as written_at from export_events where event = 'written' "
    "group by request_id order by request_id"
)
_DECIDED = (
    "select request_id, event, done_by, done_at from export_events "
    "where event <> 'written' order by done_at, request_id"
)


class ExportRequests:
    """The requests of one data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, request: ExportRequest) -> ExportRequest:
        """Keeps a request under the next number, which it is returned with."""
        narrowed = json.dumps({name: list(values) for name, values in request.where.items()})
        with self._database.transaction() as cursor:
            (last,) = cursor.execute("select coalesce(max(request_id), 0) from export_requests").fetchone() or (0,)
            numbered = replace(request, id=int(last) + 1)
            row = [numbered.id, request.asked_by, request.asked_at, request.purpose, request.ethics, narrowed]
            cursor.execute(
                "insert into export_requests values (?, ?, ?, ?, ?, ?, ?)", [*row, " ".join(request.formats)]
            )
        return numbered

    def note(self, id_: int, event: str, *, by: str, at: datetime) -> None:
        """Adds a decision, or that the rows were written."""
        with self._database.transaction() as cursor:
            cursor.execute("insert into export_events values (?, ?, ?, ?)", [id_, event, by, at])

    def written(self) -> dict[int, datetime]:
        """Requests whose rows have left, and when they last did."""
        with self._database.cursor() as cursor:
            return dict(cursor.execute(_WRITTEN).fetchall())

    def listed(self) -> list[ExportRequest]:
        """Every request, the newest first, as it stands."""
        with self._database.cursor() as cursor:
            decided = {id_: (event, by, at) for id_, event, by, at in cursor.execute(_DECIDED).fetchall()}
            return [_request(row, decided.get(row[0])) for row in cursor.execute(_LISTED).fetchall()]


def _request(row: tuple[object, ...], decided: tuple[str, str, datetime] | None) -> ExportRequest:
    id_, by, at, purpose, ethics, narrowed, formats = row
    event, decided_by, decided_at = decided or (ExportStatus.ASKED, None, None)
    return ExportRequest(
        id=int(str(id_)),
        asked_by=str(by),
        asked_at=at,  # type: ignore[arg-type]  # DuckDB gives a datetime for a timestamp
        purpose=str(purpose),
        ethics=None if ethics is None else str(ethics),
        where={name: tuple(values) for name, values in json.loads(str(narrowed)).items()},
        formats=tuple(str(formats).split()),
        status=ExportStatus(event),
        decided_by=decided_by,
        decided_at=decided_at,
    )
