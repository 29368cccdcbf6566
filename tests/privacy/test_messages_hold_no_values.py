"""Whatever stands in a cell never stands in a message: planted everywhere, found nowhere."""

import pytest
from openpyxl import load_workbook

from monitoring.__main__ import main
from monitoring.settings import ROOT

MARKER = "Zqxmarker Zq"


@pytest.fixture
def planted(tmp_path):
    """Moldova's sample workbook with the marker in every cell of its first rows, whatever they should hold."""
    workbook = load_workbook(ROOT / "sample_data" / "good" / "moldova.xlsx")
    for sheet in workbook:
        for row in range(3, 6):
            for cell in sheet[row]:
                cell.value = f"{MARKER}{cell.row}{cell.column_letter}"
    path = tmp_path / "planted.xlsx"
    workbook.save(path)
    return path


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_no_message_of_a_check_quotes_a_cell(planted, tmp_path, capfd, form):
    status = main(["--data", str(tmp_path / "data"), "--today", "2026-06-01", "check", str(planted), *form])
    said = capfd.readouterr()

    assert status == 1
    assert "not_a_date" in said.out or "date" in said.out
    assert MARKER.casefold().split()[0] not in (said.out + said.err).casefold()
