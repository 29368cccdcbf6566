"""The grammar of commands that keep the house safe: log, keys, backup, restore, verify, rebuild, erase, doctor."""

import argparse
from pathlib import Path

_LOG = {
    "verify": "find any line that was edited, taken out, moved or cut off",
    "accept": "take the log's end as it is now for known, after you have looked why it was not; the log tells of it",
}
_KEYS = {
    "rotate": "make a new key and seal everything in the data folder anew; goes on where it was cut off",
    "forget": "take older keys out of the key file, once nothing in this data folder needs them",
}


def add_keeping(commands, everywhere: argparse.ArgumentParser, epilog: str) -> None:  # type: ignore[no-untyped-def]  # argparse keeps its type private
    """Adds them to the parser's commands."""

    def command(name: str, says: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = commands.add_parser(
            name, help=says, description=says, parents=[everywhere], epilog=epilog
        )
        return added

    def group(name: str, says: str, deeds: dict[str, str]) -> None:
        inner = command(name, says).add_subparsers(dest="deed", required=True, metavar="|".join(deeds))
        for deed, says_deed in deeds.items():
            inner.add_parser(deed, help=says_deed, description=says_deed, parents=[everywhere])

    group("log", "look after the log", _LOG)
    group("keys", "look after the keys", _KEYS)
    _file(command("backup", "write an encrypted backup while people work, and open it again"))
    restore = command("restore", "put a backup into an empty data folder")
    _file(restore)
    restore.add_argument("--drill", action="store_true", help="only try it, in a folder that is gone afterwards")
    command("verify", "open everything that is kept and compare it with the database")
    command("rebuild", "make the database anew from what is kept of each hand-in")
    command("doctor", "look at versions, space, keys, permissions, integrity, clock, backups; say what to do")
    _erasing(command("erase", "erase a person from everything; nobody can undo it"), with_person=True)
    _erasing(command("retention", "list cases closed for longer than records are kept"), with_person=False)


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def _erasing(parser: argparse.ArgumentParser, *, with_person: bool) -> None:
    if with_person:
        parser.add_argument("survivor", metavar="SURVIVOR", help="a code the person has or had")
    parser.add_argument("--country", required=True, metavar="XX")
    parser.add_argument("--as", dest="who", required=True, metavar="NAME", help="in whose name")
    if with_person:
        parser.add_argument("--reason", required=True, metavar="TEXT", help="names nobody; it stands in the log")
