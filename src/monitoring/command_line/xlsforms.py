"""The command that writes a form for a telephone. It needs no store and nobody's name."""

import argparse
from dataclasses import asdict

from monitoring.command_line import printing
from monitoring.declarations.read import read_catalogue
from monitoring.services import xlsforms
from monitoring.settings import Settings
from monitoring.words import say


def write(settings: Settings, words: argparse.Namespace) -> int:
    """Writes the form, tries it with pyxform and says what it holds; 1 where pyxform has a warning."""
    if words.out.suffix.lower() != ".xlsx":
        return printing.refuse("wrong_ending", ending=".xlsx")
    made = xlsforms.plain_xlsform(
        read_catalogue(settings.declarations),
        words.form,
        language=words.language,
        checked=words.codes == "checked",
        referral=words.referral,
    )
    warnings = made.tried().warnings
    if words.json:
        try:
            words.out.write_bytes(made.content)
        except OSError:
            return printing.refuse("cannot_write", file=words.out)
        counted = {key: value for key, value in asdict(made).items() if key != "content"}
        printing.print_json({"file": str(words.out), **counted, "warnings": list(warnings)})
        return 1 if warnings else 0
    status = printing.write_file(words.out, made.content)
    if status == 0:
        _say(made, warnings)
    return status or (1 if warnings else 0)


def _say(made: xlsforms.XlsForm, warnings: tuple[str, ...]) -> None:
    facts = {"groups": made.groups, "questions": made.questions, "languages": made.languages}
    tried = say("commands.xlsform_warnings", count=len(warnings)) if warnings else say("commands.xlsform_fine")
    print(say("commands.xlsform", form=made.form, **facts, tried=tried))
    for warning in warnings:
        print(f"  {warning}")
    if made.rules_left:
        print(say("commands.xlsform_rules_left", count=made.rules_left))
