"""Values planted in uploads, file names, filters, reasons and errors: searched for in every file and every output.

Database and its log, kept cells, temporary files, people and log, backups, what processes print, crash reports: none.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import httpx2
import pytest
from openpyxl import load_workbook
from real_server import add_people, run_aside, run_page, serve
from real_server import opened as line_to

from monitoring.__main__ import main
from monitoring.settings import ROOT

CANARY = "Zqxcanaryzq"
CODE = "MD-ZQXCANARY"
MINA = ("--as", "Mina")
AFTERWARDS = {"verify": ("verify",), "log": ("log", "verify")}
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
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MONITORING_KEY", str(folder / "key"))
        patch.setenv("TMPDIR", str(temporary(folder)))
        patch.setattr(tempfile, "tempdir", None)
        said = {
            "check": run(folder, "check", bad, "--json"),
            "load": run(folder, "load", good, "--as", "Mina"),
            "filter": run(folder, "figures", "--indicator", "housing_secure", "--where", f"age_band={CANARY}", *MINA),
            "undo": run(folder, "undo", "1", "--reason", f"{CANARY} +373 69 123 456", *MINA),
            "send back": run(folder, "send-back", "1", "--reason", f"the file of {CANARY}", *MINA),
            "erase": run(folder, "erase", CANARY, "--country", "MD", "--reason", "asked in writing", *MINA),
        }
        said["server"] = as_served(folder)
        said |= {name: run(folder, *words) for name, words in AFTERWARDS.items()}
        said["backup"] = run(folder, "backup", folder / "house.backup")
    shutil.rmtree(workbooks)
    return folder, said


def run(folder: Path, *words: object) -> str:
    """What the command prints, and what any child of it prints past it."""
    out = folder / "printed.txt"
    kept = [os.dup(1), os.dup(2)]
    with out.open("w") as file, redirect_stdout(file), redirect_stderr(file):
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
        try:
            main(["--data", str(folder / "data"), "--today", "2026-06-01", *map(str, words)])
        finally:
            file.flush()
            for number, old in enumerate(kept, 1):
                os.dup2(old, number)
                os.close(old)
    said = out.read_text()
    out.unlink()
    return said


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

    assert "handed in as number" in said["load"]
    assert "has no such value" in said["filter"]
    assert [what for what, text in said.items() if not text.strip()] == []
    assert [what for what, text in said.items() if CODE in text or CANARY.casefold() in without_file_names(text)] == []


def without_file_names(text: str) -> str:
    """The name of a file is told to whoever named it; it is no cell. In the log and in files it may not stand."""
    return text.casefold().replace(f"{CANARY}_good.xlsx".casefold(), "").replace(f"{CANARY}_bad.xlsx".casefold(), "")


def words() -> list[bytes]:
    """Each as text and as Excel or DuckDB might keep it."""
    return [
        form for word in (CANARY, CODE) for form in (word.encode(), word.encode("utf-16-le"), word.upper().encode())
    ]


def test_an_error_nobody_foresaw_tells_a_number_and_no_value(tmp_path, monkeypatch, capfd):
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
import resource
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
from monitoring.__main__ import main
main(["--data", "no such folder", "log", "verify"])
print(resource.getrlimit(resource.RLIMIT_CORE))
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True, timeout=120)

    assert done.stdout.splitlines()[-1] == "(0, 0)"


def test_what_the_database_puts_aside_when_memory_is_short_is_encrypted(store):
    rows = store.rows("select name, value from duckdb_settings() where name = 'temp_file_encryption'", {})

    assert [row["value"] for row in rows] == ["true"]
