"""Statements whose rows are of people and their rounds, for what no count can say: change, and who is missing.

What they return stays inside the services: no screen and no file is given a person's row from here.
"""

from collections.abc import Mapping
from datetime import date

from monitoring.derive.computed import computed_rows, rows_where
from monitoring.derive.filters import Parameters, filters
from monitoring.derive.relations import Sources
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.indicator import Indicator

LOOKED_AT = "cast($as_of as date) as looked_at_on"


def round_statuses(
    catalogue: Catalogue, where: Mapping[str, tuple[str, ...]], as_of: date
) -> tuple[str, dict[str, object]]:
    """What became of those due, by round: a statement and its parameters."""
    parameters = Parameters({"as_of": as_of})
    rows = rows_where(Sources().rounds, filters(where, parameters))
    computed = computed_rows(catalogue, "follow_ups", ("lives_in",), rows, Sources())
    return statement("round_statuses").format(computed=computed), parameters.values


def values_of_people(
    catalogue: Catalogue, indicator: Indicator, where: Mapping[str, tuple[str, ...]], as_of: date
) -> tuple[str, dict[str, object]]:
    """Each person's own value in every round answered, of a share or a mean: a statement and its parameters."""
    parameters = Parameters({"as_of": as_of})
    rows = rows_where(Sources().rounds, filters(where, parameters), LOOKED_AT)
    sql = statement("values_of_people").format(
        computed=computed_rows(catalogue, "follow_ups", indicator.expressions, rows, Sources()),
        value=_one_persons(indicator),
        denominator=indicator.denominator,
    )
    return sql, parameters.values


def due_list(catalogue: Catalogue, country: str, today: date) -> tuple[str, dict[str, object]]:
    """One row per open case of a country, with what its last contacts leave undone: a statement and its parameters."""
    rows = rows_where(Sources().rounds, "country = $country")
    computed = computed_rows(catalogue, "follow_ups", ("safety_concern", "action_taken"), rows, Sources())
    return statement("due_list").format(computed=computed), {"country": country, "today": today}


def _one_persons(indicator: Indicator) -> str:
    """SQL: one person's part in the figure: of a share 1 or 0, unknown staying unknown."""
    said = f"({indicator.numerator})"
    return f"case when {said} then 1 when not {said} then 0 end" if indicator.is_share else said
