"""How a check is told on the command line: the verdict, then problems by cause, the worst first. No cell's value."""

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from monitoring.domain.problem import Level
from monitoring.domain.problem_groups import Group, grouped
from monitoring.words import say
from monitoring.words.group_text import told
from monitoring.words.problem_text import title

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook

_MOST_CELLS = 12
_MOST_APART = 8
"""Of one cause: what is said of some cells only. `--json` has every cell."""


def print_verdict(checked: "CheckedWorkbook", document: dict[str, Any], language: str) -> None:
    """What came of one file; `document` is what `--json` would print of it."""
    if document["submission"] is not None:
        facts = {"id": document["submission"], **document["changes"]}
        print(say("commands.handed_in", language, file=checked.file, **facts))
    else:
        rows, ready = sum(each.rows for each in checked.sheets), sum(each.ready for each in checked.sheets)
        errors = sum(problem.level is Level.ERROR for problem in checked.problems)
        facts = {"file": checked.file, "rows": rows, "ready": ready, "problems": errors}
        print(say(f"commands.{checked.verdict}", language, **facts))
    for asked in checked.asks:
        print(say(f"commands.asks.{asked}", language))
    for group in chain.from_iterable(grouped(checked.problems, level) for level in Level):
        _print_group(group, language)
    if checked.not_listed:
        print(say("commands.not_listed", language, n=checked.not_listed))
    for said in document["left_out"]:
        print(f"  {said['message']}")
    if document["not_checked"]:
        print(say("accounts.not_checked.title", language))
    for said in document["not_checked"]:
        print(f"  {said['message']}")


def _print_group(group: Group, language: str) -> None:
    first, count = group.first, len(group.problems)
    facts = {"level": say(f"commands.levels.{first.level}", language), "title": title(first, count, language)}
    place = _place(group, language)
    print("  " + say("commands.group" if count == 1 else "commands.group_of_many", language, **facts, n=count) + place)
    said = told(group.problems, language)
    lines = [f"{said.says} {said.fix}".strip()]
    lines += [_with_cells(words, cells, language) for words, cells in said.apart[:_MOST_APART]]
    if len(said.apart) > _MOST_APART:
        lines.append(say("commands.more_apart", language, n=len(said.apart) - _MOST_APART))
    print(*(f"      {line}" for line in lines if line), sep="\n")


def _place(group: Group, language: str) -> str:
    """Sheet and column, as far as the problem has them."""
    first = group.first
    if not first.sheet:
        return ""
    if not first.cell:
        return say("commands.in_sheet", language, sheet=first.sheet)
    return say("commands.in_column", language, sheet=first.sheet, letters=first.cell.rstrip("0123456789"))


def _with_cells(words: str, cells: Sequence[str], language: str) -> str:
    rest = len(cells) - _MOST_CELLS
    more = say("commands.more_cells", language, n=rest) if rest > 0 else ""
    return ": ".join(filter(None, [", ".join(cells[:_MOST_CELLS]) + more, words]))
