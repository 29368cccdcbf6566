"""The invented countries and providers, as `sample.toml` declares them, and what a row and a cell are."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

Cell = str | bool | int | date | None
"""What one cell holds. A missing answer that was given a reason is its code, such as `prefer_not_to_say`."""

Row = dict[str, Cell]
"""One row of a sheet, by the names of its questions."""

Sheets = dict[str, list[Row]]
"""The rows of one workbook, by the name of the form."""


@dataclass(frozen=True)
class Provider:
    id: str
    name: str
    type: str
    share: float
    strength: Mapping[str, float] = field(default_factory=dict)
    follow_up: float = 0.0
    ended: date | None = None


@dataclass(frozen=True)
class Country:
    name: str
    code: str
    people: int
    women: float
    level: Mapping[str, float]
    exploited_in: Mapping[str, float]
    languages: str
    providers: tuple[Provider, ...]


@dataclass(frozen=True)
class World:
    today: date
    seed: str
    first_return: date
    last_return: date
    countries: tuple[Country, ...]


def read_world(file: Path) -> World:
    """The world of `sample.toml`. Raises TypeError for a key that nothing here knows."""
    table: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    return World(countries=tuple(_country(each) for each in table.pop("country")), **table)


def _country(table: dict[str, Any]) -> Country:
    return Country(providers=tuple(Provider(**each) for each in table.pop("provider")), **table)
