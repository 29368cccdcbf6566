"""The columns that count one indicator inside a grouped statement. Unknown is never counted as no."""

from monitoring.domain.indicator import Indicator, Kind, Of


def counting_columns(indicator: Indicator, speaks: str) -> str:
    """SQL: the indicator's `__numerator`, `__denominator`, `__answered` and, for a mean, `__spread`.

    `speaks` is the condition under which a row stands for its person and round.
    """
    columns = _of_people_met(indicator) if _counts_people(indicator) else _of_rows(indicator, speaks)
    return ",\n    ".join(f"{sql} as {indicator.id}__{name}" for name, sql in columns.items())


def _counts_people(indicator: Indicator) -> bool:
    return indicator.form == "follow_ups" and indicator.of is Of.SURVIVOR


def _of_people_met(indicator: Indicator) -> dict[str, str]:
    """Different people of whom the condition holds in any contact: each once, however often they were met."""
    return {
        "numerator": f"count(distinct case when ({indicator.numerator}) then survivor_key end)",
        "denominator": "cast(null as integer)",
        "answered": f"count(distinct case when {indicator.answered or 'was_interviewed'} then survivor_key end)",
    }


def _of_rows(indicator: Indicator, speaks: str) -> dict[str, str]:
    numerator = f"({indicator.numerator})"
    counted = f"({indicator.denominator}) and {numerator} is not null and {speaks}"
    answered = f"({indicator.answered}) and {speaks}" if indicator.answered else counted
    columns = {"denominator": _count(counted), "answered": _count(answered)}
    if indicator.kind is Kind.MEAN:
        value = f"case when {counted} then {numerator} end"
        return {**columns, "numerator": f"sum({value})", "spread": f"stddev_samp({value})"}
    if indicator.kind is Kind.COUNT:
        columns["denominator"] = "cast(null as integer)"
    return {**columns, "numerator": _count(f"{counted} and {numerator}")}


def _count(condition: str) -> str:
    return f"count(case when {condition} then 1 end)"
