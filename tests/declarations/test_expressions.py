"""One plain expression over known names passes, nothing else; and both engines read what passes."""

from collections.abc import Iterator
from datetime import date

import duckdb
import polars
import pytest

from monitoring.declarations.expressions import check_expression, check_expressions
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
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.derived import Derived, Take
from monitoring.domain.form import QuestionType
from monitoring.domain.indicator import Kind

NAMES = {"housing_type": ("own", "rented", "shelter"), "stays": (), "moves": (), "plan_date": (), "where": ()}
TYPES: dict[QuestionType, polars.DataType] = {
    QuestionType.YES_NO: polars.Boolean(),
    QuestionType.DATE: polars.Date(),
    QuestionType.WHOLE: polars.Int32(),
}
BOOLEANS = {"came_due", "attempted", "reached", "was_interviewed"}
NUMBERS = (Kind.MEAN, Kind.MEDIAN)


def found_in(text: str) -> list[tuple[str, str | None]]:
    problems = ProblemList()
    check_expression(text, NAMES, "housing/a.toml", "numerator", problems)
    return [(problem.code, problem.suggestion) for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "true",
        "stays",
        "housing_type in ('own', 'rented') and stays",
        "housing_type not in ('shelter') or moves is not null",
        "moves between 0 and 3",
        "moves in (1, -2)",
        "100 * (moves + 1) / 4 - 2",
        "case when stays and not moves > 1 then 1 else 0 end",
        "coalesce(housing_type, 'own') <> 'own'",
        "abs(least(moves, 3) - greatest(moves, 1))",
        "plan_date + interval '365 days' < date '2024-01-31'",
        "\"where\" = 'anywhere; --'",
    ],
)
def test_one_plain_expression_passes(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "stays and",
        "'own'",
        "stays;",
        "stays; drop table people",
        "stays -- and more",
        "stays /* and more */",
        "(select true)",
        "exists(select 1)",
        "housing_type in (select housing_type from people)",
        "housing_type in (stays)",
        "stays = (select true)",
        "*",
        "count(moves)",
        "sum(moves) over ()",
        "read_text('/etc/passwd')",
        "upper(housing_type) = 'OWN'",
        "current_date > plan_date",
        "people.stays",
        "stays as other",
        "stays other",
        "stays is true",
        "stays == true",
        "cast(moves as varchar) = '1'",
        "cast(plan_date as date) = plan_date",
        "moves::integer",
        "if(stays, 1, 0)",
        "housing_type || 'x' = 'ownx'",
        "housing_type like 'o%'",
        "moves[1]",
        "$moves",
        "?",
        "{filters}",
        "(" * 300 + "stays" + ")" * 300,
        "stays or " * 1000 + "stays",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    assert found_in(text) == [("bad_expression", None)]


def test_a_misspelt_question_is_found_with_the_nearest_name() -> None:
    assert found_in("housing_typ = 'own' and stays") == [("unknown_question", "housing_type")]


@pytest.mark.parametrize(
    "text", ["housing_type = 'rentd'", "housing_type in ('own', 'rentd')", "coalesce(housing_type, 'rentd') <> 'own'"]
)
def test_a_misspelt_answer_is_found_for_it_would_silently_never_be_met(text: str) -> None:
    assert found_in(text) == [("unknown_answer", "rented")]


def test_every_expression_of_the_declarations_passes(catalogue: Catalogue) -> None:
    assert check_expressions(catalogue) == ()


def of_forms(catalogue: Catalogue) -> Iterator[tuple[str, polars.DataFrame]]:
    """(condition, an empty table with all that it may name): checks read them with polars, figures with DuckDB."""
    for form in catalogue.forms.values():
        of_form = empty(catalogue, names_of_form(form))
        yield from ((each.asked_if, of_form) for each in form.questions if each.asked_if)
        of_rule = empty(catalogue, names_of_rule(catalogue, form))
        yield from ((each.broken_if, of_rule) for each in form.rules)


def of_figures(catalogue: Catalogue) -> Iterator[tuple[str, polars.DataFrame, bool]]:
    """(expression, an empty table with all that it may name, whether it is to be true or false)."""
    for form in catalogue.forms.values():
        for each in form.derived:
            known = empty(catalogue, names_of_derived(catalogue, form, each))
            if each.expression:
                yield each.expression, known, is_boolean(each)
            if each.from_form:
                yield each.where, known, True
            if each.only_if:
                yield each.only_if, known, True
    for one in catalogue.indicators.values():
        yield one.numerator, empty(catalogue, names_of_numerator(catalogue, one)), one.kind not in NUMBERS
        yield one.denominator, empty(catalogue, names_of_denominator(catalogue, one)), True
        for other in one.or_in:
            rows = empty(catalogue, names_of_rows(catalogue, catalogue.forms[other.form]))
            yield other.numerator, rows, True
        for text in one.known_until:
            yield text, empty(catalogue, names_of_rows(catalogue, catalogue.forms["follow_ups"])), False


def is_boolean(derived: Derived) -> bool:
    return derived.name == "safety_concern" or (derived.from_form is not None and derived.take is Take.ANY)


def empty(catalogue: Catalogue, names: Names) -> polars.DataFrame:
    return polars.DataFrame(schema={name: type_of(catalogue, name) for name in names})


def type_of(catalogue: Catalogue, name: str) -> polars.DataType:
    forms = catalogue.forms.values()
    plain = next((name.removeprefix(f"{form.name}__") for form in forms if name.startswith(f"{form.name}__")), name)
    plain = plain.removeprefix("survivor__")
    for form in forms:
        if (asked := form.question(plain)) is not None:
            return TYPES.get(asked.type, polars.String())
        if any(is_boolean(each) for each in form.derived if each.name == plain):
            return polars.Boolean()
    if plain in BOOLEANS:
        return polars.Boolean()
    if plain in ("days_since_return", "looked_at_on"):
        return polars.Int32() if plain == "days_since_return" else polars.Date()
    if plain == "priority_served" or plain.endswith("__first"):
        return polars.String()
    return polars.Float64() if plain.endswith("__score") or "__" not in plain else polars.Boolean()


def test_polars_reads_every_condition_of_the_forms(catalogue: Catalogue) -> None:
    for text, table in of_forms(catalogue):
        assert table.select(polars.sql_expr(text).alias("read")).schema["read"] == polars.Boolean, text


def test_duckdb_reads_every_expression(catalogue: Catalogue) -> None:
    conditions = [(text, table, True) for text, table in of_forms(catalogue)]
    with duckdb.connect() as connection:
        for text, table, is_condition in (*conditions, *of_figures(catalogue)):
            connection.register("rows", table.to_arrow())
            kind = str(connection.sql(f"select ({text}) as read from rows").types[0])

            assert (kind == "BOOLEAN") is is_condition, text


def test_both_engines_leave_a_year_between_plan_and_return_alone() -> None:
    text = "plan_date + interval '365 days' < return_date"
    rows = polars.DataFrame(
        {
            "plan_date": [date(2023, 1, 1), date(2023, 1, 1), None],
            "return_date": [date(2024, 1, 1), date(2024, 1, 2), date(2024, 1, 2)],
        }
    )
    in_polars = rows.select(polars.sql_expr(text).alias("broken"))["broken"].to_list()
    with duckdb.connect() as connection:
        connection.register("rows", rows.to_arrow())
        in_duckdb = [broken for (broken,) in connection.execute(f"select {text} from rows").fetchall()]

    assert in_polars == in_duckdb == [False, True, None]
