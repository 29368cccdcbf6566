"""Every role x every command, `--as` each, through the server that holds the records; and what a command may guess."""

import argparse
from collections.abc import Iterator

import pytest
from real_server import PEOPLE, Server
from sample_names import ALL, MAY_KNOW
from table_of_doors import COMMANDS, WITHOUT_A_NAME

from monitoring.command_line.in_a_name import COMMANDS as IN_A_NAME
from monitoring.command_line.line_to_server import hand_over
from monitoring.command_line.parser import build_parser
from monitoring.domain.people import Role
from monitoring.settings import ROOT
from monitoring.words import say

NIGERIA = str(ROOT / "sample_data" / "good" / "nigeria.xlsx")
NAMED = [each for each in PEOPLE if each != "office_ng"]

GUESSES = {
    "a workbook": ("load", NIGERIA),
    "a workbook as one's own": ("load", NIGERIA, "--country", "MD"),
    "a hand-in's number": ("undo", "2", "--reason", "typed twice"),
    "a hand-in's number, to compare": ("submissions", "--compare", "1", "2"),
    "a word of nothing to report": ("nothing-to-report", "2026-Q1", "--country", "NG"),
    "figures": ("figures", "--indicator", "people_returned", "--where", "country=NG"),
    "figures by provider": ("figures", "--indicator", "housing_secure", "--by", "country,provider"),
    "a provider's figures": ("figures", "--indicator", "housing_secure", "--where", "provider=NG-AMBER"),
    "figures as they were": ("figures", "--indicator", "people_returned", "--by", "country", "--as-of", "2026-06-01"),
    "the list of hand-ins": ("submissions", "--json"),
}

"""All of them ask for what is Nigeria's."""

OWN = {"office_md": {"MD"}, "provider": {"MD"}, "funder": {"MD", "NG", "TN"}, "analyst": {"MD", "NG", "TN"}}
OWN |= {"administrator": set()}
"""Whose figures by country each may see. The manager and Nigeria's own office may have what is asked for."""


def commands(parser: argparse.ArgumentParser, before: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command with its own parser, such as `people add`."""
    inner = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    if not inner:
        yield before, parser
    for each in inner:
        for name, one in each.choices.items():
            yield from commands(one, f"{before} {name}".strip())


def asks_for_a_name(parser: argparse.ArgumentParser) -> bool:
    return any("--as" in each.option_strings and each.required for each in parser._actions)


def test_every_command_is_entered_in_the_table():
    found = {name: asks_for_a_name(parser) for name, parser in commands(build_parser())}

    assert {name for name, asks in found.items() if asks} == set(COMMANDS)
    assert {name.split()[0] for name in COMMANDS} == set(IN_A_NAME)
    assert {name for name, asks in found.items() if not asks} == WITHOUT_A_NAME


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_refuses_whoever_may_not(furnished: Server, capsys: pytest.CaptureFixture[str], name: str):
    words, allowed = COMMANDS[name]
    found = {}
    for who in NAMED:
        status = hand_over(furnished.folder, [*name.split(), *words, "--as", PEOPLE[who].name])
        told = capsys.readouterr()
        found[PEOPLE[who].role] = (status, told.err.strip()) == (2, say("refusals.not_your_role")) and not told.out

    assert {role for role, is_refused in found.items() if is_refused} == set(Role) - allowed


@pytest.mark.parametrize("who", OWN)
@pytest.mark.parametrize("what", GUESSES)
def test_a_command_tells_nobody_what_they_may_not_know(
    furnished: Server, capsys: pytest.CaptureFixture[str], what: str, who: str
):
    before = furnished.people.all(), submissions(furnished, capsys)
    hand_over(furnished.folder, [*GUESSES[what], "--as", PEOPLE[who].name])
    told = capsys.readouterr()
    said = told.out + told.err
    others = {"MD", "NG", "TN"} - OWN[who]

    assert {name for name in ALL if name in said} <= MAY_KNOW[who]
    assert [line for line in said.splitlines() if line.split(",")[0] in others] == []
    assert "NG-AMBER" not in said
    assert (furnished.people.all(), submissions(furnished, capsys)) == before


def submissions(server: Server, capsys: pytest.CaptureFixture[str]) -> str:
    hand_over(server.folder, ["submissions", "--json", "--as", "Mina"])
    return capsys.readouterr().out


def test_a_permission_that_was_lacking_stands_in_the_log(furnished: Server, capsys: pytest.CaptureFixture[str]):
    hand_over(furnished.folder, ["accept", "1", "--as", "Frida"])

    assert furnished.logged[0] == ("Frida", "deed_refused", "accept not_your_role")
    assert len(capsys.readouterr().err.splitlines()) == 1
