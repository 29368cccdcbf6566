"""Statements of what stands beside the rows of an export: how far people came, and how those who were lost differ."""

from collections.abc import Mapping
from datetime import date

from monitoring.derive.computed import computed_rows, rows_where
from monitoring.derive.create_table import quoted
from monitoring.derive.export_rows import due_rows
from monitoring.derive.filters import Parameters, filters
from monitoring.derive.people_queries import LOOKED_AT, Statement
from monitoring.derive.relations import Sources
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue

_OF_PEOPLE = ("country", "return_route")
EXPLAINED = (
    "select warning_answers.form, warning_answers.question, sum(warning_answers.cells) as cells from warning_answers "
    "inner join submissions on warning_answers.submission_id = submissions.submission_id "
    "where not exists (select 1 from decisions where decisions.submission_id = submissions.submission_id "
    "and decisions.decision in ('undone', 'sent_back')) group by warning_answers.form, warning_answers.question "
    "order by warning_answers.form, warning_answers.question"
)
"""Form, question, and how many of its cells had a warning that was explained. The sentences stay where they are."""


def flow(catalogue: Catalogue, where: Mapping[str, tuple[str, ...]], as_of: date) -> Statement:
    """Returned, consented, then rounds due, attempted, reached, interviewed, answered."""
    parameters = Parameters({"as_of": as_of})
    rows = rows_where(Sources().rounds, filters(where, parameters), LOOKED_AT)
    of_people = filters({name: where[name] for name in _OF_PEOPLE if name in where}, parameters)
    sql = statement("export_flow").format(
        computed=computed_rows(catalogue, "follow_ups", ("share_answered",), rows, Sources()),
        people=Sources().people,
        of_people=of_people,
    )
    return sql, parameters.values


def kept_and_lost(catalogue: Catalogue, where: Mapping[str, tuple[str, ...]], as_of: date) -> Statement:
    """By each answer of the file: people interviewed in the last round that came due, and those who were not."""
    due, values = due_rows(catalogue, where, as_of)
    names = [each.question for each in catalogue.exports.quasi_identifiers if not each.periods]
    parts = [statement("export_one_of_kept").format(name=name, column=quoted(name)) for name in names]
    sql = statement("export_kept_and_lost").format(
        due=due, who=",\n        ".join(map(quoted, names)), parts="\nunion all\n".join(parts)
    )
    return sql, values


def mode_and_asker(catalogue: Catalogue, where: Mapping[str, tuple[str, ...]], as_of: date) -> Statement:
    """How interviews were held and who led them: how many of each."""
    due, values = due_rows(catalogue, where, as_of)
    return statement("export_mode_and_asker").format(due=due), values
