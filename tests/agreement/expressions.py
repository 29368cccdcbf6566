"""What a declared expression says of one row, in plain Python. No database: the tree is walked, and unknown is None.

Three-valued logic: a comparison with an unknown is unknown; `false and unknown` is false, `true or unknown` is true.
Numbers are exact: whole numbers and fractions, never rounded on the way.
"""

import math
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, reduce
from operator import eq, ge, gt, le, lt, ne
from typing import Any

import sqlglot

Value = Any
Lookup = Callable[[str], Value]
"""From a name to what the row says: text, True or False, a number, a date, or None."""

Reading = Callable[[Lookup], Value]
_COMPARED = {"EQ": eq, "NEQ": ne, "GT": gt, "GTE": ge, "LT": lt, "LTE": le}
_WRITTEN = {"Literal", "Boolean", "Null", "Interval", "Cast"}


@cache
def reading_of(text: str) -> Reading:
    """The expression as a function of a row. Raises NotImplementedError for what this module does not know."""
    return _reading(sqlglot.parse_one(text, read="duckdb"))


def _reading(node: Any) -> Reading:
    kind = type(node).__name__
    if kind in _WRITTEN:
        value = _written(node)
        return lambda _: value
    if kind == "Column":
        name = node.name
        return lambda row: row(name)
    if kind in _COMPARED:
        return _known(_COMPARED[kind], node.this, node.expression)
    if kind not in _READINGS:
        raise NotImplementedError(f"{kind} in an expression has no plain meaning here yet")
    return _READINGS[kind](node)


def _written(node: Any) -> Value:
    """A value that stands in the text itself."""
    match type(node).__name__:
        case "Literal" if node.is_string:
            return node.this
        case "Literal":
            return Fraction(node.this) if "." in node.this else int(node.this)
        case "Boolean":
            return bool(node.this)
        case "Interval":
            return _interval(node)
        case "Cast":
            return date.fromisoformat(node.this.this)
    return None


def _interval(node: Any) -> tuple[int, int]:
    """(months, days), as calendars add them."""
    number, unit = int(node.this.this), node.args["unit"].name.lower().removesuffix("s")
    return {"day": (0, number), "week": (0, 7 * number), "month": (number, 0), "year": (12 * number, 0)}[unit]


def _known(work: Callable[..., Value], *nodes: Any) -> Reading:
    """The work on several values, unknown as soon as one of them is."""
    readings = [_reading(node) for node in nodes]

    def read(row: Lookup) -> Value:
        values = [reading(row) for reading in readings]
        return None if None in values else work(*values)

    return read


def _both(first: Value, second: Value) -> Value:
    if first is False or second is False:
        return False
    return None if first is None or second is None else True


def _not(value: Value) -> Value:
    return None if value is None else not value


def _either(first: Value, second: Value) -> Value:
    return _not(_both(_not(first), _not(second)))


def _logic(join: Callable[[Value, Value], Value]) -> Callable[[Any], Reading]:
    def of(node: Any) -> Reading:
        first, second = _reading(node.this), _reading(node.expression)
        return lambda row: join(first(row), second(row))

    return of


def _negated(node: Any) -> Reading:
    inner = _reading(node.this)
    return lambda row: _not(inner(row))


def _is_null(node: Any) -> Reading:
    inner = _reading(node.this)
    return lambda row: inner(row) is None


def _in(node: Any) -> Reading:
    listed = [_reading(each)(lambda _: None) for each in node.expressions]
    return _known(lambda value: value in listed, node.this)


def _between(node: Any) -> Reading:
    value, low, high = (_reading(each) for each in (node.this, node.args["low"], node.args["high"]))

    def compared(first: Value, second: Value) -> Value:
        return None if first is None or second is None else first <= second

    return lambda row: _both(compared(low(row), value(row)), compared(value(row), high(row)))


def _case(node: Any) -> Reading:
    branches = [(_reading(each.this), _reading(each.args["true"])) for each in node.args["ifs"]]
    otherwise = _reading(node.args["default"]) if node.args.get("default") else lambda _: None
    subject = _reading(node.this) if node.this else None

    def read(row: Lookup) -> Value:
        for condition, result in branches:
            asked = condition(row)
            if (asked is True) if subject is None else (asked is not None and subject(row) == asked):
                return result(row)
        return otherwise(row)

    return read


def _of_the_known(choose: Callable[[list[Value]], Value]) -> Callable[[Any], Reading]:
    """coalesce, least, greatest: unknown values are passed over."""

    def of(node: Any) -> Reading:
        readings = [_reading(each) for each in (node.this, *node.expressions)]

        def read(row: Lookup) -> Value:
            known = [value for value in (reading(row) for reading in readings) if value is not None]
            return choose(known) if known else None

        return read

    return of


def plus(first: Value, second: Value) -> Value:
    """A sum; of a day and a whole number, or an interval, a later day. The end of a short month stands for its 31st."""
    if isinstance(second, date):
        first, second = second, first
    if not isinstance(first, date):
        return first + second
    months, days = second if isinstance(second, tuple) else (0, second)
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    day = min(first.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day) + timedelta(days=days)


def minus(first: Value, second: Value) -> Value:
    """A difference; of two days their distance in days."""
    if isinstance(first, date) and isinstance(second, date):
        return (first - second).days
    return plus(first, tuple(-part for part in second) if isinstance(second, tuple) else -second)


def divided(first: Value, second: Value) -> Value:
    """Always the true quotient, never cut off; by zero it is infinite, as the database has it."""
    if second:
        return Fraction(first) / Fraction(second)
    return math.copysign(math.inf, first) if first else math.nan


def _sum(node: Any) -> Reading:
    """A long sum is a deep tree: it is read from left to right."""
    parts = []
    while type(node).__name__ == "Add":
        parts.append(_reading(node.expression))
        node = node.this
    parts.append(_reading(node))

    def read(row: Lookup) -> Value:
        values = [part(row) for part in reversed(parts)]
        return None if None in values else reduce(plus, values)

    return read


_READINGS: dict[str, Callable[[Any], Reading]] = {
    "Paren": lambda node: _reading(node.this),
    "And": _logic(_both),
    "Or": _logic(_either),
    "Not": _negated,
    "Is": _is_null,
    "In": _in,
    "Between": _between,
    "Case": _case,
    "Coalesce": _of_the_known(lambda known: known[0]),
    "Least": _of_the_known(min),
    "Greatest": _of_the_known(max),
    "Add": _sum,
    "Sub": lambda node: _known(minus, node.this, node.expression),
    "Mul": lambda node: _known(lambda first, second: first * second, node.this, node.expression),
    "Div": lambda node: _known(divided, node.this, node.expression),
    "Neg": lambda node: _known(lambda value: -value, node.this),
    "Abs": lambda node: _known(abs, node.this),
}
