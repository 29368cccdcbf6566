"""Reads instrument profiles, and what an office keeps beside them: items and weights. Checks no answers.

An office's own files lie in its data folder: `profiles/NAME.toml` with `[[item]]` tables, and
`profiles/NAME_weights.toml` with `version`, `source` and `[weights]`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from monitoring.declarations.toml_files import Built, ProblemList, build, open_toml, take_tables
from monitoring.domain.profile import (
    Constant,
    Item,
    NotMapped,
    Profile,
    ProfileColumn,
    Score,
    Scoring,
    Transformation,
    Weights,
)

_DRAFTS = "drafts"
"""Files of items that were written down from memory: none counts before somebody has ticked it."""


def read_profiles(folder: Path, problems: ProblemList) -> dict[str, Profile]:
    """The profiles of `indicators/profiles/`, by name, with their drafts. Adds what is wrong with their shape."""
    found: dict[str, Profile] = {}
    for path in sorted((folder / "profiles").glob("*.toml")):
        file = f"profiles/{path.name}"
        if profile := _profile(path.stem, open_toml(path, file, problems), file, problems):
            found[profile.name] = profile
    for path in sorted((folder / "profiles" / _DRAFTS).glob("*.toml")):
        file = f"profiles/{_DRAFTS}/{path.name}"
        if path.stem not in found:
            problems.found("unknown_name", file, known=found, word=path.stem)
            continue
        items = _item_file(open_toml(path, file, problems), file, problems, ticked=False)
        found[path.stem] = replace(found[path.stem], items=(*found[path.stem].items, *items))
    return found


def with_office_items(profile: Profile, data: Path, problems: ProblemList) -> Profile:
    """The profile with the items that the office keeps in its data folder; one of the same id takes a draft's place."""
    path, file = data / "profiles" / f"{profile.name}.toml", of_office(profile.name)
    if not path.is_file():
        return profile
    own = _item_file(open_toml(path, file, problems), file, problems, ticked=True)
    ids = {item.id for item in own}
    return replace(profile, items=(*(item for item in profile.items if item.id not in ids), *own))


def office_weights(profile: Profile, data: Path, problems: ProblemList) -> Weights | None:
    """The office's weights, or None where it keeps none."""
    path, file = data / "profiles" / f"{profile.name}_weights.toml", of_office(f"{profile.name}_weights")
    return build(Weights, open_toml(path, file, problems), file, "", problems) if path.is_file() else None


def of_office(name: str) -> str:
    """How problems name an office's own file, which lies beside its records and not beside the declarations."""
    return f"profiles/{name}.toml of the data folder"


def _profile(name: str, table: dict[str, Any], file: str, problems: ProblemList) -> Profile | None:
    columns = take_tables(table, "column", file, problems)
    for at, column in enumerate(columns, 1):
        wanted = str(column.get("transform", Transformation.RENAME))
        if wanted not in list(Transformation):
            problems.found(
                "unknown_transformation", file, f"column[{at}].transform", known=list(Transformation), word=wanted
            )
            column["transform"] = Transformation.RENAME
    scoring = table.pop("scoring", None)
    parts = {
        "columns": tuple(_built(ProfileColumn, columns, file, "column", problems)),
        "constants": _many(Constant, table, file, "constant", problems),
        "not_mapped": _many(NotMapped, table, file, "not_mapped", problems),
        "scores": _many(Score, table, file, "score", problems),
        "items": _items(table, file, problems, ticked=True),
        "scoring": None if scoring is None else build(Scoring, scoring, file, "scoring", problems),
    }
    return build(Profile, {"name": name, **table, **parts}, file, "", problems)


def _item_file(table: dict[str, Any], file: str, problems: ProblemList, *, ticked: bool) -> tuple[Item, ...]:
    """A file of items and of nothing else."""
    items = _items(table, file, problems, ticked=ticked)
    for key in table:
        problems.found("unknown_key", file, key, known=["item"], word=key)
    return items


def _items(table: dict[str, Any], file: str, problems: ProblemList, *, ticked: bool) -> tuple[Item, ...]:
    tables = [{"ticked": ticked, **each} for each in take_tables(table, "item", file, problems)]
    return tuple(_built(Item, tables, file, "item", problems))


def _many(cls: type[Built], table: dict[str, Any], file: str, key: str, problems: ProblemList) -> tuple[Built, ...]:
    return tuple(_built(cls, take_tables(table, key, file, problems), file, key, problems))


def _built(
    cls: type[Built], tables: list[Mapping[str, Any]] | list[dict[str, Any]], file: str, key: str, problems: ProblemList
) -> Iterator[Built]:
    for at, each in enumerate(tables, 1):
        if built := build(cls, each, file, f"{key}[{at}]", problems):
            yield built
