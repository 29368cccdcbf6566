"""Reads hand_ins.toml: what is expected of country offices. Where there is no such file, nothing is."""

from pathlib import Path

from monitoring.declarations.toml_files import ProblemList, build, named_tables, open_toml
from monitoring.domain.hand_in_rules import HandInRules, LargeDrop, Rhythm
from monitoring.domain.period import Quarter

FILE = "hand_ins.toml"


def read_hand_in_rules(folder: Path, problems: ProblemList) -> HandInRules:
    """The rules of the folder. Mistakes in them are added to the problems."""
    if not (folder / FILE).exists():
        return HandInRules()
    tables = named_tables(open_toml(folder / FILE, FILE, problems), FILE, problems)
    known = ("rhythm", "large_drop")
    for name in tables:
        if name not in known:
            problems.found("unknown_key", FILE, name, known=known, word=name)
    rhythm = build(Rhythm, tables["rhythm"], FILE, "rhythm", problems) if "rhythm" in tables else None
    drop = build(LargeDrop, tables["large_drop"], FILE, "large_drop", problems) if "large_drop" in tables else None
    if rhythm is not None:
        _check_first(rhythm, problems)
    return HandInRules(rhythm, drop)


def _check_first(rhythm: Rhythm, problems: ProblemList) -> None:
    try:
        Quarter.parse(rhythm.first)
    except ValueError:
        problems.found("wrong_type", FILE, "rhythm.first", expected="a quarter such as 2026-Q1")
