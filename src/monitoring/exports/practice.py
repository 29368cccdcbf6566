"""Rows of people who do not exist, drawn from the declarations: to try a script on."""

import random
from collections.abc import Callable, Sequence

import polars

from monitoring.derive.export_rows import PERSON, ROUND
from monitoring.exports.variables import Variable, VariableKind

_PEOPLE = 60
_NO_ANSWER = 0.12
_QUARTERS = tuple(f"{year}-Q{number}" for year in (2024, 2025) for number in (1, 2, 3, 4))


def practice_rows(columns: Sequence[Variable]) -> polars.DataFrame:
    """The columns of a file, drawn evenly from what may stand in them; the same every time."""
    draw = random.Random(11)  # noqa: S311  (invented answers are drawn, not secret)
    months = list(next(each for each in columns if each.name == ROUND).codes)
    rows = []
    for person in range(1, _PEOPLE + 1):
        mine = {each.name: _answer(draw, each) for each in columns if each.form == "survivors"}
        for round_ in months[: draw.randint(1, len(months))]:
            row = {each.name: _answer(draw, each) for each in columns}
            rows.append({**row, **mine, PERSON: person, ROUND: round_})
    kinds = {VariableKind.YES_NO: polars.Boolean, VariableKind.WHOLE: polars.Int32, VariableKind.SCORE: polars.Float64}
    return polars.DataFrame(rows, schema={each.name: kinds.get(each.kind, polars.String) for each in columns})


def _answer(draw: random.Random, column: Variable) -> object:
    """One answer of the column's kind, or none."""
    codes = list(column.codes)
    draws: dict[VariableKind, Callable[[], object]] = {
        VariableKind.CODE: lambda: draw.choice(codes),
        VariableKind.SEVERAL: lambda: " ".join(sorted(draw.sample(codes, min(2, len(codes))))),
        VariableKind.YES_NO: lambda: draw.random() < 0.5,
        VariableKind.WHOLE: lambda: draw.randint(0, 5),
        VariableKind.SCORE: lambda: round(draw.random(), 2),
        VariableKind.TEXT: lambda: draw.choice(_QUARTERS),
    }
    return None if draw.random() < _NO_ANSWER else draws[column.kind]()
