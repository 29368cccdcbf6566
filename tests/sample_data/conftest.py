"""The committed sample workbooks, checked on the sample's day."""

import tomllib
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from monitoring.domain.catalogue import Catalogue
from monitoring.intake.check import CheckedWorkbook, check_workbook
from monitoring.settings import ROOT

SAMPLE = ROOT / "sample_data"
Check = Callable[..., CheckedWorkbook]


@pytest.fixture(scope="session")
def sample_day() -> date:
    day: date = tomllib.loads((SAMPLE / "sample.toml").read_text(encoding="utf-8"))["today"]
    return day


@pytest.fixture(scope="session")
def check(catalogue: Catalogue, sample_day: date) -> Check:
    """check("good/moldova.xlsx"), optionally with the expected country and another day. Each is checked once."""

    @cache
    def do(file: str, *, country: str | None = None, today: date = sample_day) -> CheckedWorkbook:
        content = (SAMPLE / file).read_bytes()
        return check_workbook(catalogue, content, file, today=today, country=country)

    return do


@pytest.fixture(scope="session")
def readme() -> str:
    return (SAMPLE / "README.md").read_text(encoding="utf-8")
