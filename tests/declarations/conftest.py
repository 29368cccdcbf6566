"""The declarations of the repository, read once."""

from pathlib import Path

import pytest

from monitoring.declarations.read import read_catalogue
from monitoring.domain.catalogue import Catalogue

INDICATORS = Path(__file__).parents[2] / "indicators"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return read_catalogue(INDICATORS)
