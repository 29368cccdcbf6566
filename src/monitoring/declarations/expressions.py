"""Lets through one plain expression over known names, and nothing else. Runs no SQL and knows no database.

Expressions become part of statements, so this is a wall as well as a spell-check: whatever is not on the list below is
refused, for nobody can list everything that is dangerous.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from monitoring.declarations.known_names import (
    Names,
    names_of_denominator,
    names_of_derived,
    names_of_form,
    names_of_numerator,
    names_of_rows,
    names_of_rule,
)
from monitoring.declarations.toml_files import ProblemList
from monitoring.declarations.uses import check_uses
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form
from monitoring.domain.indicator import Indicator
from monitoring.domain.problem import Problem

if TYPE_CHECKING:
    from sqlglot.expressions import Expr

_LONGEST = 4000
_VALUES = ("Column", "Identifier", "Literal", "Boolean", "Null", "Interval", "Var", "Cast", "DataType")
_COMPARISONS = ("EQ", "NEQ", "GT", "GTE", "LT", "LTE", "In", "Is", "Between")
_CONDITIONS = ("Paren", "And", "Or", "Not", "Case", "If", "Coalesce")
_ARITHMETIC = ("Add", "Sub", "Mul", "Div", "Neg", "Abs", "Least", "Greatest")
_ALLOWED = frozenset((*_VALUES, *_COMPARISONS, *_CONDITIONS, *_ARITHMETIC))


def check_expressions(catalogue: Catalogue) -> tuple[Problem, ...]:
    """What is wrong with any expression of the declarations, each with its file and key."""
    problems = ProblemList()
    for text, known, file, key in _expressions(catalogue):
        check_expression(text, known, file, key, problems)
    if not problems:  # a misspelt name would leave the question that was meant without a use
        check_uses(catalogue, problems)
    return tuple(problems)


def check_expression(text: str, known: Names, file: str, key: str, problems: ProblemList) -> None:
    """Adds `bad_expression`, `unknown_question` (with the nearest name) or `unknown_answer` (with the nearest code).

    `known` maps each name that may be used to the codes that it may hold; no codes: it is not one of a list.
    """
    try:
        tree = _tree(text)
    except ValueError as mistake:
        problems.found("bad_expression", file, key, detail=str(mistake))
        return
    refused = next(filter(None, (_why_refused(node) for node in tree.walk())), None)
    if refused:
        problems.found("bad_expression", file, key, detail=refused)
        return
    for name in dict.fromkeys(column.name for column in _found(tree, "Column")):
        if name not in known:
            problems.found("unknown_question", file, key, known=known, word=name)
    for name, code in _compared(tree):
        if (codes := known.get(name)) and code not in codes:
            problems.found("unknown_answer", file, key, known=codes, word=code, question=name)


def _expressions(catalogue: Catalogue) -> Iterator[tuple[str, Names, str, str]]:
    """(expression, names it may use, file, key) of everything declared, in the order of the files."""
    for form in catalogue.forms.values():
        file = f"forms/{form.name}.toml"
        yield from ((text, names, file, key) for text, names, key in _of_form(catalogue, form))
    for indicator in catalogue.indicators.values():
        yield from (
            (text, names, indicator.declared_in, key) for text, names, key in _of_indicator(catalogue, indicator)
        )


def _of_form(catalogue: Catalogue, form: Form) -> Iterator[tuple[str, Names, str]]:
    names = names_of_form(form)
    for question in form.questions:
        if question.asked_if is not None:
            yield question.asked_if, names, f"question.{question.name}.asked_if"
    for at, derived in enumerate(form.derived, 1):
        known = names_of_derived(catalogue, form, derived)
        for key in ("expression", "where", "only_if"):
            if text := getattr(derived, key):
                yield text, known, f"derived[{at}].{key}"
    for key, text in form.interview.expressions.items() if form.interview else ():
        yield text, names, f"interview.{key}"
    for at, rule in enumerate(form.rules, 1):
        yield rule.broken_if, names_of_rule(catalogue, form), f"rule[{at}].broken_if"


def _of_indicator(catalogue: Catalogue, indicator: Indicator) -> Iterator[tuple[str, Names, str]]:
    denominator = names_of_denominator(catalogue, indicator)
    yield indicator.numerator, names_of_numerator(catalogue, indicator), "numerator"
    yield indicator.denominator, denominator, "denominator"
    if indicator.answered is not None:
        yield indicator.answered, denominator, "answered"
    for at, other in enumerate(indicator.or_in, 1):
        if other.form in catalogue.forms:
            names = names_of_rows(catalogue, catalogue.forms[other.form])
            yield other.numerator, names, f"or_in[{at}].numerator"
    for at, text in enumerate(indicator.known_until, 1):
        yield text, names_of_rows(catalogue, catalogue.forms["follow_ups"]), f"known_until[{at}]"


def _tree(text: str) -> "Expr":
    """The expression as a tree. Raises ValueError, saying why, for anything but one expression."""
    import sqlglot  # slow to import, and only definitions are checked with it
    from sqlglot.errors import SqlglotError

    if len(text) > _LONGEST:
        raise ValueError(f"longer than {_LONGEST} characters")
    try:
        tokens = sqlglot.tokenize(text, read="duckdb")
        statements = sqlglot.parse(text, read="duckdb")
    except (SqlglotError, RecursionError):
        raise ValueError("it cannot be read as an expression") from None
    if any(token.text in (";", "==") and token.token_type.name != "STRING" for token in tokens):
        raise ValueError("a semicolon or a double equals sign is not part of an expression")
    if any(token.comments for token in tokens):
        raise ValueError("a comment belongs into the file, beside the expression")
    if len(statements) != 1 or statements[0] is None:
        raise ValueError("it is to be exactly one expression")
    if type(statements[0]).__name__ == "Literal" and statements[0].is_string:
        raise ValueError("a text alone is neither true nor a number")
    return statements[0]


def _why_refused(node: "Expr") -> str | None:
    """Why this part of an expression is not allowed, or None."""
    kind = type(node).__name__
    why = None
    if kind not in _ALLOWED:
        why = f"{node.sql(dialect='duckdb')[:60]} is not allowed here"
    elif kind == "Column" and (node.args.get("table") or type(node.this).__name__ != "Identifier"):
        why = "names stand alone, without a table"
    elif kind == "Is" and type(node.expression).__name__ != "Null":
        why = "`is` goes with null alone: polars and DuckDB read `is true` differently"
    elif kind == "In" and (node.args.get("query") or not _are_literals(node.expressions)):
        why = "`in` takes a list of values"
    elif kind == "If" and type(node.parent).__name__ != "Case":
        why = "write `case when`, not `if`"
    elif kind == "Cast" and (node.args["to"].sql() != "DATE" or not _are_literals([node.this])):
        why = "only a date may be written out: date '2024-01-31'"
    return why


def _are_literals(nodes: list[Any]) -> bool:
    """Values written out; a negative number is one. An empty list is none."""
    return bool(nodes) and all(
        type(node.this if type(node).__name__ == "Neg" else node).__name__ == "Literal" for node in nodes
    )


def _found(tree: "Expr", kind: str) -> Iterator[Any]:
    return (node for node in tree.walk() if type(node).__name__ == kind)


def _compared(tree: "Expr") -> Iterator[tuple[str, str]]:
    """(name, text) of every comparison of a name with a text: a misspelt code would silently never be found."""
    for kind in ("EQ", "NEQ", "In"):
        for node in _found(tree, kind):
            sides = [node.this, *(node.expressions or [node.expression])]
            for side in list(sides):
                if type(side).__name__ == "Coalesce":
                    sides += [side.this, *side.expressions]
            names = [side.name for side in sides if type(side).__name__ == "Column"]
            texts = [side.name for side in sides if type(side).__name__ == "Literal" and side.is_string]
            yield from ((name, text) for name in names for text in texts)
