"""The same checks on pandas frames: the schema with pandera, declared conditions with DuckDB, the rest with pandas."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import duckdb
import pandas as pd
import pandera.errors
import pandera.pandas as pa

from benchmarks.peer.reading import Sheet
from monitoring.derive.answer_parts import has_answer
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Question, QuestionType
from monitoring.domain.rounds import Round
from monitoring.intake.addresses import letters

Place = tuple[str, str, str]
"""Problem code, sheet, cell."""

_INTERVIEWED = ("interviewed", "partly_interviewed")
_CHILDREN = ("0-8", "9-17")
_TYPES = {QuestionType.YES_NO: "boolean", QuestionType.DATE: "datetime64[us]", QuestionType.WHOLE: "Int32"}
_UNKNOWN = {"survivors": "unknown_survivor", "providers": "unknown_provider"}
_FAILED = {"not_nullable": "required_answer", "not_on_list": "not_on_list", "out_of_range": "out_of_range"}
_schemas: dict[str, pa.DataFrameSchema] = {}


def check_sheets(
    catalogue: Catalogue, sheets: Mapping[str, Sheet], known: Mapping[str, pd.DataFrame], today: date
) -> list[Place]:
    """Every problem of a workbook, one a cell. `known` are the country's rows from before."""
    people = pd.concat([known["survivors"], sheets["survivors"].rows])
    people = people.drop_duplicates("survivor_id", keep="last").add_prefix("survivor__")
    for sheet in sheets.values():
        _against_schema(sheet)
        _against_calendar(sheet, today)
        _references(sheet, sheets, known)
        beside = sheet.rows
        if "survivor_id" in beside and sheet.form.name != "survivors":
            beside = beside.merge(people, how="left", left_on="survivor_id", right_on="survivor__survivor_id")
        _talk(sheet, beside)
        _conditions(sheet, beside)
        _windows(sheet, beside, catalogue.rounds)
    return [place for sheet in sheets.values() for place in _places(sheet)]


def _places(sheet: Sheet) -> list[Place]:
    """One problem a cell: the first that was found."""
    mistakes = pd.DataFrame(sheet.mistakes, columns=["code", "column", "at"]).drop_duplicates(["column", "at"])
    letter = {name: letters(at) for at, name in enumerate(sheet.form.names)}
    rows = sheet.rows["sheet_row"]
    return [
        (code, sheet.form.name, f"{letter[column]}{rows[at]}") for code, column, at in mistakes.itertuples(index=False)
    ]


def _against_schema(sheet: Sheet) -> None:
    schema = _schemas.get(sheet.form.name) or _schemas.setdefault(sheet.form.name, _schema(sheet.form))
    try:
        schema.validate(sheet.rows, lazy=True)
    except pandera.errors.SchemaErrors as failed:
        cases = failed.failure_cases
        of_cells = cases[cases["check"].isin(list(_FAILED))]
        for column, check, at in of_cells[["column", "check", "index"]].itertuples(index=False):
            sheet.mistakes.append((_FAILED[check], column, at))
        for at in cases.loc[cases["check"] == "multiple_fields_uniqueness", "index"].unique():
            sheet.mistakes.append(("duplicate_key", sheet.form.key[0], at))


def _schema(form: Form) -> pa.DataFrameSchema:
    columns = {question.name: _column(question) for question in form.questions}
    return pa.DataFrameSchema(columns, unique=list(form.key), report_duplicates="exclude_first")


def _column(question: Question) -> pa.Column:
    checks: list[Any] = []
    if question.choices and not question.type.takes_many:
        checks.append(pa.Check.isin(question.choices.codes, error="not_on_list"))
    if question.minimum is not None or question.maximum is not None:
        checks.append(pa.Check.in_range(question.minimum, question.maximum, error="out_of_range"))
    return pa.Column(_TYPES.get(question.type), checks, nullable=not question.required)


def _against_calendar(sheet: Sheet, today: date) -> None:
    for question in sheet.form.questions:
        if question.type is QuestionType.DATE and not question.may_be_future:
            sheet.found("date_in_future", question.name, sheet.rows[question.name] > pd.Timestamp(today))


def _references(sheet: Sheet, sheets: Mapping[str, Sheet], known: Mapping[str, pd.DataFrame]) -> None:
    for question in sheet.form.questions:
        if question.refers_to in sheets:
            key = sheets[question.refers_to].form.key[0]
            codes = pd.concat([sheets[question.refers_to].rows[key], known[question.refers_to][key]])
            column = sheet.rows[question.name]
            sheet.found(_UNKNOWN[question.refers_to], question.name, column.notna() & ~column.isin(codes))


def _talk(sheet: Sheet, beside: pd.DataFrame) -> None:
    """Answers although nobody was interviewed, and sensitive ones although the setting did not allow the question."""
    if "status" not in beside:
        return
    asked = [question.name for question in sheet.form.questions if question.asked_of == "survivor"]
    silent = beside["status"].notna() & ~beside["status"].isin(_INTERVIEWED)
    sheet.found("answers_without_interview", "status", silent & beside[asked].notna().any(axis=1))
    calm = (beside["mode"].notna() & (beside["mode"] != "phone")) & (
        beside["interpreter"].notna() & (beside["interpreter"] != "family_or_friend")
    )
    for name in ("private", "asker_trained", "referral_path"):
        calm &= beside[name].fillna(value=False)
    allowed = calm & ~beside["survivor__age_band"].isin(_CHILDREN)
    for question in sheet.form.questions:
        if question.sensitive:
            sheet.found("sensitive_not_allowed", question.name, beside[question.name].notna() & ~allowed & ~silent)


def _windows(sheet: Sheet, beside: pd.DataFrame, rounds: Sequence[Round]) -> None:
    if "contact_date" not in beside:
        return
    days = (beside["contact_date"] - beside["survivor__return_date"]).dt.days
    first = beside["round"].map({str(each.months): each.first_day for each in rounds})
    last = beside["round"].map({str(each.months): each.last_day for each in rounds})
    sheet.found("outside_window", "contact_date", (days < first) | (days > last))


def _conditions(sheet: Sheet, beside: pd.DataFrame) -> None:
    """The declared rules, and questions that were answered although their condition does not hold."""
    trials = _trials(sheet.form)
    if not trials:
        return
    helpers = {name: has_answer(*name.split("__")) for name in _helpers(sheet.form)}
    added = "".join(f', {sql} as "{name}"' for name, sql in helpers.items())
    conditions = ", ".join(f'coalesce({sql}, false) as "{at}"' for at, (_, _, sql) in enumerate(trials))
    with duckdb.connect() as connection:
        connection.register("beside", beside)
        broken = connection.sql(f"select {conditions} from (select *{added} from beside)").df()
    silent = sheet.rows.index.isin([at for code, _, at in sheet.mistakes if code == "answers_without_interview"])
    for at, (code, column, _) in enumerate(trials):
        hits = broken[str(at)]
        sheet.found(code, column, hits & ~silent if code == "not_applicable_answer" else hits)


def _trials(form: Form) -> list[tuple[str, str, str]]:
    rules = sorted(form.rules, key=lambda rule: rule.level)
    conditional = [question for question in form.questions if question.asked_if]
    return [
        *(
            ("not_applicable_answer", each.name, f'"{each.name}" is not null and not coalesce({each.asked_if}, false)')
            for each in conditional
        ),
        *((rule.code, rule.column, rule.broken_if) for rule in rules),
    ]


@cache
def _helper_name() -> re.Pattern[str]:
    return re.compile(r"\b[a-z][a-z0-9_]*?__[a-z_]+\b")


def _helpers(form: Form) -> set[str]:
    """`question__code` as used in conditions: whether an answer of several is among those given."""
    used = {name for _, _, sql in _trials(form) for name in _helper_name().findall(sql)}
    return {name for name in used if form.question(name.split("__")[0])}
