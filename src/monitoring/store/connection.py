"""Opens the encrypted database file. All that is peculiar to DuckDB 1.5 stands here and nowhere else.

One cursor a query, never a shared connection: a connection shared by threads gives one caller another's answer.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from threading import Lock
from types import ModuleType

import duckdb

from monitoring.domain.refusal import Refusal

_NAME = "monitoring"
_SETTINGS = (
    "SET temp_file_encryption = true",
    "SET threads = 1",  # below a million rows a second thread gains nothing and keeps buffers of its own
    "SET memory_limit = '400MB'",
    "SET allocator_flush_threshold = '1MB'",
    "SET allocator_bulk_deallocation_flush_threshold = '1MB'",
    "SET checkpoint_threshold = '128MB'",  # else a large hand-in writes its rows twice while its office waits
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET allow_community_extensions = false",
    "SET preserve_insertion_order = false",
)


class StoreClosed(Refusal):
    """The database cannot be opened."""


class Database:
    """One open database file. Not for more than one process at a time; any number of threads.

    `version` changes with everything that is written: whatever was read before is to be read again.
    """

    def __init__(self, path: Path, key: str, older_keys: Sequence[str] = (), *, read_only: bool = False) -> None:
        """Opens or makes the file; to be read only, several processes may. A key is 64 hexadecimal digits; an older one
        is tried where the key does not fit.

        Raises StoreClosed.
        """
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._writing = Lock()
        self.version = 0
        self._connection = duckdb.connect(":memory:")
        _spare_pandas(self._connection)
        try:
            how = ", READ_ONLY" if read_only else ""
            self.key = self._attach_with(path, (key, *older_keys), how)  # the one that fitted
            self.present_key = key
            self._settle(path)
        except duckdb.Error as error:
            self._connection.close()
            raise StoreClosed(_reason(error), file=path, folder=path.parent) from None

    def _attach_with(self, path: Path, keys: Sequence[str], how: str) -> str:
        """The key that fitted. Raises duckdb.Error where none does."""
        extension = (
            files("duckdb_extension_httpfs") / "extensions" / f"v{duckdb.__version__}" / "httpfs.duckdb_extension"
        )
        self._connection.execute(f"LOAD '{extension}'")
        for key in keys:
            try:
                # ATTACH takes no parameters; the key is checked to be hexadecimal before it comes here
                self._connection.execute(f"ATTACH '{path}' AS {_NAME} (ENCRYPTION_KEY '{key}'{how})")
            except duckdb.Error as error:
                if key == keys[-1] or _reason(error) != "wrong_key":
                    raise
            else:
                return key
        raise duckdb.Error

    def _settle(self, path: Path) -> None:
        for setting in _SETTINGS:
            self._connection.execute(setting)
        self._connection.execute(f"SET temp_directory = '{path.parent / 'spill'}'")
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor on the attached file; `USE` does not carry over to a cursor, so it is said each time."""
        cursor = self._connection.cursor()
        try:
            cursor.execute(f"USE {_NAME}")
            yield cursor
        finally:
            cursor.close()

    @contextmanager
    def transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor whose work is kept whole or not at all. One writer at a time; readers never wait.

        Two that write at once would each see the history without the other: both took the same next number.
        """
        with self._writing, self.cursor() as cursor:
            cursor.execute("BEGIN TRANSACTION")
            try:
                yield cursor
            except BaseException:
                cursor.execute("ROLLBACK")
                raise
            cursor.execute("COMMIT")
            self.version += 1

    def checkpoint(self) -> None:
        """Writes what lies in the database's own log into its file; nobody else may be writing meanwhile."""
        with self._writing, self.cursor() as cursor:
            cursor.execute("CHECKPOINT")

    def close(self) -> None:
        """Writes everything to the file and lets go of it."""
        self._connection.close()


def _spare_pandas(connection: duckdb.DuckDBPyConnection) -> None:
    """At its first parameter DuckDB imports pandas, to recognise its values: 0.6 s and 50 MB that nobody here needs.

    It asks once and remembers the answer; here it is shown an empty module. Whoever imports pandas later gets it whole.
    """
    if "pandas" in sys.modules:
        return
    sys.modules["pandas"] = ModuleType("pandas")
    try:
        connection.execute("select ?", [""])
    finally:
        del sys.modules["pandas"]


def _reason(error: duckdb.Error) -> str:
    """Which of our sentences fits. DuckDB's own message may quote what a file holds."""
    text = str(error).lower()
    if "lock" in text or "conflict" in text:
        return "store_in_use"
    if "encryption key" in text:
        return "wrong_key"
    return "store_damaged"
