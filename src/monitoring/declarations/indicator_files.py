"""Reads the folders of the domains: every indicator, with its worked examples, or every mistake in them."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from monitoring.declarations.examples import rows_of
from monitoring.declarations.for_each import Declared, each_of
from monitoring.declarations.toml_files import ProblemList, build, open_toml, take_tables
from monitoring.domain.catalogue import OutcomeDomain
from monitoring.domain.indicator import Example, Indicator

_ID = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
"""An indicator's id is a name in SQL, in links and in exports."""

_OTHER_FOLDERS = ("choices", "forms", "notices", "profiles")
"""Beside one folder a domain."""


def read_indicators(
    folder: Path, domains: Mapping[str, OutcomeDomain], declared: Declared, problems: ProblemList
) -> dict[str, Indicator]:
    """Id to indicator, in the order of the domains. A folder that is no domain would be passed over in silence."""
    for path in sorted(path for path in folder.iterdir() if path.is_dir()):
        if path.name not in (*domains, *_OTHER_FOLDERS):
            problems.found("unknown_folder", f"{path.name}/", known=domains, word=path.name)
    found: dict[str, Indicator] = {}
    for indicator in _indicators(folder, domains, declared, problems):
        if indicator.id in found:
            problems.found("duplicate_name", indicator.declared_in, word=indicator.id)
        found[indicator.id] = indicator
    return found


def _indicators(
    folder: Path, domains: Mapping[str, OutcomeDomain], declared: Declared, problems: ProblemList
) -> Iterator[Indicator]:
    for domain in domains:
        for path in sorted((folder / domain).glob("*.toml")):
            file, before = f"{domain}/{path.name}", len(problems)
            if not _ID.fullmatch(path.stem):
                problems.found("bad_file_name", file)
                continue
            table = open_toml(path, file, problems)
            if len(problems) > before:
                continue  # one mistake, and not another for every key that could not be read
            for id_, whole in each_of(path.stem, table, declared, file, problems):
                indicator = _indicator({"id": id_, "domain": domain, "declared_in": file, **whole}, file, problems)
                if indicator is None:
                    continue
                if indicator.form not in declared.forms:
                    problems.found("unknown_form", file, "form", known=declared.forms, word=indicator.form)
                yield indicator


def _indicator(table: dict[str, Any], file: str, problems: ProblemList) -> Indicator | None:
    examples = tuple(_examples(take_tables(table, "example", file, problems), file, problems))
    return build(Indicator, {**table, "examples": examples}, file, "", problems)


def _examples(tables: list[dict[str, Any]], file: str, problems: ProblemList) -> Iterator[Example]:
    for at, table in enumerate(tables, 1):
        key = f"example[{at}]"
        try:
            rows = rows_of(str(table.get("rows", "")))
        except ValueError as mistake:
            problems.found("bad_example", file, f"{key}.rows", detail=str(mistake))
            continue
        if example := build(Example, {**table, "rows": rows}, file, key, problems):
            yield example
