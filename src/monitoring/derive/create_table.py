"""The tables that follow from the forms: one column per question, and where each row came from."""

from monitoring.domain.form import Form, QuestionType

SQL_TYPES = {
    QuestionType.CODE: "varchar",
    QuestionType.TEXT: "varchar",
    QuestionType.CHOICE: "varchar",
    QuestionType.SEVERAL: "varchar",  # codes joined by a space: lists differ from engine to engine
    QuestionType.RANKED: "varchar",
    QuestionType.YES_NO: "boolean",
    QuestionType.DATE: "date",
    QuestionType.WHOLE: "integer",
}

ORIGIN = {"submission_id": "integer", "sheet_row": "integer"}
"""Of every row: the hand-in it came with, and its row number in the office's sheet."""


def columns_of(form: Form) -> dict[str, str]:
    """The columns of the form's history, name to SQL type, in order. Every form has a country."""
    answers = {question.name: SQL_TYPES[question.type] for question in form.questions}
    return {"country": "varchar", **answers, "missing_answers": "varchar", **ORIGIN}


def quoted(name: str) -> str:
    """A column's name as SQL takes it: a question may be called `where`."""
    return f'"{name}"'


def history_table(form: Form) -> str:
    """The name of the table that holds every row ever handed in on the form's sheet."""
    return f"{form.name}_history"


def create_table(form: Form) -> str:
    """The statement that makes the form's history table. No key index: the loader proves uniqueness."""
    columns = ",\n    ".join(f"{quoted(name)} {kind}" for name, kind in columns_of(form).items())
    return f"create table if not exists {history_table(form)} (\n    {columns}\n)"


def add_column(form: Form, name: str) -> str:
    """The statement that gives an older history table a column of a newer declaration."""
    return f"alter table {history_table(form)} add column {quoted(name)} {columns_of(form)[name]}"
