"""Prints how many formulas of the corpus are live in each file that leaves the house: python tests/exports."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))
from formula_corpus import CORPUS, live_cells, write_all

if __name__ == "__main__":
    with TemporaryDirectory() as place:
        write_all(Path(place))
        counts = {path.name: live_cells(path) for path in sorted(Path(place).iterdir())}
    print(f"{len(CORPUS)} texts that a spreadsheet might calculate, in each file:")
    for name, count in counts.items():
        print(f"  {name:16} {'no spreadsheet: the text as it is' if count is None else f'{count} live formulas'}")
    sys.exit(any(counts.values()))
