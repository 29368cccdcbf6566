"""`make attacks`: how many small counts each scheme gives away, and what releases of the sample data say.

    python tests/protection [WORLDS [QUERIES]]

Prints the share of withheld counts that are known exactly per scheme; then, of the sample data and of a sample cut to
25 people of each country, the cells by country that say something and the whole check report. Takes some minutes.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))
from attacks import figures
from sample import MANAGER, sample_house

from monitoring.services import release_report, releases

WORLDS, QUERIES = 40, 100
FEW = 25
"""People of each country in the cut sample."""


def main(many: int = WORLDS, filters: int = QUERIES) -> None:
    for queries in (0, filters):
        print(f"{many} invented programmes, all tables and totals, {queries} overlapping filters where answered:")
        for scheme, (exact, guessed, hidden) in figures(many, queries).items():
            print(f"  {scheme:15} {exact:6.1%} of {hidden} small counts known exactly; guessing gives {guessed:.1%}")
    for people in (None, FEW):
        print_sample(people)


def print_sample(people: int | None) -> None:
    """The check report of a release that would be built of the sample data now."""
    with TemporaryDirectory() as folder:
        house = sample_house(Path(folder), people)
        made = releases.preview(MANAGER, house)
        audit = made.audit
        after = audit.country_cells_shown / audit.country_cells
        print(f"\nThe sample data{'' if people is None else f', {people} people of each country'}:")
        print(
            f"  cells by country that say something: {audit.percent_shown_unmerged} % before merging, {after:.0%} after"
        )
        print(
            f"  audit: {audit.seconds:g} s, {audit.ranges} ranges, {audit.solved} solved, narrowest {audit.narrowest}"
        )
        print("\n".join(f"  * {line}" for line in release_report.of_draft(MANAGER, house, made)), flush=True)
        house.store.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
