"""Commands about the log. Whoever can run them on the machine may have it looked through; no line of it is printed."""

import argparse

from monitoring.access.log import Log
from monitoring.access.log_check import Checked, check
from monitoring.access.staff_file import StaffFile
from monitoring.bootstrap import open_people
from monitoring.command_line import printing
from monitoring.settings import Settings
from monitoring.words import say

_MOST_PRINTED = 50


def log(settings: Settings, words: argparse.Namespace) -> int:
    """`log verify`: 0 where the log is whole, 1 where it is not. A server may run meanwhile.

    `log accept`: from now on the log's end is known again; whoever runs the machine has looked why it was not.
    """
    if not (settings.data / "people.sqlite").exists():
        return printing.refuse("no_data_folder", folder=settings.data)
    file = open_people(settings).file
    if words.deed == "accept":
        return _accept(file, words)
    found = check(file, file.anchor)
    if words.json:
        printing.print_json(document(found))
    else:
        print_checked(found)
    return 1 if found.findings else 0


def _accept(file: StaffFile, words: argparse.Namespace) -> int:
    """The log itself tells of it, and of how many faults there were."""
    faults = len(check(file, file.anchor).findings)
    if file.anchor is not None:
        file.anchor.place(Log(file).last())
    Log(file).add("command line", "log_accepted", f"faults={faults}")
    if words.json:
        printing.print_json({"accepted": faults})
    else:
        print(say("log.commands.accepted", faults=faults))
    return 0


def document(found: Checked) -> dict[str, object]:
    return {
        "lines": found.lines,
        "last": found.head.number,
        "hash": found.head.hash,
        "faults": [
            {"fault": each.fault.value, "first": each.first, "last": each.last, "message": message}
            for each, message in zip(found.findings, sentences(found), strict=True)
        ],
    }


def sentences(found: Checked) -> list[str]:
    """One a fault."""
    return [say(f"log.faults.{each.fault}", first=each.first, last=each.last) for each in found.findings]


def print_checked(found: Checked) -> None:
    """What was found, as sentences."""
    if not found.findings:
        print(say("log.commands.whole", n=found.lines) if found.lines else say("log.commands.empty"))
        return
    print(say("log.commands.faults", n=found.lines, faults=len(found.findings)))
    for sentence in sentences(found)[:_MOST_PRINTED]:
        print(f"  {sentence}")
