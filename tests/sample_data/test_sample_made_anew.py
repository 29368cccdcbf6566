"""The sample is what its program makes: the committed files are current, and the report in the README is true."""

import re
import subprocess
import sys
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from monitoring.settings import ROOT

SAMPLE = ROOT / "sample_data"


def run(*arguments: str) -> str:
    command = [sys.executable, str(SAMPLE / "make.py"), *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def cells(file: Path) -> dict[str, bytes] | bytes:
    """The parts of a workbook, unzipped: how they were packed depends on the machine."""
    try:
        with ZipFile(file) as archive:
            return {name: archive.read(name) for name in archive.namelist() if "media" not in name}
    except BadZipFile:
        return file.read_bytes()


def test_made_anew_the_files_are_the_same(tmp_path: Path) -> None:
    for country in ("moldova", "tunisia"):  # those from which the broken ones and the dialects are made
        run("--only", country, "--into", str(tmp_path))

    made = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.xlsx")}
    assert {path.name for path in made if path.parent.name == "broken"} == {
        path.name for path in (SAMPLE / "broken").iterdir()
    }
    changed = {str(path) for path in made if cells(tmp_path / path) != cells(SAMPLE / path)}
    assert changed == set(), "run: .venv/bin/python sample_data/make.py"


def test_the_readme_shows_the_report_as_it_is(readme: str) -> None:
    report = "\n".join(line.rstrip() for line in run("--report").splitlines())

    assert report in readme, "copy the output of: .venv/bin/python sample_data/make.py --report"


def test_a_quarter_to_a_third_are_lost_by_month_12_and_the_worse_off_more_often(readme: str) -> None:
    *_, interviewed = shares(readme, "together")
    kept, lost = shares(readme, "low wellbeing on return")

    assert 65 <= interviewed <= 75
    assert lost > kept + 5


def test_secure_housing_grows_from_under_half_to_over_two_thirds(readme: str) -> None:
    by_round = shares(readme, "housing secure")

    assert by_round[0] < 45
    assert by_round[-1] > 66
    assert by_round == sorted(by_round)


def shares(text: str, beginning: str) -> list[int]:
    """The percentages of the line that begins so."""
    line = next(line for line in text.splitlines() if line.startswith(beginning))
    return [int(number) for number in re.findall(r"(\d+)%", line)]
