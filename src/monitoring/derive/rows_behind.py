"""The rows behind one figure: the same rows that the figure is counted over, each with its place in a hand-in.

A row's `part` is what it adds: of a share or a count 1 or 0, of a mean or a median its number. Of a time to an event
nobody's part is told: what became of a person is not for a list.
"""

from collections.abc import Mapping
from datetime import date

from monitoring.derive.filters import Parameters
from monitoring.derive.looking import UNION, Looking, followed, is_due, rows_of
from monitoring.derive.measures import counts_people
from monitoring.derive.people_queries import Statement
from monitoring.derive.relations import Sources
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import FigureRequest
from monitoring.domain.indicator import Indicator, Kind, OtherRows

Where = Mapping[str, tuple[str, ...]]


def hand_ins_behind(catalogue: Catalogue, indicator: Indicator, where: Where, as_of: date) -> Statement:
    """How many rows of each hand-in the figure looks at, and how many of them it counts."""
    behind, parameters = _behind(catalogue, indicator, where, as_of)
    return statement("hand_ins_behind").format(behind=behind), parameters.values


def page_of_rows_behind(
    catalogue: Catalogue, indicator: Indicator, where: Where, as_of: date, *, most: int, skipped: int
) -> Statement:
    """The rows that the figure counts, some at a time, with the codes of people."""
    behind, parameters = _behind(catalogue, indicator, where, as_of)
    sql = statement("page_of_rows_behind").format(behind=behind)
    return sql, {**parameters.values, "most": most, "skipped": skipped}


def _behind(catalogue: Catalogue, indicator: Indicator, where: Where, as_of: date) -> tuple[str, Parameters]:
    looking = Looking(catalogue, FigureRequest((indicator.id,), where=where), as_of, Sources())
    if indicator.kind is Kind.TIME_TO_EVENT:
        steps, parameters = followed(looking, indicator, ())
        return statement("people_behind").format(followed=steps), parameters
    parameters = looking.parameters
    own = OtherRows(indicator.form, indicator.numerator, indicator.dated_by or "")
    if not counts_people(indicator):
        return _of_form(looking, own, indicator, parameters), parameters
    told = (_of_form(looking, each, indicator, parameters) for each in (own, *indicator.or_in))
    return UNION.join(told), parameters


def _of_form(looking: Looking, rows: OtherRows, indicator: Indicator, parameters: Parameters) -> str:
    """SQL: of different people counted over several forms, each row that says so; else each row that may count."""
    form, said = looking.catalogue.forms[rows.form], f"({rows.numerator})"
    is_own = rows.form == indicator.form and not counts_people(indicator)
    texts = indicator.expressions if is_own else (rows.numerator,)
    is_yes_or_no = indicator.kind in (Kind.SHARE, Kind.COUNT)
    known = said if indicator.kind is Kind.COUNT else f"{said} is not null"
    return statement("rows_behind").format(
        survivor_key="survivor_key"
        if _is_about_people(form.name, form.refers_to_survivors)
        else "cast(null as integer)",
        form=rows.form,
        is_due=is_due(rows.form),
        counted=f"({indicator.denominator}) and {known}" if is_own else said,
        part=f"case when {said} then 1 when not {said} then 0 end" if is_yes_or_no else said,
        rows=rows_of(looking, rows.form, rows.dated_by or None, texts, parameters),
        speaks=looking.speaks if is_own and rows.form == "follow_ups" else "true",
    )


def _is_about_people(form: str, refers_to_survivors: bool) -> bool:
    return form == "survivors" or refers_to_survivors
