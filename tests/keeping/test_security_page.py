"""SECURITY.md names tests that exist, for every threat, and no file of the folder for servers is left untried."""

import ast
import re

from monitoring.settings import ROOT

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def threats():
    """Each row of the table of threats, as its cells."""
    rows = [line for line in PAGE.splitlines() if re.match(r"\| \d+ \|", line)]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_every_threat_has_a_control_and_a_test_that_exists():
    named = {number: re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", proof) for number, _, _, proof in threats()}
    lacking = [
        f"{number}: {file}::{name}"
        for number, tests in named.items()
        for file, name in tests
        if not (ROOT / file).is_file() or name not in functions(file)
    ]

    assert [number for number, tests in named.items() if not tests] == []
    assert lacking == []
    assert list(named) == [str(number) for number in range(1, len(named) + 1)]
    assert len(named) >= 18


def functions(file):
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}


def test_every_chapter_of_the_checklist_has_a_state_and_a_gap_where_it_is_partly():
    rows = [line.split("|")[1:4] for line in PAGE.splitlines() if re.match(r"\| V\d+ ", line)]
    states = {"met", "partly", "**partly**", "does not apply"}

    assert [row[0].split()[0] for row in rows] == [f"V{number}" for number in range(1, 18)]
    assert [name for name, state, gap in rows if state.strip() not in states] == []
    assert [name for name, state, gap in rows if "partly" in state and not gap.strip()] == []


def test_what_the_page_says_of_its_numbers_is_so():
    from monitoring.access.accounts import MOST_FAILURES
    from monitoring.access.sessions import IDLE_SECONDS, LONGEST_SECONDS
    from monitoring.settings import KEEP_BACKUPS_DAYS

    assert (MOST_FAILURES, IDLE_SECONDS, LONGEST_SECONDS) == (5, 15 * 60, 8 * 3600)
    assert f"older than {KEEP_BACKUPS_DAYS} days" in (ROOT / "deployment" / "README.md").read_text(encoding="utf-8")
