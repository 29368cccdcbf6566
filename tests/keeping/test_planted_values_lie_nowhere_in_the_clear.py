"""Values planted in uploads, file names, filters, reasons and errors: searched for in every file and every output.

Database and its log, kept cells, temporary files, people and log, backups, what processes print, crash reports: none.
"""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest
from openpyxl import load_workbook
from real_server import add_people, run_aside, run_page, serve
from real_server import opened as line_to

from monitoring.settings import ROOT

CANARY = "Zqxcanaryzq"
CODE = "MD-ZQXCANARY"
"""In the place of a survivor's code, where it is kept; the other is refused or never kept."""


def plant(folder: Path) -> tuple[Path, Path]:
    """A workbook that can be handed in with a planted code and name, and one full of what cannot be read."""
    good, bad = folder / f"{CANARY}_good.xlsx", folder / f"{CANARY}_bad.xlsx"
    workbook = load_workbook(ROOT / "sample_data" / "good" / "moldova.xlsx")
    first = workbook["survivors"].cell(3, 1).value
    for sheet in workbook:
        for row in sheet.iter_rows(min_row=3):
            for cell in row:
                if cell.value == first:
                    cell.value = CODE
    workbook.save(good)
    for sheet in workbook:
        for row in range(3, 6):
            for cell in sheet[row]:
                cell.value = f"{CANARY} {cell.row}{cell.column_letter}"
    workbook.save(bad)
    return good, bad


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory):
    """A folder in which all of it was tried, and what every process printed."""
    folder = tmp_path_factory.mktemp("canary")
    workbooks = folder / "at the office"
    workbooks.mkdir()
    good, bad = plant(workbooks)
    add_people(folder / "data")
    said = [
        run(folder, "check", bad, "--json"),
        run(folder, "load", bad, "--as", "Mina"),
        run(folder, "load", good, "--as", "Mina"),
        run(folder, "figures", "--indicator", "housing_secure", "--where", f"country={CANARY}", "--as", "Mina"),
        run(folder, "figures", "--indicator", CANARY, "--as", "Mina"),
        run(folder, "undo", "1", "--reason", f"{CANARY} +373 69 123 456", "--as", "Mina"),
        run(folder, "send-back", "1", "--reason", f"the file of {CANARY}", "--as", "Mina"),
        run(folder, "erase", CANARY, "--country", "MD", "--reason", "asked in writing", "--as", "Mina"),
        run(folder, "load", good, "--as", "Mihai"),
    ]
    said += [as_served(folder)]
    said += [run(folder, "backup", folder / "house.backup"), run(folder, "verify"), run(folder, "log", "verify")]
    shutil.rmtree(workbooks)
    return folder, said


def run(folder: Path, *words: object) -> str:
    environment = {**os.environ, "MONITORING_KEY": str(folder / "key"), "TMPDIR": str(temporary(folder))}
    place = ["--data", str(folder / "data"), "--today", "2026-06-01"]
    command = [sys.executable, "-m", "monitoring", *place, *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=False, timeout=300)
    return f"{done.stdout}\n{done.stderr}"


def temporary(folder: Path) -> Path:
    (folder / "tmp").mkdir(exist_ok=True)
    return folder / "tmp"


def as_served(folder: Path) -> str:
    """The same through a server: at the door, in addresses, in a page's filters; then it is killed where it stands."""
    for server in serve(folder, TMPDIR=str(temporary(folder))):
        with server.client() as client:
            client.post("/sign-in", data={"name": CANARY, "password": CANARY, "code": CANARY})
            client.get(f"/{CANARY}?country={CANARY}", headers={"x-monitoring-session": CANARY, "user-agent": CANARY})
        with server.signed_in("office_md") as client:
            run_aside(_look(server, client))
            client.get(f"/download/{CANARY}")
            client.put(f"/_stcore/upload_file/{CANARY}/{CANARY}", content=CANARY.encode())
        inside = "".join(each.read_bytes().decode("latin-1") for each in files(folder / "data"))
        for process in children_of(os.getpid()):
            if str(folder) in Path(f"/proc/{process}/cmdline").read_text().replace("\0", " "):
                os.kill(process, signal.SIGABRT)
    return inside + (folder / "server.log").read_text()


async def _look(server, client: httpx2.Client) -> None:
    async with line_to(server, client) as line:
        await run_page(line, "housing", f"country={CANARY}&gender={CANARY}")
        await run_page(line, "due", f"case={CODE}")


def children_of(process: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def files(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file()]


def test_no_file_holds_a_planted_value(lived_in):
    folder, _ = lived_in
    found = files(folder)
    names = {each.name for each in found}

    assert {"monitoring.duckdb", "people.sqlite", "000001.cells", "house.backup", "server.log", "key"} <= names
    planted = [each.name for each in found if any(word in each.read_bytes() for word in words())]
    assert planted == []


def test_no_process_printed_one(lived_in):
    _, said = lived_in

    assert len(said) == 13
    assert "handed in as number" in said[2]
    assert "handed in as number" in said[8]
    assert [at for at, text in enumerate(said) if CODE in text or CANARY.casefold() in without_file_names(text)] == []


def without_file_names(text: str) -> str:
    """The name of a file is told to whoever named it; it is no cell. In the log and in files it may not stand."""
    return text.casefold().replace(f"{CANARY}_good.xlsx".casefold(), "").replace(f"{CANARY}_bad.xlsx".casefold(), "")


def words() -> list[bytes]:
    """Each as text and as Excel or DuckDB might keep it."""
    return [
        form for word in (CANARY, CODE) for form in (word.encode(), word.encode("utf-16-le"), word.upper().encode())
    ]


def test_an_error_nobody_foresaw_tells_a_number_and_no_value(tmp_path, monkeypatch, capfd):
    from monitoring.__main__ import main
    from monitoring.access.log import Log
    from monitoring.access.people import PeopleBook
    from monitoring.command_line import records

    def fail(*given: object) -> int:
        raise ValueError(f"cell held {CANARY}")

    monkeypatch.setenv("MONITORING_KEY", str(tmp_path / "key"))
    monkeypatch.setattr(records, "template", fail)
    add_people(tmp_path / "data")
    status = main(["--data", str(tmp_path / "data"), "template", "--out", str(tmp_path / "t.xlsx")])
    told = "".join(capfd.readouterr())
    (line,) = Log(PeopleBook(tmp_path / "data" / "people.sqlite").file).newest()
    number = line.detail.split()[0]

    assert (status, line.what, line.detail.split()[1]) == (2, "failed", "ValueError")
    assert f"Reference {number}" in told
    assert CANARY not in told + line.detail


def test_a_crash_leaves_no_picture_of_the_memory():
    program = """
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
from monitoring.__main__ import main
main(["definitions", "check"])
print(resource.getrlimit(resource.RLIMIT_CORE))
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True, timeout=120)

    assert done.stdout.splitlines()[-1] == "(0, 0)"


def test_what_the_database_puts_aside_when_memory_is_short_is_encrypted(store):
    rows = store.rows("select name, value from duckdb_settings() where name = 'temp_file_encryption'", {})

    assert [row["value"] for row in rows] == ["true"]
