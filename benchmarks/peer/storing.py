"""Keeps the typed rows in a DuckDB file and counts what changed. The newest row of a key replaces the one before."""

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl

from benchmarks.peer.reading import Sheet
from monitoring.derive.create_table import columns_of, quoted
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form
from monitoring.domain.submission import Changes


class PlainStore:
    """One DuckDB file, not encrypted, one table a form."""

    def __init__(self, path: Path, catalogue: Catalogue) -> None:
        self.connection = duckdb.connect(path)
        self.columns = {name: _columns(form) for name, form in catalogue.forms.items()}
        for name, columns in self.columns.items():
            listed = ", ".join(f"{quoted(column)} {kind}" for column, kind in columns.items())
            self.connection.execute(f"create table {name} ({listed})")

    def known(self, country: str) -> dict[str, pd.DataFrame]:
        """The country's rows from before, by form."""
        return {name: self._rows(name, country) for name in ("survivors", "providers")}

    def rows(self, name: str) -> pl.DataFrame:
        """Every row of a form, to be compared with ours."""
        return self.connection.execute(f"select * from {name}").pl()

    def hand_in(self, country: str, sheets: Mapping[str, Sheet]) -> Changes:
        """Writes the rows in one transaction and says what they changed."""
        total = Changes()
        with self.connection.cursor() as cursor:
            cursor.begin()
            for name, sheet in sheets.items():
                cursor.register("incoming", sheet.rows.assign(country=country))
                same_key = _same(("country", *sheet.form.key))
                total += _changes(cursor, name, same_key, sheet.form, country)
                cursor.execute(f"delete from {name} as before using incoming where {same_key}")
                listed = ", ".join(map(quoted, self.columns[name]))
                cursor.execute(f"insert into {name} ({listed}) select {listed} from incoming")
            cursor.commit()
        return total

    def _rows(self, name: str, country: str) -> pd.DataFrame:
        return self.connection.execute(f"select * from {name} where country = ?", [country]).df()


def _columns(form: Form) -> dict[str, str]:
    return {name: kind for name, kind in columns_of(form).items() if name != "submission_id"}


def _same(names: tuple[str, ...]) -> str:
    return " and ".join(f"incoming.{quoted(name)} is not distinct from before.{quoted(name)}" for name in names)


def _changes(cursor: duckdb.DuckDBPyConnection, name: str, same_key: str, form: Form, country: str) -> Changes:
    compared = tuple(each for each in (*form.names, "missing_answers") if each not in form.key)
    counts = cursor.execute(
        f"""
        select
            count(*) filter (where before.country is null),
            count(*) filter (where before.country is not null and not ({_same(compared)})),
            count(*) filter (where before.country is not null and ({_same(compared)})),
            (select count(*) from {name} where country = ?) - count(before.country)
        from incoming left join {name} as before on {same_key}
        """,
        [country],
    ).fetchone()
    return Changes(*(counts or ()))
