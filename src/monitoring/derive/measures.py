"""The columns that count one indicator inside a grouped statement. Unknown is never counted as no.

What each kind counts, over the rows of its form (in follow-ups: the one contact that speaks for a person and round):

* share: `numerator` rows where denominator and numerator hold, `denominator` rows where the denominator holds and the
  numerator is known, either way.
* count: the numerator alone; it has no denominator.
* mean: the numerator is a number. `numerator` is its sum, `denominator` how many rows have one, `spread` its standard
  deviation (of a sample).
* median: as a mean, but `values` are the numbers in rising order, and there is no numerator.
* time_to_event: not here but in `sql/figures_of_events.sql`. Of every person returned by the day looked at: `days` from
  return to the first event, or else to the last of the indicator's `known_until` days (0 where there is none), and
  `events`, whether it was the event. Both in the same order.

`answered` rows are those of `answered` where it is declared, else those of the denominator.
A count of survivors over other rows than theirs is of different people: see `sql/figures_of_people_met.sql`.
"""

from monitoring.domain.indicator import Indicator, Kind, Of


def counting_columns(indicator: Indicator, speaks: str) -> str:
    """SQL: the indicator's columns, each prefixed with its id and two underscores.

    `speaks` is the condition under which a row stands for its person and round.
    """
    columns = _columns(indicator, speaks)
    return ",\n    ".join(f"{sql} as {indicator.id}__{name}" for name, sql in columns.items())


def counts_people(indicator: Indicator) -> bool:
    """Whether different people are counted over rows of which one person may have many."""
    return indicator.kind is Kind.COUNT and indicator.of is Of.SURVIVOR and indicator.form != "survivors"


def _columns(indicator: Indicator, speaks: str) -> dict[str, str]:
    numerator = f"({indicator.numerator})"
    counted = f"({indicator.denominator}) and {numerator} is not null and {speaks}"
    answered = f"({indicator.answered}) and {speaks}" if indicator.answered else counted
    columns = {"denominator": _count(counted), "answered": _count(answered)}
    value = f"case when {counted} then {numerator} end"
    match indicator.kind:
        case Kind.MEAN:
            return {**columns, "numerator": f"sum({value})", "spread": f"stddev_samp({value})"}
        case Kind.MEDIAN:
            values = f"array_agg({value} order by {value}) filter (where {value} is not null)"
            return {**columns, "numerator": "cast(null as integer)", "values": values}
        case Kind.COUNT:
            columns["denominator"] = "cast(null as integer)"
    return {**columns, "numerator": _count(f"{counted} and {numerator}")}


def _count(condition: str) -> str:
    return f"count(case when {condition} then 1 end)"
