"""Checks a workbook from its bytes to a verdict: typed tables, and every problem at once. Writes nothing anywhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import polars as pl

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.habits import Habits
from monitoring.domain.heading_answers import NOTHING_SAID, HeadingAnswers
from monitoring.domain.problem import Level, Problem
from monitoring.domain.verdict import LeftOut, NotChecked, SheetSummary, Verdict
from monitoring.intake.gate.choice import REFUSE, GateChoice
from monitoring.intake.preflight import Refused
from monitoring.intake.turns import TURNS
from monitoring.intake.workbook import Reading, problem_of
from monitoring.spare_memory import give_back

if TYPE_CHECKING:
    from monitoring.intake.unknown_headings import UnknownHeading


@dataclass(frozen=True, slots=True)
class CheckedWorkbook:
    """A workbook after its check.

    `fingerprint` is the SHA-256 of its bytes, in hex. `problems` are grouped by cause, the worst first; `not_listed`
    counts those beyond the first thousands of one cause. `asks` are the habits of writing that the file leaves open and
    nobody has told: names of `Habits`. `tables` have one typed frame a form, `cells` the same rows as
    text, with `sheet_row`; both are empty when the file was refused. `left_out` are cells that are neither answers nor
    mistakes; `not_checked` is what would need earlier hand-ins, where no store was at hand;
    `unknown_headings` are what the desk asks about.
    """

    file: str
    fingerprint: str
    country: str | None
    verdict: Verdict
    sheets: tuple[SheetSummary, ...] = ()
    problems: tuple[Problem, ...] = ()
    tables: Mapping[str, pl.DataFrame] = field(default_factory=dict)
    cells: Mapping[str, pl.DataFrame] = field(default_factory=dict)
    not_listed: int = 0
    asks: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()
    unknown_headings: tuple["UnknownHeading", ...] = ()


def nothing(_stage: str) -> None:
    """Where nobody waits for news of the progress."""


def check_workbook(
    catalogue: Catalogue,
    content: bytes,
    file: str,
    *,
    today: date,
    country: str | None = None,
    known: Callable[[str], Mapping[str, pl.DataFrame]] | None = None,
    language: str = "en",
    said: Habits | None = None,
    headings: HeadingAnswers = NOTHING_SAID,
    gate: GateChoice = REFUSE,
    progress: Callable[[str], None] = nothing,
) -> CheckedWorkbook:
    """Everything that is right and wrong with a workbook, or with a table of text where `file` ends in .csv.

    `country` is the one expected; `known` gives a country's current survivors and providers, when a store is at hand.
    Problems will be said in `language`; `said` are habits of writing that the office told, `headings` what it said of
    those we do not know, `gate` is what it chose where the workbook tells who people are. `progress` is told "waiting",
    "opening", "reading" and "checking". Raises for no file.
    """
    fingerprint = sha256(content).hexdigest()
    asked: dict[str, Any] = {"today": today, "country": country, "known": known, "language": language, "gate": gate}
    asked |= {"said": said or Habits(), "headings": headings}
    try:
        with TURNS.take(progress):
            found = _found(catalogue, content, file, asked, progress)
    except Refused as refusal:
        return CheckedWorkbook(file, fingerprint, country, Verdict.REFUSED, problems=(problem_of(refusal),))
    give_back()
    return CheckedWorkbook(file=file, fingerprint=fingerprint, **found)


def _found(
    catalogue: Catalogue, content: bytes, file: str, asked: Mapping[str, Any], progress: Callable[[str], None]
) -> dict[str, Any]:
    progress("opening")
    reading = Reading(content, file)
    progress("reading")
    from monitoring.intake.checking import check_sheets  # brings pandera, seconds long: meanwhile the child reads

    workbook = reading.workbook()
    warnings = tuple(Problem(code, Level.WARNING) for code in workbook.warnings)
    sheets = list(workbook.sheets)  # a list, for the check empties it: no texts are to stay in memory beside the rows
    del reading, workbook
    progress("checking")
    return check_sheets(catalogue, sheets, of_file=warnings, **asked)
