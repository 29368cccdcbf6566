"""Prints how many small counts each scheme gives away: python tests/protection [WORLDS [QUERIES]]."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from attacks import figures

WORLDS, QUERIES = 40, 100

if __name__ == "__main__":
    asked = [int(each) for each in sys.argv[1:]]
    many, filters = (*asked, WORLDS, QUERIES)[0], (*asked[1:], QUERIES)[0]
    for queries in (0, filters):
        print(
            f"{many} invented programmes, all tables and totals, {queries} overlapping filters where they are answered:"
        )
        for scheme, (exact, guessed, hidden) in figures(many, queries).items():
            print(f"  {scheme:15} {exact:6.1%} of {hidden} small counts known exactly; guessing gives {guessed:.1%}")
