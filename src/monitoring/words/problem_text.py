"""Says a Problem in words: what is wrong and how to mend it. It knows no value of any cell, so it can show none."""

from monitoring.domain.problem import Problem
from monitoring.words import has, say, spoken

_FILES = ("problems", "profiles", "declarations")
"""Where sentences of problems stand: of workbooks, of files of another instrument, of declarations."""


def title(problem: Problem, count: int, language: str | None = None) -> str:
    """The heading of a group of equal problems."""
    return _sentence(problem, "title", language, count=count)


def message(problem: Problem, language: str | None = None) -> str:
    """What is wrong, in one sentence."""
    return _sentence(problem, "says", language)


def fix(problem: Problem, language: str | None = None) -> str:
    """What to do; then what is perhaps meant: a row, the nearest allowed answer with its code, the nearest name."""
    return f"{remedy(problem, language)} {meant(problem, language)}".strip()


def remedy(problem: Problem, language: str | None = None) -> str:
    """What to do, without what is perhaps meant."""
    return _sentence(problem, "fix", language)


def meant(problem: Problem, language: str | None = None) -> str:
    """What is perhaps meant, or nothing: the row of the nearest code, the nearest answer, its code behind it."""
    facts = dict(problem.facts)
    said = [facts.get("hint", "")]
    if problem.suggestion and "{suggestion}" not in remedy(problem, language):
        label = facts.get("suggested")
        nearest = f"{label} ({problem.suggestion})" if label else problem.suggestion
        said.append(say("problems.did_you_mean", language, suggestion=nearest))
    return " ".join(filter(None, said))


def _sentence(problem: Problem, part: str, language: str | None, **more: object) -> str:
    """In English where it has not been translated: of declarations, and of other instruments, nothing is so far."""
    places = [(file, tongue) for tongue in (language or spoken(), "en") for file in _FILES]
    keys = ((f"{file}.{problem.code}.{part}", tongue) for file, tongue in places)
    key, tongue = next((each for each in keys if has(*each)), (f"{_FILES[-1]}.{problem.code}.{part}", "en"))
    facts = {"sheet": problem.sheet, "cell": problem.cell, "column": problem.column, "key": problem.key}
    facts["row"] = str(problem.row or "")
    return say(key, tongue, **{**facts, **dict(problem.facts), **more})
