"""The grammar of the command line. A contract: scripts outside the repository call it."""

import argparse
from datetime import date
from pathlib import Path

from monitoring.domain.people import Role

_EPILOG = "Exit status: 0 done, 1 problems found in the input, 2 refused or wrong usage."


def build_parser() -> argparse.ArgumentParser:
    """Every command with its options; `command` holds the name of the one chosen."""
    everywhere = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    _add_everywhere(everywhere)
    parser = argparse.ArgumentParser(prog="monitoring", description=__doc__, epilog=_EPILOG)
    _add_everywhere(parser)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, says: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=says, description=says, epilog=_EPILOG, parents=[everywhere])

    _running(command)
    _workbooks(command)
    _submissions(command)
    _figures(command)
    _definitions(command)
    _people(commands, everywhere)
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write the day as 2026-06-01") from None


def _add_everywhere(parser: argparse.ArgumentParser) -> None:
    suppressed = parser.argument_default
    parser.add_argument("--data", type=Path, default=suppressed, metavar="DIR", help="the data folder")
    parser.add_argument("--today", type=_day, default=suppressed, metavar="YYYY-MM-DD", help="pins the clock")
    parser.add_argument("--json", action="store_true", default=suppressed or False, help="prints one JSON document")


def _running(command) -> None:  # type: ignore[no-untyped-def]  # a local function of build_parser
    demo = command("demo", "load the sample data if absent and open the dashboard on it")
    demo.add_argument("--port", type=int, default=8501)
    serve = command("serve", "open the dashboard on the real data folder")
    serve.add_argument("--port", type=int, default=8501)
    serve.add_argument("--releases-only", action="store_true")


def _workbooks(command) -> None:  # type: ignore[no-untyped-def]  # a local function of build_parser
    template = command("template", "write the Excel template")
    template.add_argument("--language", default="en")
    template.add_argument("--country", metavar="XX")
    template.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")
    for name, says in (("check", "check workbooks without handing them in"), ("load", "check and hand in workbooks")):
        one = command(name, says)
        one.add_argument("files", type=Path, nargs="+", metavar="FILE")
        one.add_argument("--country", metavar="XX", help="the workbook's country, where it does not say")
        if name == "load":
            _as(one)


def _submissions(command) -> None:  # type: ignore[no-untyped-def]  # a local function of build_parser
    _as(command("submissions", "list hand-ins, newest first"))
    for name, says in (
        ("undo", "withdraw a hand-in"),
        ("accept", "accept a hand-in; it can no longer be undone"),
        ("send-back", "withdraw a hand-in with a reason for the office"),
    ):
        one = command(name, says)
        one.add_argument("id", type=int, metavar="ID")
        _as(one)
        if name != "accept":
            one.add_argument("--reason", required=True, metavar="TEXT")


def _figures(command) -> None:  # type: ignore[no-untyped-def]  # a local function of build_parser
    figures = command("figures", "print figures")
    figures.add_argument("--indicator", nargs="+", action="extend", required=True, metavar="ID")
    figures.add_argument("--by", default="", metavar="country,round,...")
    figures.add_argument("--where", nargs="+", action="extend", default=[], metavar="k=v[,v]")
    figures.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD")
    figures.add_argument("--view", choices=("programme", "shared"), help="default: what the person's role gives")
    figures.add_argument("--format", choices=("csv", "json"), default="csv")
    _as(figures)


def _definitions(command) -> None:  # type: ignore[no-untyped-def]  # a local function of build_parser
    command("explain", "print an indicator's definition, SQL and examples").add_argument("id", metavar="ID")
    codebook = command("codebook", "write the codebook")
    codebook.add_argument("--out", type=Path, required=True, metavar="FILE.html")
    definitions = command("definitions", "check the declarations under indicators/")
    definitions.add_argument("deed", choices=("check",))


def _people(commands, everywhere: argparse.ArgumentParser) -> None:  # type: ignore[no-untyped-def]  # argparse keeps its type private
    people = commands.add_parser("people", help="add, list or disable people")
    deeds = people.add_subparsers(dest="deed", required=True, metavar="add|list|disable")
    add = deeds.add_parser("add", parents=[everywhere])
    add.add_argument("name")
    add.add_argument("--role", required=True, choices=[role.value for role in Role])
    add.add_argument("--country", action="append", default=[], metavar="XX")
    add.add_argument("--provider", metavar="ID")
    deeds.add_parser("list", parents=[everywhere])
    deeds.add_parser("disable", parents=[everywhere]).add_argument("name")


def _as(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as", dest="who", required=True, metavar="NAME", help="in whose name")
