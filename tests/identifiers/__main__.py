"""Prints what the identifier gate finds in the labelled strings: python tests/identifiers."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from labelled import report

if __name__ == "__main__":
    print(report(), end="")
