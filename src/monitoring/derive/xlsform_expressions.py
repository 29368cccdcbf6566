"""Conditions of the declarations, in SQL, translated to XPath with the same truth: a missing answer is unknown."""

from collections.abc import Callable
from functools import reduce
from typing import Any

from monitoring.derive.xlsform_values import Values
from monitoring.derive.xpath_truth import (
    FALSE,
    TRUE,
    Truth,
    and_,
    both,
    choose,
    first_known,
    not_,
    opposite,
    or_,
)
from monitoring.domain.form import QuestionType

_COMPARISONS = {
    "EQ": ("=", "!="),
    "NEQ": ("!=", "="),
    "GT": (">", "<="),
    "GTE": (">=", "<"),
    "LT": ("<", ">="),
    "LTE": ("<=", ">"),
}
"""Each with its sign, and the sign of its opposite."""


class Translator(Values):
    """Translates conditions over one form's answers."""

    def condition(self, text: str) -> Truth:
        """When the condition is true, and when it is false. Raises NotInXPath."""
        return self.truth(self.tree(text))

    def truth(self, node: Any) -> Truth:
        """The condition's XPath. Raises NotInXPath for what is not on the list."""
        kind = type(node).__name__
        translate = self._truths().get(kind)
        if translate is None:
            raise self.refusal(node)
        return translate(node)

    def _truths(self) -> dict[str, Callable[[Any], Truth]]:
        return {
            "Paren": lambda node: self.truth(node.this),
            "And": lambda node: and_(self.truth(node.this), self.truth(node.expression)),
            "Or": lambda node: or_(self.truth(node.this), self.truth(node.expression)),
            "Not": lambda node: not_(self.truth(node.this)),
            "Boolean": lambda node: Truth(TRUE, FALSE) if node.this else Truth(FALSE, TRUE),
            "Null": lambda _: Truth(FALSE, FALSE),
            "Is": self._is_null,
            "In": lambda node: reduce(or_, (self._compared("EQ", node.this, each, node) for each in node.expressions)),
            "Between": self._between,
            "Column": self._answer_is_yes,
            "Coalesce": lambda node: reduce(first_known, map(self.truth, (node.this, *node.expressions))),
            "Case": self._chosen_truth,
            **dict.fromkeys(_COMPARISONS, self._comparison),
        }

    def _comparison(self, node: Any) -> Truth:
        return self._compared(type(node).__name__, node.this, node.expression, node)

    def _between(self, node: Any) -> Truth:
        low, high = node.args["low"], node.args["high"]
        return and_(self._compared("GTE", node.this, low, node), self._compared("LTE", node.this, high, node))

    def _is_null(self, node: Any) -> Truth:
        missing = self.truth(node.this).unknown if self._is_truth(node.this) else self.value(node.this).missing
        return Truth(missing, opposite(missing))

    def _is_truth(self, node: Any) -> bool:
        """Whether it is a condition; else it is a value."""
        match type(node).__name__:
            case "Paren" | "Coalesce":
                return self._is_truth(node.this)
            case "Case":
                return self._is_truth(node.args["ifs"][0].args["true"])
            case "Column" if node.name in self.answers:
                return self.answers[node.name].type is QuestionType.YES_NO
            case "Column" if node.name in self.derived:
                return self._is_truth(self.tree(self.derived[node.name]))
            case "Column":
                return not node.name.endswith("__score")
            case kind:
                return kind in ("And", "Or", "Not", "Boolean", "Is", "In", "Between", *_COMPARISONS)

    def _answer_is_yes(self, column: Any) -> Truth:
        answer = self.answers.get(column.name)
        if answer and answer.type is QuestionType.YES_NO:
            return answer.truth
        question, _, code = column.name.rpartition("__")
        if question in self.answers and self.answers[question].type.takes_many and code != "score":
            return self.answers[question].among(code)
        return self.inside(column, self.truth)

    def _compared(self, kind: str, left: Any, right: Any, node: Any) -> Truth:
        if self._is_truth(left) or self._is_truth(right):
            return self._same_truth(kind, left, right, node)
        first, second = self.value(left), self.value(right)
        if "" in (first.kind, second.kind):  # compared with null: unknown
            return Truth(FALSE, FALSE)
        if first.kind != second.kind or (first.kind == "text" and kind not in ("EQ", "NEQ")):
            raise self.refusal(node)
        known = (opposite(first.missing), opposite(second.missing))
        signs = _COMPARISONS[kind]
        true, false = (f"{first.text} {sign} {second.text}" for sign in signs)
        if first.kind == "text" and FALSE in (first.missing, second.missing):  # equal to a text: it is no missing one
            return Truth(
                *(each if sign == "=" else both(*known, each) for sign, each in zip(signs, (true, false), strict=True))
            )
        return Truth(both(*known, true), both(*known, false))

    def _same_truth(self, kind: str, left: Any, right: Any, node: Any) -> Truth:
        if kind not in ("EQ", "NEQ") or not (self._is_truth(left) and self._is_truth(right)):
            raise self.refusal(node)
        first, second = self.truth(left), self.truth(right)
        same = or_(and_(first, second), and_(not_(first), not_(second)))
        return same if kind == "EQ" else not_(same)

    def _chosen_truth(self, case: Any) -> Truth:
        default = case.args.get("default")
        found = self.truth(default) if default is not None else Truth(FALSE, FALSE)
        for branch in reversed(case.args["ifs"]):
            found = choose(self.branch(case, branch), self.truth(branch.args["true"]), found)
        return found
