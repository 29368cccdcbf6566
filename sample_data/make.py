"""Makes the sample data anew: good/, kobo/ and broken/. Run with the project's Python; see README.md beside it."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from exports.dialect import DIALECTS
from exports.files import write_workbook
from exports.grids import grids_of
from exports.table import table_of_dialects
from invent.dice import Dice
from invent.offices import office
from invent.world import Sheets, World, read_world
from kobo import XML_NAMES, write_kobo_export
from mistakes import REPLACEMENTS, SPOILERS
from mistakes.draft import Draft, draft_from
from report import report
from workbooks import write_hand_in

from monitoring.declarations.read import read_catalogue
from monitoring.domain.catalogue import Catalogue

HERE = Path(__file__).resolve().parent
SPOILT = "moldova"
"""The country whose workbook the broken ones are made from."""

DIALECTS_OF = "tunisia"
"""The country whose hand-in is there in every dialect: the smallest."""


def main(arguments: list[str]) -> None:
    asked = _arguments(arguments)
    world = read_world(HERE / "sample.toml")
    catalogue = read_catalogue(HERE.parent / "indicators")
    countries = [each for each in world.countries if asked.only in (None, each.name)]
    offices = {country.name: office(country, catalogue, world) for country in countries}
    if asked.report:
        print(*report(offices, catalogue, world), sep="\n")
        return
    if asked.dialects:
        print(*table_of_dialects(HERE, DIALECTS_OF, catalogue, world.today), sep="\n")
        return
    for name, sheets in offices.items():
        write_office(asked.into, name, sheets, catalogue, world)
    if DIALECTS_OF in offices:
        for dialect, switches in DIALECTS.items():
            grids = grids_of(catalogue, offices[DIALECTS_OF], switches)
            write_workbook(asked.into / "kobo" / f"{DIALECTS_OF}_{dialect}.xlsx", grids, world.today)
    if SPOILT in offices:
        write_broken(asked.into / "broken", draft_from(offices[SPOILT], catalogue, world.today))


def write_office(into: Path, name: str, sheets: Sheets, catalogue: Catalogue, world: World) -> None:
    """Both workbooks of one country: as in our template, and as Kobo exports it."""
    good, kobo = _folders(into, ("good", "kobo"))
    write_hand_in(good / f"{name}.xlsx", sheets, catalogue, world.today)
    export = kobo / f"{name}_{XML_NAMES}.xlsx"
    write_kobo_export(export, sheets, catalogue, world.today, Dice(f"{world.seed} kobo {name}"))


def write_broken(folder: Path, draft: Draft) -> None:
    """One file per mistake, named after its problem's code."""
    folder.mkdir(parents=True, exist_ok=True)
    for code, spoil in SPOILERS.items():
        spoilt = draft.copy()
        spoil(spoilt)
        spoilt.write(folder / f"{code}.xlsx")
    with TemporaryDirectory() as place:
        good = Path(place) / "good.xlsx"
        draft.write(good)
        for code, replace in REPLACEMENTS.items():
            (folder / f"{code}.xlsx").write_bytes(replace(good.read_bytes()))


def _folders(into: Path, names: Iterable[str]) -> list[Path]:
    folders = [into / name for name in names]
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
    return folders


def _arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=HERE, help="folder to write into (default: beside this file)")
    parser.add_argument("--only", metavar="COUNTRY", help="one country, by the name in sample.toml")
    parser.add_argument("--report", action="store_true", help="write nothing; print what the sample shows")
    parser.add_argument("--dialects", action="store_true", help="write nothing; print what each dialect got")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
