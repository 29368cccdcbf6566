"""A figure's statement as the steps it is made of, each of which can be run alone: how a count comes about.

The steps are the real ones: the statement is cut at its own names, never written a second time.
"""

import re
from collections.abc import Iterator, Mapping

from monitoring.derive.query import Query
from monitoring.derive.relations import REPLAYED, replayed_steps, with_steps
from monitoring.domain.catalogue import Catalogue

SOURCES = REPLAYED
"""Where a statement that is to be cut into steps reads its rows."""

FINAL = "counted"
"""What the last select is called: it has no name of its own."""

_FINAL_SELECT = "\n\nselect\n"
_NAMED = re.compile(r"^(?:with )?([a-z_]+) as \($", re.MULTILINE)
_PARAMETER = re.compile(r"\$([a-z_][a-z0-9_]*)")


def named_steps(catalogue: Catalogue, query: Query) -> Iterator[tuple[str, str]]:
    """(name, statement that gives the step's rows), in the order in which they are computed.

    `query` is to be derived with these sources: `SOURCES`.
    """
    replayed = replayed_steps(catalogue, REPLAYED)
    before: dict[str, str] = {}
    for name, text in replayed.items():
        before[name] = text
        yield name, with_steps(before, f"select * from {name}")
    head, cut, _ = query.sql.rpartition(_FINAL_SELECT)
    if cut and _NAMED.search(head):
        for name in _NAMED.findall(head):
            yield name, with_steps(replayed, f"select * from (\n{head}\n\nselect * from {name}\n) as step")
    yield FINAL, with_steps(replayed, f"select * from (\n{query.sql}\n) as step")


def parameters_of(sql: str, known: Mapping[str, object]) -> dict[str, object]:
    """Those of the known values that the statement names: DuckDB refuses one too many."""
    return {name: known[name] for name in dict.fromkeys(_PARAMETER.findall(sql))}
