"""A workbook given back with its mistakes marked: ours beside openpyxl, which loads it, marks it and saves it."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from benchmarks.measured import Result, in_turn
from benchmarks.workbook import FIRST_ROW, good_workbook
from monitoring.declarations.read import read_catalogue
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.problem import Level, Problem
from monitoring.intake.addresses import letters
from monitoring.intake.annotate.annotate import annotate
from monitoring.intake.annotate.fills import LEVELS
from monitoring.settings import ROOT
from monitoring.words.problem_text import fix, message

ROWS, MARKS = 10_000, 4_000
MOST_OF_OPENPYXL = 1.0
_FILL = PatternFill("solid", fgColor=LEVELS[Level.ERROR].decode())


def run() -> list[Result]:
    """One comparison, after both were seen to mark the same cells."""
    catalogue = read_catalogue(ROOT / "indicators")
    with TemporaryDirectory() as folder:
        content = good_workbook(catalogue, ROWS, Path(folder) / "good.xlsx").read_bytes()
    problems = spread(catalogue, MARKS)
    agree(catalogue)
    times = in_turn(
        {"ours": lambda: annotate(content, problems), "openpyxl": lambda: marked_by_openpyxl(content, problems)},
        {"ours": 3, "openpyxl": 1},
    )
    ours, other = (f"{times.median(name):.2f} s" for name in ("ours", "openpyxl"))
    name = f"{ROWS:,} follow-ups back with {MARKS:,} marks"
    return [Result(name, ours, other, times.ratio("ours", "openpyxl"), MOST_OF_OPENPYXL)]


def spread(catalogue: Catalogue, marks: int, rows: int = ROWS) -> list[Problem]:
    """So many problems over all rows and columns of the sheet of follow-ups."""
    names = catalogue.forms["follow_ups"].names
    places = [(at % rows + FIRST_ROW, at * 11 % len(names)) for at in range(0, marks * 2, 2)]
    return [
        Problem(
            "required_answer", sheet="follow_ups", cell=f"{letters(column)}{row}", facts=(("label", names[column]),)
        )
        for row, column in places
    ]


def marked_by_openpyxl(content: bytes, problems: Sequence[Problem]) -> bytes:
    """What one would write without us: the same fill, the same words, the same list with links."""
    book = load_workbook(BytesIO(content))
    listed = book.create_sheet("Problems")
    for at, problem in enumerate(problems, 1):
        cell = book[str(problem.sheet)][str(problem.cell)]
        cell.fill = _FILL
        cell.comment = Comment(f"{message(problem)}\n{fix(problem)}", "Life after return", height=90, width=320)
        listed.append([problem.sheet, problem.cell, message(problem), fix(problem)])
        listed.cell(at, 2).hyperlink = f"#'{problem.sheet}'!{problem.cell}"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def agree(catalogue: Catalogue) -> None:
    """Raises AssertionError unless both mark the same cells with the same colour and words, on a small workbook."""
    with TemporaryDirectory() as folder:
        content = good_workbook(catalogue, 200, Path(folder) / "small.xlsx").read_bytes()
    problems = spread(catalogue, 80, 200)
    both = (annotate(content, problems).content, marked_by_openpyxl(content, problems))
    ours, theirs = (load_workbook(BytesIO(each))["follow_ups"] for each in both)
    for problem in problems:
        mine, other = ours[str(problem.cell)], theirs[str(problem.cell)]
        assert mine.value == other.value
        assert mine.fill.fgColor.rgb[2:] == other.fill.fgColor.rgb[2:]
        assert mine.comment.text.endswith(other.comment.text)
