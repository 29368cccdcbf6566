"""`make agreement`: the same comparison as in the tests, of many more invented people. Exit status 1 if any differ.

    python tests/agreement [PEOPLE] [START]

START is any whole number: chance begins there. Without it every run invents the same people.
"""

import sys
from datetime import date

from comparison import GROUPED, Asked, Compared, compared
from generated import generated
from smallest import smallest, told

from monitoring.declarations.read import read_catalogue
from monitoring.settings import ROOT

AT_ONCE = 1000
"""Countries in one database: more of them would only cost memory."""
_PEOPLE_IN_A_COUNTRY = 2.2
REPORTED = tuple(Asked(("country", "round"), as_of=day) for day in (date(2026, 1, 20), date(2026, 3, 1)))


def main(people: int = 3_000, start: int | None = None) -> int:
    """Prints one line at the end; before it, the smallest country in which the two differ, if there is one."""
    catalogue = read_catalogue(ROOT / "indicators")
    cases = generated(catalogue, round(people / _PEOPLE_IN_A_COUNTRY), start=start)
    total = Compared()
    for at in range(0, len(cases), AT_ONCE):
        batch = cases[at : at + AT_ONCE]
        found = compared(catalogue, batch, (*GROUPED, *REPORTED))
        total.add(found)
        if found.differences and (small := smallest(catalogue, batch, found)):
            print(told(*small))
            break
    print(total)
    return 1 if total.differences else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
