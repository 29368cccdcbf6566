"""Makes and grows the tables: numbered migrations for our own, the declarations for those of the forms."""

from pathlib import Path

import duckdb

from monitoring.derive.create_table import add_column, columns_of, create_table, history_table
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form

_MIGRATIONS = Path(__file__).parent / "migrations"


def prepare(cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """Brings the database to this version: each migration once, in order, with its record; then the forms' tables."""
    cursor.execute("create table if not exists migrations (name varchar not null, applied_at timestamp not null)")
    done = {name for (name,) in cursor.execute("select name from migrations").fetchall()}
    for path in sorted(_MIGRATIONS.glob("*.sql")):
        if path.stem not in done:
            for statement in path.read_text(encoding="utf-8").split(";"):
                if statement.strip():
                    cursor.execute(statement)
            cursor.execute("insert into migrations values (?, current_timestamp::timestamp)", [path.stem])
    for form in catalogue.forms.values():
        cursor.execute(create_table(form))
        _grow(cursor, form)


def pending(cursor: duckdb.DuckDBPyConnection) -> list[str]:
    """Migrations that have not been run yet; opening the store runs them. Changes nothing."""
    sql = (
        "select count(*) from information_schema.tables "
        "where table_name = 'migrations' and table_catalog = current_database()"
    )
    (has_record,) = cursor.execute(sql).fetchone() or (0,)
    done = {name for (name,) in cursor.execute("select name from migrations").fetchall()} if has_record else set()
    return sorted({path.stem for path in _MIGRATIONS.glob("*.sql")} - done)


def _grow(cursor: duckdb.DuckDBPyConnection, form: Form) -> None:
    """Adds the columns of questions that are newer than the table; a question that is gone keeps its column."""
    sql = (
        "select column_name from information_schema.columns where table_name = ? and table_catalog = current_database()"
    )
    present = {name for (name,) in cursor.execute(sql, [history_table(form)]).fetchall()}
    for name in columns_of(form):
        if name not in present:
            cursor.execute(add_column(form, name))
