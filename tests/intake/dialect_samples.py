"""The program that makes the sample data, for tests that write a small hand-in in one dialect or another."""

import sys
from pathlib import Path

from monitoring.domain.catalogue import Catalogue
from monitoring.settings import ROOT

sys.path.insert(0, str(ROOT / "sample_data"))  # it is no package: it is run as a program

from exports.dialect import DIALECTS, Dialect
from exports.files import as_csv, write_workbook
from exports.grids import Grid, grids_of
from invent.offices import office
from invent.world import Sheets, read_world
from mistakes.draft import draft_from

__all__ = ["DIALECTS", "Dialect", "as_csv", "grids", "six_people", "written_in"]

WORLD = read_world(ROOT / "sample_data" / "sample.toml")


def six_people(catalogue: Catalogue) -> Sheets:
    """The hand-in from which the broken samples are made: small, and with something of everything."""
    country = next(each for each in WORLD.countries if each.name == "moldova")
    return draft_from(office(country, catalogue, WORLD), catalogue, WORLD.today).sheets


def grids(catalogue: Catalogue, sheets: Sheets, dialect: Dialect) -> dict[str, Grid]:
    return grids_of(catalogue, sheets, dialect)


def written_in(catalogue: Catalogue, sheets: Sheets, dialect: Dialect, folder: Path) -> bytes:
    """The hand-in as the bytes of a workbook."""
    path = folder / "hand_in.xlsx"
    write_workbook(path, grids_of(catalogue, sheets, dialect), WORLD.today)
    return path.read_bytes()
