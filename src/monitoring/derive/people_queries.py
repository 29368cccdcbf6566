"""Statements whose rows are of people and their rounds, for what no count can say: change, and who is missing.

What they return stays inside the services: no screen and no file is given a person's row from here.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from monitoring.derive.computed import computed_rows, rows_where
from monitoring.derive.filters import Parameters, filters
from monitoring.derive.relations import Sources
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Asked
from monitoring.domain.indicator import Indicator

LOOKED_AT = "cast($as_of as date) as looked_at_on"
SOON_DAYS = 30

Where = Mapping[str, tuple[str, ...]]
Statement = tuple[str, dict[str, object]]
"""SQL and its parameters."""


def round_statuses(catalogue: Catalogue, where: Where, as_of: date) -> Statement:
    """What became of those due, by round: a statement and its parameters."""
    parameters = Parameters({"as_of": as_of})
    rows = rows_where(Sources().rounds, filters(where, parameters))
    computed = computed_rows(catalogue, "follow_ups", ("lives_in",), rows, Sources())
    return statement("round_statuses").format(computed=computed), parameters.values


def values_of_people(catalogue: Catalogue, indicator: Indicator, where: Where, as_of: date) -> Statement:
    """Each person's own value in every round answered, of a share or a mean: a statement and its parameters."""
    parameters = Parameters({"as_of": as_of})
    rows = rows_where(Sources().rounds, filters(where, parameters), LOOKED_AT)
    sql = statement("values_of_people").format(
        computed=computed_rows(catalogue, "follow_ups", indicator.expressions, rows, Sources()),
        value=_one_persons(indicator),
        denominator=indicator.denominator,
    )
    return sql, parameters.values


def due_list(catalogue: Catalogue, country: str, today: date) -> Statement:
    """One row per case of a country that may ask for something: a statement and its parameters."""
    computed, told_of_harm = _told_of_harm(catalogue, "country = $country")
    sql = statement("due_list").format(
        computed=computed, told_of_harm=told_of_harm, waiting_rounds=statement("waiting_rounds")
    )
    return sql, {"country": country, "today": today}


def disclosures(catalogue: Catalogue, where: Where, today: date, since: date, *, lead: str | None = None) -> Statement:
    """Disclosures of harm by country: told since a day, answered in time, and without any action on record.

    `lead`: of the people whom this provider leads now, and of nobody else.
    """
    days = timedelta(days=catalogue.limits["days_to_answer"].value)
    parameters = Parameters({"since": since, "still_from": today - days})
    computed, told_of_harm = _told_of_harm(catalogue, filters(where, parameters))
    of_lead = "true" if lead is None else f"lead_provider = {parameters.name(lead)}"
    sql = statement("disclosures").format(computed=computed, told_of_harm=told_of_harm, of_lead=of_lead)
    return sql, parameters.values


def _told_of_harm(catalogue: Catalogue, conditions: str) -> tuple[str, str]:
    """SQL: the step `computed`, and over it the one rule by which a disclosure is there, answered, or open."""
    declared = catalogue.indicators["disclosure_answered"]
    rows = rows_where(Sources().rounds, conditions)
    computed = computed_rows(catalogue, "follow_ups", (*declared.expressions, "action_taken"), rows, Sources())
    return computed, statement("told_of_harm").format(answered=declared.numerator, told=declared.denominator)


def workload(place: str, where: Where, today: date) -> Statement:
    """Rounds due, done, overdue and due within 30 days, by country or by provider."""
    parameters = Parameters({"today": today, "soon": today + timedelta(days=SOON_DAYS)})
    sql = statement("workload").format(
        place=place, filters=filters(where, parameters), waiting_rounds=statement("waiting_rounds")
    )
    return sql, parameters.values


def burden(catalogue: Catalogue, place: str, where: Where, as_of: date) -> Statement:
    """What interviews ask of people: questions put, minutes, interviews stopped early, by country or by provider."""
    parameters = Parameters({"as_of": as_of})
    asked = [each.name for each in catalogue.forms["follow_ups"].questions if each.asked_of is Asked.SURVIVOR]
    put = " + ".join(f"case when {name}__asked then 1 else 0 end" for name in asked)
    texts = ("minutes", "stopped_early", put)
    rows = rows_where(Sources().rounds, filters(where, parameters))
    sql = statement("burden").format(
        computed=computed_rows(catalogue, "follow_ups", texts, rows, Sources()),
        place=place,
        questions=put,
        longest=max(each.last_day for each in catalogue.rounds),
    )
    return sql, parameters.values


def heard_and_unheard(catalogue: Catalogue, indicator: Indicator, round_: str, where: Where, as_of: date) -> Statement:
    """Of those due in a round, interviewed in it or not: how they stood at return."""
    parameters = Parameters({"as_of": as_of, "round": round_})
    narrowed = filters(where, parameters)
    rows = rows_where(Sources().rounds, narrowed, LOOKED_AT)
    sql = statement("heard_and_unheard").format(
        computed=computed_rows(catalogue, "follow_ups", indicator.expressions, rows, Sources()),
        value=_one_persons(indicator),
        denominator=indicator.denominator,
        filters=narrowed,
    )
    return sql, parameters.values


def _one_persons(indicator: Indicator) -> str:
    """SQL: one person's part in the figure: of a share 1 or 0, unknown staying unknown."""
    said = f"({indicator.numerator})"
    return f"case when {said} then 1 when not {said} then 0 end" if indicator.is_share else said
