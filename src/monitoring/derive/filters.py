"""What narrows and groups a statement: conditions with their values as parameters, and grouping columns in order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from monitoring.domain.period import Quarter

FIRST_YEAR = 2015
"""Events are followed quarter by quarter from here on; no office of ours has older returns on its books."""


@dataclass(slots=True)
class Parameters:
    """Hands out names for values."""

    values: dict[str, object] = field(default_factory=dict)

    def name(self, value: object) -> str:
        name = f"p{len(self.values)}"
        self.values[name] = value
        return f"${name}"


def filters(where: Mapping[str, Iterable[str]], parameters: Parameters) -> str:
    """The conditions of a request. An empty tuple of values means: nothing fits."""
    conditions = ["true"]
    for name, values in sorted(where.items()):
        match name:
            case "exploitation":
                kinds = [_holds("exploitation_types", parameters.name(value)) for value in values]
                conditions.append(f"({' or '.join(kinds) or 'false'})")
            case "quarter_from" | "quarter_to":
                sign = ">=" if name == "quarter_from" else "<="
                conditions += [f"quarter {sign} {parameters.name(value)}" for value in values]
            case _:
                listed = ", ".join(parameters.name(value) for value in values)
                conditions.append(f"{name} in ({listed or 'null'})")
    return " and ".join(conditions)


def groups(by: tuple[str, ...]) -> str:
    """The grouping columns at the head of a select."""
    return "".join(f"{name},\n    " for name in by)


def group_by(by: tuple[str, ...]) -> str:
    """Groups by name, and puts the rows in an order that does not change from run to run."""
    names = ", ".join(by)
    return f"group by {names}\norder by {names}" if by else ""


def quarters(as_of: date, where: Mapping[str, tuple[str, ...]], parameters: Parameters) -> str:
    """The quarters looked at, each with its last day, the running one ending on the day looked at."""
    first = max((Quarter.parse(text) for text in where.get("quarter_from", ())), default=Quarter(FIRST_YEAR, 1))
    last = min((Quarter.parse(text) for text in where.get("quarter_to", ())), default=Quarter.of(as_of))
    rows = []
    while first <= min(last, Quarter.of(as_of)):
        day = min(first.last_day, as_of)
        rows.append(f"({parameters.name(str(first))}, cast({parameters.name(day)} as date))")
        first = first.next
    return f"(values {', '.join(rows) or '(null, cast(null as date))'}) as quarters (quarter, last_day)"


def _holds(question: str, parameter: str) -> str:
    """SQL: whether a several-answer question holds the code of a parameter."""
    return f"position(' ' || {parameter} || ' ' in ' ' || {question} || ' ') > 0"
