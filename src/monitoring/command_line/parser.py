"""The grammar of the command line. A contract: scripts outside the repository call it."""

import argparse
from datetime import date
from pathlib import Path

from monitoring.command_line.export_words import add_brief, add_export
from monitoring.command_line.keeping_parser import add_keeping
from monitoring.command_line.release_grammar import add_releases
from monitoring.domain.habits import DayOrder, DecimalSign
from monitoring.domain.people import Role

_DESCRIPTION = "Tells whether survivors of human trafficking are all right after they went home."
_EPILOG = "Exit status: 0 done, 1 problems found in the input, 2 refused or wrong usage."


def build_parser() -> argparse.ArgumentParser:
    """Every command with its options; `command` holds the name of the one chosen."""
    everywhere = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    parser = argparse.ArgumentParser(prog="monitoring", description=_DESCRIPTION, epilog=_EPILOG)
    for each in (everywhere, parser):
        _add_everywhere(each)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, says: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=says, description=says, epilog=_EPILOG, parents=[everywhere])

    _running(command)
    _workbooks(command)
    _submissions(command)
    _figures(command)
    add_export(command("export", "ask for rows or figures to work with; approve or write what was asked for"))
    add_brief(command("brief", "write a summary for funders, the page back to survivors, or the results framework"))
    _definitions(command, everywhere)
    _people(commands, everywhere)
    add_keeping(commands, everywhere, _EPILOG)
    add_releases(commands, everywhere, epilog=_EPILOG)
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
    serve = command("serve", "open the dashboard on the real data folder")
    for each in (demo, serve):
        each.add_argument("--port", type=int, default=8501)
    serve.add_argument("--address", metavar="https://HOST", help="how browsers reach it through a proxy with TLS")
    serve.add_argument("--releases-only", action="store_true", help="approved releases alone, without records")


def _workbooks(command) -> None:  # type: ignore[no-untyped-def]  # a local function of build_parser
    (template := command("template", "write the Excel template")).add_argument("--language", default="en")
    template.add_argument("--country", metavar="XX")
    template.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")
    _xlsform(command)
    _clean(command)
    for name, says in (("check", "check workbooks without handing them in"), ("load", "check and hand in workbooks")):
        one = command(name, says)
        one.add_argument("files", type=Path, nargs="+", metavar="FILE")
        one.add_argument("--country", metavar="XX", help="the workbook's country, where it does not say")
        one.add_argument("--language", choices=("en", "fr"), default="en", help="in which problems are told")
        _habits(one)
        one.add_argument(
            "--drop-identifiers",
            action="store_true",
            help="go on without columns, sheets and notes of nobody's form that tell who people are; default: refuse",
        )
        one.add_argument(
            "--heading",
            action="append",
            default=[],
            metavar="WORDS=QUESTION",
            help="what a heading that is not ours means; without a question its column is left out",
        )
        if name == "load":
            _as(one)
            one.add_argument("--reason", metavar="TEXT", help="why many earlier rows are missing, where they are")
        else:
            one.add_argument("--profile", metavar="NAME", help="the file is another instrument's: try its profile")
            one.add_argument(
                "--annotated", type=Path, metavar="OUT.xlsx", help="write the file with each problem marked in its cell"
            )


def _habits(parser: argparse.ArgumentParser) -> None:
    """What a file may leave open, told once for all of it."""
    parser.add_argument("--dates", type=DayOrder, choices=list(DayOrder), help="what stands first in 03/04/2026")
    parser.add_argument("--decimals", type=DecimalSign, choices=list(DecimalSign), help="what stands before a fraction")


def _clean(command) -> None:  # type: ignore[no-untyped-def]  # a local function of build_parser
    clean = command("clean", "write a copy of a workbook that tells nobody who people are")
    clean.add_argument("file", type=Path, metavar="FILE")
    clean.add_argument("--out", type=Path, required=True, metavar="COPY.xlsx")
    clean.add_argument(
        "--who-is-who",
        type=Path,
        metavar="LIST.csv",
        help="the office's list of old and new codes, never to be sent to anybody (default: beside the copy)",
    )
    clean.add_argument("--country", metavar="XX", help="new codes begin with it; default: as the workbook says")
    clean.add_argument("--language", choices=("en", "fr"), default="en", help="in which it is told what was written")
    _habits(clean)


def _xlsform(command) -> None:  # type: ignore[no-untyped-def]  # a local function of build_parser
    xlsform = command("xlsform", "write a form for KoboToolbox or ODK (XLSForm)")
    xlsform.add_argument("--form", default="follow_ups", metavar="NAME", help="which form; usually follow_ups")
    xlsform.add_argument("--language", default="en", help="the one it opens in; it has all of them")
    xlsform.add_argument(
        "--codes",
        choices=("checked", "free"),
        default="checked",
        help="checked: survivor codes end with a check character (ISO 7064 Mod 37,2), which the form of survivors "
        "gives and the others try; free: for an office whose codes have none",
    )
    xlsform.add_argument("--referral", metavar="TEXT", help="where to refer after somebody tells of harm")
    xlsform.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")


def _submissions(command) -> None:  # type: ignore[no-untyped-def]  # a local function of build_parser
    listed = command("submissions", "list hand-ins, newest first, or compare two")
    _as(listed)
    listed.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD", help="as the list stood at the end of that day")
    listed.add_argument("--compare", type=int, nargs=2, metavar=("A", "B"), help="what B changes of A, in counts")
    listed.add_argument("--expected", action="store_true", help="what is expected of each office, by quarter")
    nothing = command("nothing-to-report", "say that an office has nothing to report of a quarter")
    nothing.add_argument("quarter", metavar="2026-Q1")
    nothing.add_argument("--country", required=True, metavar="XX")
    _as(nothing)
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


def _definitions(command, everywhere: argparse.ArgumentParser) -> None:  # type: ignore[no-untyped-def]  # a local function of build_parser
    command("explain", "print an indicator's definition, SQL and examples").add_argument("id", metavar="ID")
    codebook = command("codebook", "write the codebook")
    codebook.add_argument("--out", type=Path, required=True, metavar="FILE.html|.xlsx|.xml")
    codebook.add_argument("--language", default="en")
    definitions = command("definitions", "check, record or compare declarations")
    deeds = definitions.add_subparsers(dest="deed", required=True, metavar="check|record|compare")
    deeds.add_parser("check", parents=[everywhere], help="say every mistake under indicators/")
    deeds.add_parser("record", parents=[everywhere], help="record what each version of each indicator means")
    compare = deeds.add_parser("compare", parents=[everywhere], help="which indicators differ, and how figures move")
    for name in ("old", "new"):
        compare.add_argument(name, type=Path, metavar=name.upper(), help="a folder like indicators/")
    compare.add_argument("--as", dest="who", metavar="NAME", help="in whose name past figures are read; without: none")


def _people(commands, everywhere: argparse.ArgumentParser) -> None:  # type: ignore[no-untyped-def]  # argparse keeps its type private
    people = commands.add_parser("people", help="add, list or disable people", parents=[everywhere], epilog=_EPILOG)
    deeds = people.add_subparsers(dest="deed", required=True, metavar="add|scope|reset|list|disable|enable")
    for deed, says in (("add", "add a person"), ("scope", "give a person another role or scope")):
        one = deeds.add_parser(deed, help=says, description=says, parents=[everywhere])
        one.add_argument("name")
        one.add_argument("--role", required=True, choices=[role.value for role in Role])
        one.add_argument("--country", action="append", default=[], metavar="XX")
        one.add_argument("--provider", metavar="ID")
        if deed == "add":
            one.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
    deeds.add_parser("list", parents=[everywhere])
    changes = {"disable": "shut a person out, at once", "enable": "let a person in again"}
    for deed, says in {"reset": "print a new one-time password; takes the second step away", **changes}.items():
        deeds.add_parser(deed, help=says, description=says, parents=[everywhere]).add_argument("name")


def _as(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as", dest="who", required=True, metavar="NAME", help="in whose name")
