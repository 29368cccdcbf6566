"""A small reader of XPath as telephones read it, written apart from what makes the forms, to try them with.

Answers are texts, '' where there is none; dates are texts such as 2026-01-31. It knows the functions that our forms use
and no other: an unknown one is an error.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

TODAY = "2026-06-01"
_EPOCH = date(1970, 1, 1).toordinal()
_TOKEN = re.compile(r"\s*('[^']*'|\"[^\"]*\"|\d+(?:\.\d+)?|\$\{\w+\}|(?:/\w+)+|[A-Za-z_][\w-]*|!=|<=|>=|[=<>()+*,.\-])")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_ORDER = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))

Answers = Mapping[str, str]
Read = Callable[[Answers], Any]


def evaluate(expression: str, answers: Answers) -> Any:
    """The value: a text, a number or a truth. `.` is the answer called "."."""
    return _parsed(expression)(answers)


def is_true(expression: str, answers: Answers) -> bool:
    return _truth(evaluate(expression, answers))


@cache
def _parsed(expression: str) -> Read:
    tokens, at = [], 0
    while at < len(expression.rstrip()):
        found = _TOKEN.match(expression, at)
        assert found, f"not XPath that our forms use: {expression[at : at + 40]}"
        tokens.append(found[1])
        at = found.end()
    parser = _Parser(tokens)
    whole = parser.level(0)
    assert parser.at == len(tokens), f"left over: {tokens[parser.at :]}"
    return whole


class _Parser:
    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.at = 0

    def level(self, depth: int) -> Read:
        if depth == len(_ORDER):
            return self.single()
        left = self.level(depth + 1)
        while self.at < len(self.tokens) and self.tokens[self.at] in _ORDER[depth]:
            sign = self.take()
            left = _joined(sign, left, self.level(depth + 1))
        return left

    def single(self) -> Read:
        token = self.take()
        if token == "(":
            inside = self.level(0)
            assert self.take() == ")"
            return inside
        if token[0] in "'\"":
            return lambda _: token[1:-1]
        if token[0].isdigit():
            return lambda _: float(token)
        if token == ".":
            return lambda answers: answers["."]
        if token[0] in "$/":
            name = token.strip("${}").rsplit("/", 1)[-1]
            return lambda answers: answers.get(name, "")
        return self.call(token)

    def call(self, name: str) -> Read:
        assert self.take() == "("
        arguments = []
        while self.tokens[self.at] != ")":
            arguments.append(self.level(0))
            if self.tokens[self.at] == ",":
                self.take()
        self.take()
        if name == "if":
            when, yes, no = arguments
            return lambda answers: (yes if _truth(when(answers)) else no)(answers)
        function = _FUNCTIONS[name]
        return lambda answers: function(*(each(answers) for each in arguments))

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1]


def _joined(sign: str, left: Read, right: Read) -> Read:
    if sign == "or":
        return lambda answers: _truth(left(answers)) or _truth(right(answers))
    if sign == "and":
        return lambda answers: _truth(left(answers)) and _truth(right(answers))
    if sign in ("=", "!="):
        return lambda answers: _same(left(answers), right(answers)) == (sign == "=")
    reckon = _RECKON[sign]
    return lambda answers: reckon(_number(left(answers)), _number(right(answers)))


def _same(left: Any, right: Any) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return _truth(left) == _truth(right)
    if isinstance(left, float) or isinstance(right, float):
        return _number(left) == _number(right)
    return left == right


def _number(value: Any) -> float:
    if isinstance(value, str) and _ISO.fullmatch(value):
        return float(date.fromisoformat(value).toordinal() - _EPOCH)
    try:
        return float(value)
    except ValueError:
        return float("nan")


def _truth(value: Any) -> bool:
    return value == value and bool(value)  # not a number is not true


def _text(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _translated(text: str, old: str, new: str) -> str:
    return text.translate({ord(each): new[at] if at < len(new) else None for at, each in enumerate(old)})


_RECKON: dict[str, Callable[[float, float], Any]] = {
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b,
    "div": lambda a, b: a / b if b else float("nan"), "mod": lambda a, b: a % b,
}  # fmt: skip
_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "true": lambda: True,
    "false": lambda: False,
    "not": lambda value: not _truth(value),
    "selected": lambda several, code: f" {code} " in f" {several} ",
    "count-selected": lambda several: float(len(several.split())),
    "concat": lambda *texts: "".join(map(_text, texts)),
    "normalize-space": lambda text: " ".join(text.split()),
    "string-length": lambda text: float(len(text)),
    "substring-before": lambda text, mark: text[: text.find(mark)] if mark in text else "",
    "substr": lambda text, start, end: text[int(start) : int(end)],
    "translate": _translated,
    "regex": lambda text, pattern: re.search(pattern, text) is not None,
    "abs": lambda value: abs(_number(value)),
    "int": lambda value: value if value != value else float(int(value)),
    "date": lambda text: text,
    "today": lambda: TODAY,
    "decimal-date-time": _number,
}
