"""The command `doctor`: one line a thing looked at, and what to do about each that is not well."""

import argparse

from monitoring.command_line import printing
from monitoring.command_line.line_to_server import ask
from monitoring.declarations.read import read_catalogue
from monitoring.keeping import doctor as outside
from monitoring.keeping import doctor_records as inside
from monitoring.keeping.findings import Finding, is_well
from monitoring.settings import Settings
from monitoring.words import say


def doctor(settings: Settings, words: argparse.Namespace) -> int:
    """0 where nothing has to be seen to, 1 where something has."""
    found = [*outside.examine(settings)]
    if settings.data.is_dir():
        found += inside.examine(
            settings, read_catalogue(settings.declarations), lambda arguments: ask(settings.data, arguments)
        )
    if words.json:
        listed = [
            {"check": each.check, "state": each.state.value, "outcome": each.outcome, "message": sentence(each)}
            for each in found
        ]
        printing.print_json({"findings": listed, "well": is_well(found)})
    else:
        for each in found:
            print(f"{say(f'keeping.states.{each.state}'):8} {sentence(each)}")
    return 0 if is_well(found) else 1


def sentence(finding: Finding) -> str:
    return say(f"keeping.doctor.{finding.check}.{finding.outcome}", **finding.facts)
