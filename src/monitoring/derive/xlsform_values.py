"""The values inside conditions, translated to XPath: answers, numbers, days, what is reckoned or chosen from them.

A closed list: what stands on it is translated exactly, anything else is refused by name and never left out in silence.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any, TypeVar

from monitoring.derive.xlsform_answers import Answer, day_of
from monitoring.derive.xpath_truth import TRUE, Truth, Value, both, either, opposite
from monitoring.domain.refusal import Refusal

_ARITHMETIC = {"Add": "+", "Sub": "-", "Mul": "*", "Div": "div"}
_DAYS = {"DAY": 1, "DAYS": 1, "WEEK": 7, "WEEKS": 7}
_DEEPEST = 10

Found = TypeVar("Found")


class NotInXPath(Refusal):
    """A condition cannot be put into a form. Names the form, the key and the part."""

    def __init__(self, file: str, key: str, part: str) -> None:
        super().__init__("not_in_xpath", file=file, key=key, part=part)


class Values(ABC):
    """Over one form's answers. `derived` are its computed columns, as expressions; `file` and `key` say where."""

    def __init__(self, answers: Mapping[str, Answer], derived: Mapping[str, str], file: str, key: str) -> None:
        self.answers = answers
        self.derived = derived
        self._place = (file, key)
        self._depth = 0

    @abstractmethod
    def truth(self, node: Any) -> Truth:
        """When the condition is true, and when it is false."""

    def tree(self, text: str) -> Any:
        """The expression as sqlglot reads it."""
        import sqlglot  # slow to import, and few ask for a form
        from sqlglot.errors import SqlglotError

        try:
            return sqlglot.parse_one(text, read="duckdb")
        except SqlglotError:
            raise NotInXPath(*self._place, text) from None

    def refusal(self, node: Any) -> NotInXPath:
        return NotInXPath(*self._place, node.sql(dialect="duckdb")[:80])

    def inside(self, column: Any, translate: Callable[[Any], Found]) -> Found:
        """A computed column, put in where it is named."""
        if column.name not in self.derived or self._depth >= _DEEPEST:
            raise self.refusal(column)
        self._depth += 1
        found = translate(self.tree(self.derived[column.name]))
        self._depth -= 1
        return found

    def value(self, node: Any) -> Value:
        """The value's XPath. Raises NotInXPath for what is not on the list."""
        kind = type(node).__name__
        translate = self._translators().get(kind)
        if translate is None:
            raise self.refusal(node)
        return translate(node)

    def _translators(self) -> dict[str, Callable[[Any], Value]]:
        return {
            "Paren": lambda node: self.value(node.this),
            "Literal": _literal,
            "Null": lambda _: Value("''", "", TRUE),
            "Cast": lambda node: Value(day_of(f"date('{node.this.this}')"), "day"),
            "Neg": lambda node: self._signed("(0 - {})", node),
            "Abs": lambda node: self._signed("abs({})", node),
            "Column": self._answer,
            "Coalesce": lambda node: reduce(_first_known, map(self.value, (node.this, *node.expressions))),
            "Case": self._chosen,
            **dict.fromkeys(_ARITHMETIC, self._reckoned),
        }

    def _signed(self, form: str, node: Any) -> Value:
        inner = self._of_kind("number", node.this)
        return Value(form.format(inner.text), "number", inner.missing)

    def branch(self, case: Any, branch: Any) -> Truth:
        """When a branch of `case` is taken, those before it not being. Only `case when` is known, not `case x when`."""
        if case.this is not None:
            raise self.refusal(case)
        return self.truth(branch.this)

    def _answer(self, column: Any) -> Value:
        if column.name in self.answers:
            return self.answers[column.name].value
        question, _, part = column.name.rpartition("__")
        if part == "score" and question in self.answers and self.answers[question].scores:
            return self.answers[question].score
        return self.inside(column, self.value)

    def _of_kind(self, kind: str, node: Any) -> Value:
        found = self.value(node)
        if found.kind != kind:
            raise self.refusal(node)
        return found

    def _reckoned(self, node: Any) -> Value:
        sign = _ARITHMETIC[type(node).__name__]
        if type(node.expression).__name__ == "Interval" and sign in ("+", "-"):
            day = self._of_kind("day", node.this)
            return Value(f"({day.text} {sign} {self._days(node.expression)})", "day", day.missing)
        first, second = self._of_kind("number", node.this), self._of_kind("number", node.expression)
        return Value(f"({first.text} {sign} {second.text})", "number", either(first.missing, second.missing))

    def _days(self, interval: Any) -> int:
        unit = str(interval.args.get("unit") or "").upper()
        if unit not in _DAYS or not str(interval.this.this).isdigit():
            raise self.refusal(interval)
        return int(interval.this.this) * _DAYS[unit]

    def _chosen(self, case: Any) -> Value:
        default = case.args.get("default")
        found = self.value(default) if default is not None else Value("''", "", TRUE)
        for branch in reversed(case.args["ifs"]):
            when, then = self.branch(case, branch).true, self.value(branch.args["true"])
            missing = either(both(when, then.missing), both(opposite(when), found.missing))
            found = Value(f"if({when}, {then.text}, {found.text})", then.kind or found.kind, missing)
        return found


def _literal(node: Any) -> Value:
    return Value(f"'{node.this}'", "text") if node.is_string else Value(str(node.this), "number")


def _first_known(first: Value, second: Value) -> Value:
    """The second where the first is missing."""
    text = f"if({first.known}, {first.text}, {second.text})"
    return Value(text, first.kind or second.kind, both(first.missing, second.missing))
