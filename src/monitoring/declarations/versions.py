"""Reads and writes `versions.toml`: what each version of each indicator meant, as a fingerprint. Holds no figures."""

from collections.abc import Mapping
from pathlib import Path

from monitoring.declarations.read import VERSIONS
from monitoring.declarations.toml_files import ProblemList, open_toml

Versions = Mapping[str, Mapping[int, str]]
"""Indicator -> version -> fingerprint of its meaning."""

_HEAD = """# What each version of each indicator meant: a fingerprint of all that gives a figure its meaning. Written by
# `monitoring definitions record`, and committed. A meaning that changes under an old version is a mistake, which
# `monitoring definitions check` reports: raise `version` in the indicator's file and add a [[changes]] entry.
"""


def read_versions(folder: Path) -> tuple[Versions, ProblemList]:
    """The record, empty where there is none yet, and what is wrong with the file."""
    problems = ProblemList()
    if not (folder / VERSIONS).exists():
        return {}, problems
    found: dict[str, dict[int, str]] = {}
    for name, table in open_toml(folder / VERSIONS, VERSIONS, problems).items():
        if not isinstance(table, dict) or not all(number.isdigit() for number in table):
            problems.found("wrong_type", VERSIONS, name, expected='[id] and lines such as 1 = "0123456789abcdef"')
            continue
        found[name] = {int(number): str(meaning) for number, meaning in table.items()}
    return found, problems


def write_versions(folder: Path, versions: Versions) -> None:
    """Replaces the record; indicators and versions in order, so that a diff shows only what is new."""
    blocks = [_HEAD]
    for name in sorted(versions):
        lines = [f'{number} = "{versions[name][number]}"' for number in sorted(versions[name])]
        blocks.append("\n".join([f"[{name}]", *lines]) + "\n")
    (folder / VERSIONS).write_text("\n".join(blocks), encoding="utf-8")
