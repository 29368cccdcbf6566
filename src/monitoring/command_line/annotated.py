"""The option `check --annotated OUT.xlsx`: the workbook itself, each problem marked in its cell."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monitoring.domain.refusal import Refusal
from monitoring.services import annotate
from monitoring.words import say

if TYPE_CHECKING:
    from monitoring.intake.annotate.annotate import Annotated
    from monitoring.intake.check import CheckedWorkbook

ENDING = ".xlsx"


def look_at_request(words: argparse.Namespace) -> None:
    """Before anything is read. Raises Refusal for a request that would lose a file or that we cannot carry out."""
    if words.annotated is None:
        return
    if words.profile:
        raise Refusal("annotate_not_with_profile")
    if len(words.files) > 1:
        raise Refusal("annotate_one_file")
    if words.annotated.suffix.lower() != ENDING:
        raise Refusal("wrong_ending", ending=ENDING)
    if words.annotated.exists() and words.annotated.samefile(words.files[0]):
        raise Refusal("annotate_same_file")


def write(path: Path, checked: "CheckedWorkbook", content: bytes, language: str) -> "Annotated | None":
    """Writes the copy. Where the workbook cannot be marked it says so on standard error and returns None."""
    try:
        made = annotate.annotate_offline(checked, content, language=language)
    except Refusal as refusal:
        print(say(f"refusals.{refusal.reason}", language, **refusal.facts), file=sys.stderr)
        return None
    try:
        path.write_bytes(made.content)
    except OSError:
        raise Refusal("cannot_write", file=path) from None
    return made


def document(path: Path, made: "Annotated | None") -> dict[str, Any] | None:
    """What --json adds under `annotated`: the file, its sheet of problems, what has no mark in its own cell and why."""
    if made is None:
        return None
    not_marked = [
        {"code": each.problem.code, "sheet": each.problem.sheet, "cell": each.problem.cell, "reason": each.fate.value}
        for each in made.not_marked
    ]
    return {"file": str(path), "sheet": made.sheet, "not_marked": not_marked}


def print_written(checked: dict[str, Any], language: str) -> None:
    """The same as a sentence, from a document of `check`."""
    if made := checked.get("annotated"):
        print(say("commands.annotated", language, file=made["file"]))
        if count := len(made["not_marked"]):
            print(say("commands.annotated_not", language, sheet=made["sheet"], count=count))
