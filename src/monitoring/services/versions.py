"""Knows whether a figure's meaning was changed without saying so, and records what each version means."""

from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.declarations.read import VERSIONS, read_catalogue
from monitoring.declarations.toml_files import ProblemList
from monitoring.declarations.versions import Versions, read_versions, write_versions
from monitoring.derive.meaning import fingerprint
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.indicator import ChangeKind, Indicator
from monitoring.domain.problem import Problem
from monitoring.settings import Settings

__all__ = ["VERSIONS", "Record", "check_changes", "compare_with_record", "record"]


@dataclass(frozen=True, slots=True)
class Record:
    """What came of comparing the declarations with the record: mistakes, and indicators whose version is new to it."""

    problems: tuple[Problem, ...]
    new: tuple[str, ...]


def compare_with_record(settings: Settings, catalogue: Catalogue) -> Record:
    """Reports `meaning_changed_unrecorded` for every figure that means something else under the same version."""
    versions, problems = read_versions(settings.declarations)
    new = []
    for indicator in catalogue.indicators.values():
        known = versions.get(indicator.id, {})
        now = fingerprint(catalogue, indicator)
        if indicator.version not in known:
            new.append(indicator.id)
        if _is_unsaid(indicator, known, now):
            file = f"{indicator.domain}/{indicator.id}.toml"
            problems.found("meaning_changed_unrecorded", file, "version", version=str(indicator.version))
    return Record(tuple(problems), tuple(new))


def record(settings: Settings) -> Record:
    """Adds what is new to the record; refuses wholly while a meaning has changed unsaid. Raises BrokenDeclarations."""
    catalogue = read_catalogue(settings.declarations)
    found = compare_with_record(settings, catalogue)
    if not found.problems and found.new:
        versions, _ = read_versions(settings.declarations)
        write_versions(settings.declarations, _with_new(versions, catalogue, found.new))
    return found


def check_changes(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Every version after the first has an entry in [[changes]] that says what is different, and no entry is ahead."""
    problems = ProblemList()
    for indicator in catalogue.indicators.values():
        file = f"{indicator.domain}/{indicator.id}.toml"
        told = {change.version for change in indicator.changes}
        for version in sorted(set(range(2, indicator.version + 1)) - told):
            problems.found("change_not_told", file, "changes", version=str(version))
        for at, change in enumerate(indicator.changes, 1):
            if not 2 <= change.version <= indicator.version:
                allowed = f"2 to {indicator.version}, the version of the file"
                problems.found("not_allowed_value", file, f"changes[{at}].version", allowed=allowed)
    return tuple(problems)


def _is_unsaid(indicator: Indicator, known: Mapping[int, str], now: str) -> bool:
    if not known:
        return False
    if indicator.version in known:
        return known[indicator.version] != now
    before = max(known)
    told = {change.version for change in indicator.changes if change.kind is ChangeKind.MEANING}
    return indicator.version < before or (known[before] != now and indicator.version not in told)


def _with_new(versions: Versions, catalogue: Catalogue, new: tuple[str, ...]) -> Versions:
    added = {name: {**versions.get(name, {})} for name in new}
    for name in new:
        indicator = catalogue.indicators[name]
        added[name][indicator.version] = fingerprint(catalogue, indicator)
    return {**versions, **added}
