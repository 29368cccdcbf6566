"""The command that writes a cleaned copy and the list of who is who, both on the machine where it is typed."""

import argparse
import os
from pathlib import Path

from monitoring.command_line import printing
from monitoring.declarations.read import read_catalogue
from monitoring.domain.habits import Habits
from monitoring.domain.refusal import Refusal
from monitoring.services import clean
from monitoring.settings import Settings
from monitoring.words import in_language, say

_FOR_NOBODY_ELSE = 0o600


def write(settings: Settings, words: argparse.Namespace) -> int:
    """Writes both; 1 where no copy can be made of the file. The list lies beside the copy unless told otherwise."""
    with in_language(words.language):
        return _write(settings, words)


def _write(settings: Settings, words: argparse.Namespace) -> int:
    if not words.file.is_file():
        return printing.refuse("no_such_file", file=words.file)
    if words.out.suffix.lower() != ".xlsx":
        return printing.refuse("wrong_ending", ending=".xlsx")
    place = words.who_is_who or words.out.with_name(f"{words.out.stem}_who_is_who.csv")
    known = _known(place)
    made = clean.cleaned_offline(
        read_catalogue(settings.declarations),
        words.file.read_bytes(),
        words.file.name,
        country=words.country,
        known=known,
        said=Habits(words.dates, words.decimals),
    )
    if made.problems:
        printing.print_problems(made.problems)
        return 1
    has_list = bool(made.new_codes)
    if has_list:
        _write_list(place, clean.as_list(made.who_is_who))
    try:
        words.out.write_bytes(made.content)
    except OSError:
        return printing.refuse("cannot_write", file=words.out)
    counts = {"columns": made.columns_left, "cells": made.cells_emptied, "codes": made.new_codes}
    if words.json:
        printing.print_json({"written": str(words.out), "who_is_who": str(place) if has_list else None, **counts})
    else:
        print(say("commands.cleaned", file=words.out, **counts))
        if has_list:
            print(say("commands.who_is_who", file=place))
    return 0


def _known(place: Path) -> dict[str, str]:
    if not place.exists():
        return {}
    try:
        return clean.read_list(place.read_bytes())
    except (OSError, ValueError):
        raise Refusal("no_list_of_codes", file=place) from None


def _write_list(place: Path, content: bytes) -> None:
    """Written whole beside the old one first: a list that is lost half-way would lose who is who."""
    beside = place.with_name(f"{place.name}.new")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _FOR_NOBODY_ELSE), "wb") as out:
            out.write(content)
        beside.replace(place)
    except OSError:
        raise Refusal("cannot_write", file=place) from None
