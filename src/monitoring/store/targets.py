"""Targets as they were set; of each indicator and country the newest counts."""

from datetime import datetime

from monitoring.domain.target import Target
from monitoring.store.connection import Database

_NEWEST = (
    "select indicator, country, baseline, target, due_on, milestone, cast(set_at as date) as set_on from ("
    "select targets.*, row_number() over ("
    "partition by indicator, country order by set_at desc, due_on desc, target desc, baseline) as place from targets"
    ") as placed where place = 1 order by country nulls first, indicator"
)


class Targets:
    """The targets of one data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, target: Target, *, by: str, at: datetime) -> None:
        values = [target.indicator, target.country, target.baseline, target.milestone, target.target, target.due_on]
        with self._database.transaction() as cursor:
            cursor.execute("insert into targets values (?, ?, ?, ?, ?, ?, ?, ?)", [*values, by, at])

    def listed(self) -> list[Target]:
        with self._database.cursor() as cursor:
            return [Target(*row) for row in cursor.execute(_NEWEST).fetchall()]
