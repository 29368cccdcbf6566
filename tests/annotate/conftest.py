"""The day on which the sample files are looked at."""

from datetime import date

import pytest


@pytest.fixture
def sample_day():
    return date(2026, 6, 1)
