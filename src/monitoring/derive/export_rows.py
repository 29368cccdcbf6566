"""The statements behind an export: the rows, one per person and round, and how many people share which answers.

The rows still hold exact answers. They go to whoever hides people in them, and to nobody else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from monitoring.derive.computed import computed_rows, rows_where
from monitoring.derive.create_table import quoted
from monitoring.derive.filters import Parameters, filters
from monitoring.derive.people_queries import LOOKED_AT, Statement
from monitoring.derive.relations import Sources, quarter_of
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.export import ExportPlan

PERSON, ROUND, PERIOD = "person", "round", "contact_period"
"""What every row begins with beside what recognises a person: a code of this export alone, the round, and when."""

_TEMPLATE_OF_LAST = statement("last_told")


@dataclass(frozen=True, slots=True)
class ExportSql:
    """Both statements, with their parameters. `rows` takes a secret of its own, `$secret`, for the persons' codes."""

    rows: Statement
    classes: Statement


def export_sql(catalogue: Catalogue, where: Mapping[str, tuple[str, ...]], as_of: date) -> ExportSql:
    """Of people who agreed to research, every round that came due up to the day."""
    plan = catalogue.exports
    due, parameters = due_rows(catalogue, where, as_of)
    rows = statement("export_rows").format(due=due, columns=",\n    ".join(map(_column, _columns(plan))))
    return ExportSql((rows, parameters), (_classes(plan, due), parameters))


def due_rows(catalogue: Catalogue, where: Mapping[str, tuple[str, ...]], as_of: date) -> Statement:
    """One row per person and round, as answered."""
    plan, parameters = catalogue.exports, Parameters({"as_of": as_of})
    looked_at = rows_where(Sources().rounds, filters(where, parameters), LOOKED_AT)
    said = tuple(dict.fromkeys((*plan.given.of_round, *plan.given.scores, *plan.sensitive)))
    due = statement("export_due").format(
        computed=computed_rows(catalogue, "follow_ups", said, looked_at, Sources()),
        people=Sources().people,
        of_rounds=",\n        ".join(f"computed.{quoted(name)}" for name in said),
        of_people=",\n        ".join(_of_people(plan)),
    )
    return due, parameters.values


def _column(name: str) -> str:
    return f"due.{quoted(name)}"


def _columns(plan: ExportPlan) -> tuple[str, ...]:
    given = plan.given
    who = tuple(each.question for each in plan.quasi_identifiers)
    return (*who, ROUND, PERIOD, *given.of_person, *given.of_round, *given.scores)


def _of_people(plan: ExportPlan) -> list[str]:
    """Select list: what recognises a person, as text, dates as quarters; then what the file says of the return."""
    dated = {each.question for each in plan.quasi_identifiers if each.periods}
    told = []
    for name in (each.question for each in plan.quasi_identifiers):
        column = f"people.{quoted(name)}"
        text = quarter_of(column) if name in dated else f"cast({column} as varchar)"
        told.append(f"{text} as {quoted(name)}")
    return told + [f"people.{quoted(name)}" for name in plan.given.of_person]


def _classes(plan: ExportPlan, due: str) -> str:
    """People by what recognises them and by their latest answer to each sensitive question."""
    who = [quoted(each.question) for each in plan.quasi_identifiers]
    lasts = {f"last_{at}": _TEMPLATE_OF_LAST.format(question=quoted(name)) for at, name in enumerate(plan.sensitive)}
    told = [f"{name}.answer" for name in lasts]
    joins = "\n".join(f"left join {name} on people.survivor_key = {name}.survivor_key" for name in lasts)
    steps = "".join(f",\n\n{name} as (\n{sql}\n)" for name, sql in lasts.items())
    return statement("export_classes").format(
        due=due,
        steps=steps,
        who=", ".join(who),
        told="".join(f",\n    {each} as told_{at}" for at, each in enumerate(told)),
        joins=joins,
        groups=", ".join([*(f"people.{each}" for each in who), *told]),
        selected=",\n    ".join(f"people.{each}" for each in who),
    )
