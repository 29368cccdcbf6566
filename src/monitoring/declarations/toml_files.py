"""Opens the TOML files of the declarations and says what is wrong with their shape. Knows nothing of meaning."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from monitoring.domain.problem import Problem

Built = TypeVar("Built")


_KINDS = {
    "string": "a text in quotes",
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "date": "a date such as 2026-11-01",
    "dict": "a table",
    "tuple": "a list in square brackets",
    "list": "a list in square brackets",
    "dataclass": "a table",
    "mapping": "a table",
}
"""How pydantic's kinds are said to people, by the first part of their name."""


class ProblemList(list[Problem]):
    """The mistakes found so far, with a short way to add one."""

    def found(
        self, code: str, file: str, key: str = "", *, known: Iterable[str] = (), word: str = "", **facts: str
    ) -> None:
        """Adds a mistake; where `word` is close to one of the `known`, that is suggested."""
        near = get_close_matches(word, list(known), n=1, cutoff=0.5) if word else []
        said = (("word", word),) if word else ()
        self.append(
            Problem(
                code=code,
                file=file,
                key=key or None,
                facts=(*said, *facts.items()),
                suggestion=near[0] if near else None,
            )
        )


def open_toml(path: Path, name: str, problems: ProblemList) -> dict[str, Any]:
    """The file's table; an absent or unreadable file is a problem and an empty table."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as mistake:
        problems.found("not_toml", name, detail=str(mistake))
    except UnicodeDecodeError:
        problems.found("not_toml", name, detail="the file is not UTF-8 text")
    except OSError:  # absent, a folder, a link to nowhere, or not ours to read
        problems.found("missing_file", name)
    return {}


def take_tables(table: dict[str, Any], name: str, file: str, problems: ProblemList) -> list[dict[str, Any]]:
    """Takes the tables written `[[name]]` out of a file's table; anything else under that name is a problem."""
    found = table.pop(name, [])
    if isinstance(found, list) and all(isinstance(each, dict) for each in found):
        return found
    problems.found("wrong_type", file, name, expected=f"[[{name}]]")
    return []


def named_tables(table: dict[str, Any], file: str, problems: ProblemList) -> dict[str, dict[str, Any]]:
    """Those entries that are written `[name]`; any other is a problem."""
    for name, entry in table.items():
        if not isinstance(entry, dict):
            problems.found("wrong_type", file, name, expected=f"[{name}]")
    return {name: entry for name, entry in table.items() if isinstance(entry, dict)}


@cache
def _reader(cls: Any) -> TypeAdapter[Any]:
    return TypeAdapter(cls)


def build(cls: type[Built], table: Mapping[str, Any], file: str, key: str, problems: ProblemList) -> Built | None:
    """One object of the field from one table, or None and a problem for each mistake in it."""
    dataclass: Any = cls  # every caller passes one; a type variable cannot say so
    known = [each.name for each in fields(dataclass)]
    for name in table.keys() - known:
        problems.found("unknown_key", file, _path(key, name), known=known, word=name)
    try:
        built: Built = _reader(dataclass).validate_python({name: table[name] for name in known if name in table})
    except ValidationError as mistakes:
        for mistake in mistakes.errors(include_url=False, include_input=False):
            _translate(mistake, file, key, problems)
        return None
    return None if table.keys() - known else built


def _path(key: str, *parts: object) -> str:
    return ".".join(filter(None, [key, *map(str, parts)]))


def _translate(mistake: Any, file: str, key: str, problems: ProblemList) -> None:
    """Pydantic's finding as one of our Problems. Its own message is for developers and would quote the input."""
    where = _path(key, *mistake["loc"])
    match mistake["type"]:
        case "missing" | "missing_argument":
            problems.found("missing_key", file, where)
        case "enum":
            problems.found("not_allowed_value", file, where, allowed=str(mistake["ctx"]["expected"]))
        case kind:
            problems.found("wrong_type", file, where, expected=_KINDS.get(str(kind).split("_")[0], "another kind"))
