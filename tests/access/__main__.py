"""How large the table of who may do what is: `python tests/access` prints what the matrix tests go through."""

import sys

from real_server import PEOPLE
from table_of_doors import CALLBACKS, COMMANDS, FRAGMENTS, PAGES, ROUTES, WITHOUT_A_NAME
from table_of_services import EVERYBODY, GUESSES, SERVICES, WITHOUT_RECORDS

ROLES = len(EVERYBODY)


def lines() -> dict[str, int]:
    """What is tried, and how often."""
    return {
        f"services ({len(SERVICES)} x {ROLES} roles)": len(SERVICES) * ROLES,
        f"guesses of another country ({len(GUESSES)} x 5 kinds of people)": len(GUESSES) * 5,
        f"pages with a guessing link ({len(PAGES)} x {len(PEOPLE)} people)": len(PAGES) * len(PEOPLE),
        f"pages asked of a cold server by nobody ({len(PAGES)} x {ROLES} servers)": len(PAGES) * ROLES,
        f"addresses ({len(ROUTES)} x {len(PEOPLE)} people and nobody)": len(ROUTES) * (len(PEOPLE) + 1),
        f"commands with --as ({len(COMMANDS)} x {ROLES} roles)": len(COMMANDS) * ROLES,
    }


def main() -> int:
    for what, tries in lines().items():
        print(f"{tries:5}  {what}")
    print(f"{sum(lines().values()):5}  in all")
    callbacks, functions = sum(map(len, CALLBACKS.values())), sum(map(len, WITHOUT_RECORDS.values()))
    print(f"entered, and allowed to everybody: {functions} functions without records, {len(WITHOUT_A_NAME)} commands")
    print(f"entered, and moving nothing but the own session: {len(FRAGMENTS)} fragment, {callbacks} callbacks")
    return 0


if __name__ == "__main__":
    sys.exit(main())
