"""Whatever a file does to the child that reads it, whoever handed it in is told so in a sentence of its own."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from hostile_files import CASES
from office_workbooks import checked
from plain_workbook import plain_workbook

from monitoring.domain.problem import Level
from monitoring.domain.verdict import Verdict
from monitoring.intake import limits


@pytest.fixture(scope="module")
def book(catalogue):
    return plain_workbook(catalogue)


@pytest.mark.parametrize(("codes", "make"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_file_gets_its_sentence_and_no_other(catalogue, book, codes, make, monkeypatch):
    monkeypatch.setattr(limits, "PATIENCE_SECONDS", 600)  # a slow machine is no hostile file
    found = checked(catalogue, make(book))

    assert sorted({each.code for each in found.problems}) == codes
    assert all(each.level is Level.WARNING for each in found.problems) == (found.verdict is Verdict.READY)
