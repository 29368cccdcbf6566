"""Checks and hands in one workbook in a process that has done nothing else; `memory` watches it from outside."""

import sys
from pathlib import Path

from benchmarks.houses import check_and_hand_in, open_house
from monitoring.declarations.read import read_catalogue
from monitoring.settings import ROOT
from monitoring.spare_memory import keep_little


def main() -> None:
    """Takes the workbook and a folder for the house. Raises NotAllowed where the workbook is not ready."""
    keep_little()  # as the command does at its start
    workbook, folder = map(Path, sys.argv[1:])
    with open_house(read_catalogue(ROOT / "indicators"), folder) as house:
        check_and_hand_in(house, workbook.read_bytes())


if __name__ == "__main__":
    main()
