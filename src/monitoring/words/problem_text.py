"""Says a Problem in words: what is wrong and how to mend it. It knows no value of any cell, so it can show none."""

from monitoring.domain.problem import Problem
from monitoring.words import has, say

_FILES = ("problems", "profiles", "declarations")
"""Where sentences of problems stand: of workbooks, of files of another instrument, of declarations."""


def title(problem: Problem, count: int, language: str = "en") -> str:
    """The heading of a group of equal problems."""
    return _sentence(problem, "title", language, count=count)


def message(problem: Problem, language: str = "en") -> str:
    """What is wrong, in one sentence."""
    return _sentence(problem, "says", language)


def fix(problem: Problem, language: str = "en") -> str:
    """What to do, with the nearest allowed answer, its code behind it, or the nearest name where there is one."""
    text = _sentence(problem, "fix", language)
    if problem.suggestion and "{suggestion}" not in text:
        label = dict(problem.facts).get("suggested")
        meant = f"{label} ({problem.suggestion})" if label else problem.suggestion
        text = f"{text} {say('declarations.did_you_mean', language, suggestion=meant)}"
    return text.strip()


def _sentence(problem: Problem, part: str, language: str, **more: object) -> str:
    file = next((file for file in _FILES if has(f"{file}.{problem.code}.{part}", language)), _FILES[-1])
    facts = {"sheet": problem.sheet, "cell": problem.cell, "column": problem.column, "key": problem.key}
    return say(f"{file}.{problem.code}.{part}", language, **{**facts, **dict(problem.facts), **more})
