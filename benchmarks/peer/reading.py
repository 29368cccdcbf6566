"""From an .xlsx file to typed pandas columns, and the cells that could not be read. Checks nothing else."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

import pandas as pd

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Question, QuestionType

LABELS_ROW = 1
FIRST_ROW = 3
_YES_OR_NO = {"yes": True, "oui": True, "true": True, "no": False, "non": False, "false": False}
_CODE = r"[A-Za-z0-9-]{4,40}"
_LARGEST = 2**31 - 1


@dataclass
class Sheet:
    """One form's typed rows and mistakes so far: each a code, a column and the row's position."""

    form: Form
    rows: pd.DataFrame
    mistakes: list[tuple[str, str, int]]

    def found(self, code: str, column: str, hits: pd.Series) -> None:
        """Notes a mistake in each row where `hits` is true."""
        self.mistakes += [(code, column, at) for at in hits.to_numpy().nonzero()[0].tolist()]


def read_sheets(catalogue: Catalogue, content: bytes) -> dict[str, Sheet]:
    """The workbook's sheets by form. The first row names the columns, the second has the labels."""
    sheets = pd.read_excel(
        BytesIO(content),
        sheet_name=None,
        skiprows=[LABELS_ROW],
        dtype=object,
        keep_default_na=False,  # NA is Namibia
        na_values=[""],
        engine="openpyxl",
    )
    return {name: _typed(catalogue, form, sheets[name]) for name, form in catalogue.forms.items() if name in sheets}


def _typed(catalogue: Catalogue, form: Form, cells: pd.DataFrame) -> Sheet:
    sheet = Sheet(form, pd.DataFrame(index=cells.index), [])
    columns: dict[str, pd.Series] = {}
    reasons = pd.Series("", index=cells.index, dtype=object)
    for question in form.questions:
        column = cells[question.name]
        answers = _READERS[question.type](question, column)
        open_ = answers.isna() | (question.type in _WRITTEN_FREELY)  # what could be read is an answer
        said = _folded(column[open_ & column.notna()]).map(catalogue.missing.spellings).reindex(column.index)
        answers = answers.mask(said.notna())
        for code, hits in _unread(question, column, answers, said):
            sheet.found(code, question.name, hits)
        columns[question.name] = answers
        with_reason = said.notna()
        reasons[with_reason] += f" {question.name}=" + said[with_reason]
    columns["missing_answers"] = reasons.str.strip().replace("", None)
    columns["sheet_row"] = pd.Series(cells.index + FIRST_ROW, index=cells.index, dtype="Int32")
    sheet.rows = pd.DataFrame(columns)
    return sheet


def _folded(column: pd.Series) -> pd.Series:
    return column.astype("str").str.strip().str.casefold()


def _unread(
    question: Question, column: pd.Series, answers: pd.Series, said: pd.Series
) -> Iterator[tuple[str, pd.Series]]:
    """(problem code, rows) of the filled cells that are neither an answer nor a reason for having none."""
    unread = column.notna() & answers.isna() & said.isna()
    if not unread.any():
        return
    if question.type.takes_many:
        words = column[unread].str.split()
        mixed = words.map(lambda each: "none" in each and len(each) > 1).reindex(column.index, fill_value=False)
        too_many = words.map(lambda each: len(each) > (question.at_most or len(each)))
        too_many = too_many.reindex(column.index, fill_value=False) & ~mixed
        yield "none_with_others", mixed
        yield "too_many_named", too_many
        unread &= ~(mixed | too_many)
    yield _CODES.get(question.type, "not_on_list"), unread


def _choice(question: Question, column: pd.Series) -> pd.Series:
    return _folded(column).map(_spellings(question))


def _several(question: Question, column: pd.Series) -> pd.Series:
    codes = {code.casefold(): code for code in (question.choices.codes if question.choices else ())}
    order = {code: at for at, code in enumerate(codes)}
    most = question.at_most or len(codes)

    def read(text: object) -> str | None:
        words = list(dict.fromkeys(re.split(r"[\s,;]+", str(text).strip().casefold())))
        if not all(word in codes for word in words) or ("none" in words and len(words) > 1) or len(words) > most:
            return None
        in_order = words if question.type is QuestionType.RANKED else sorted(words, key=order.__getitem__)
        return " ".join(codes[word] for word in in_order)

    return column.map(read, na_action="ignore")


def _spellings(question: Question) -> Mapping[str, str]:
    choices = question.choices.choices if question.choices else ()
    labels = {label.casefold(): choice.code for choice in choices for label in choice.label.values()}
    return labels | {choice.code.casefold(): choice.code for choice in choices}


def _yes_no(_: Question, column: pd.Series) -> pd.Series:
    return _folded(column).map(_YES_OR_NO).astype("boolean")


def _date(_: Question, column: pd.Series) -> pd.Series:
    return pd.to_datetime(column, errors="coerce").astype("datetime64[us]")


def _whole(_: Question, column: pd.Series) -> pd.Series:
    numbers = pd.to_numeric(column, errors="coerce")
    return numbers.where((numbers % 1 == 0) & (numbers.abs() <= _LARGEST)).astype("Int32")


def _code(_: Question, column: pd.Series) -> pd.Series:
    text = column.astype("str").str.strip()
    return text.where(text.str.fullmatch(_CODE).fillna(value=False))


def _text(_: Question, column: pd.Series) -> pd.Series:
    return column.astype("str").str.strip()


_WRITTEN_FREELY = {QuestionType.CODE, QuestionType.TEXT}
_CODES = {
    QuestionType.YES_NO: "not_yes_or_no",
    QuestionType.DATE: "not_a_date",
    QuestionType.WHOLE: "not_a_number",
    QuestionType.CODE: "not_a_code",
}
_READERS: Mapping[QuestionType, Callable[[Question, pd.Series], pd.Series]] = {
    QuestionType.CODE: _code,
    QuestionType.TEXT: _text,
    QuestionType.CHOICE: _choice,
    QuestionType.SEVERAL: _several,
    QuestionType.RANKED: _several,
    QuestionType.YES_NO: _yes_no,
    QuestionType.DATE: _date,
    QuestionType.WHOLE: _whole,
}
