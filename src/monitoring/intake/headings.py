"""Which question a column of a sheet belongs to, from its heading. Reads no answers and repeats no heading."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from monitoring.domain.form import Form, Missing
from monitoring.intake.characters import fold
from monitoring.intake.dialects import is_system_column, parts_of
from monitoring.intake.listed_answers import spellings as spellings_of_answers
from monitoring.intake.workbook import SheetAsRead

ROWS_SEARCHED = 15
"""Headings are looked for in so many rows from the top: titles and notes may stand above them."""

_REMARK = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings of a sheet stand. Positions count from 0 in the sheet's rows, columns from A as 0."""

    position: int
    data_from: int  # the position of the first row below the headings
    columns: Mapping[str, int]  # question -> column
    repeated: tuple[int, ...] = ()  # columns whose question an earlier column has already
    unknown: Mapping[int, str | None] = field(default_factory=dict)  # column -> nearest question, or None
    nameless: tuple[int, ...] = ()  # columns without a heading
    ticked: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    """Questions with one column an answer: their columns, and the code that each ticks."""


def question_of(text: str | None, table: Mapping[str, str]) -> str | None:
    """The question that a heading means, with or without a remark in brackets or the groups that a form puts before it.

    Kobo's `_status` is not our `status`.
    """
    if not text or is_system_column(text):
        return None
    spelt = (text, _REMARK.sub("", text), parts_of(text)[-1])
    return next((table[key] for each in spelt if (key := heading_key(each)) in table), None)


def answer_ticked(text: str | None, table: Mapping[str, str], form: Form) -> tuple[str, str] | None:
    """Question and code of a column that ticks one of several answers: `help_needed/health`."""
    *_, named, answer = ["", "", *parts_of(text or "")]
    question = form.question(table.get(heading_key(named), ""))
    if question is None or question.choices is None or not question.type.takes_many:
        return None
    codes = {str(reason): str(reason) for reason in Missing} | spellings_of_answers(question.choices)
    code = codes.get(fold(answer))
    return (question.name, code) if code else None


def heading_key(text: str) -> str:
    """For comparing headings: `Survivor_ID`, `survivor id *` and `survivor_id` are one."""
    return re.sub(r"[\s_]+", " ", fold(text)).strip(" *:")


def spellings(form: Form) -> dict[str, str]:
    """Every heading that means a question of the form -> the question: names, older names, labels in any language."""
    table: dict[str, str] = {}
    for question in form.questions:
        for label in question.label.values():
            table.setdefault(heading_key(label), question.name)
    for question in form.questions:
        for name in (*question.was, question.name):
            table[heading_key(name)] = question.name
    return table


def top_rows(sheet: SheetAsRead) -> list[list[str | None]]:
    """The first rows of the sheet as text."""
    columns = [column.top(ROWS_SEARCHED) for column in sheet.columns]
    return [list(row) for row in zip(*columns, strict=True)]


def share_known(top: Sequence[Sequence[str | None]], form: Form) -> float:
    """The largest share of a row's headings that belong to the form, 0 to 1; 0 where fewer than three do."""
    table = spellings(form)
    shares = [0.0]
    for row in top:
        ours = [text for text in row if text and not is_system_column(text)]
        known = sum(bool(question_of(text, table) or answer_ticked(text, table, form)) for text in ours)
        shares.append(known / len(ours) if known >= min(3, len(form.questions)) else 0.0)
    return max(shares)


def find_headings(sheet: SheetAsRead, form: Form) -> Headings | None:
    """The row with most headings of the form, and what its columns are; None where no row has at least two."""
    table = spellings(form)
    top = top_rows(sheet)
    counts = [len({question for text in row if (question := question_of(text, table))}) for row in top]
    best = max(counts, default=0)
    if best < min(2, len(form.questions)):
        return None
    position = counts.index(best)
    ticks = {at: tick for at, text in enumerate(top[position]) if (tick := answer_ticked(text, table, form))}
    found = _described(sheet, top[position], position, _below_labels(top, position, table), table, ticks)
    return _with_ticked(found, ticks)


def _below_labels(top: Sequence[Sequence[str | None]], position: int, table: Mapping[str, str]) -> int:
    """The first row of data. Our template has the labels again beneath the names."""
    following = position + 1
    while following < len(top):
        texts = [text for text in top[following] if text]
        if not texts or sum(question_of(text, table) is not None for text in texts) * 2 <= len(texts):
            break
        following += 1
    return following


def _described(
    sheet: SheetAsRead,
    headings: Sequence[str | None],
    position: int,
    data_from: int,
    table: Mapping[str, str],
    ticks: Collection[int],
) -> Headings:
    """What the columns are, but for those that tick one answer each."""
    columns: dict[str, int] = {}
    repeated, nameless, unknown = [], [], {}
    for at, (column, text) in enumerate(zip(sheet.columns, headings, strict=True)):
        question = question_of(text, table)
        if at in ticks:
            continue
        if question in columns:
            repeated.append(at)
        elif question:
            columns[question] = at
        elif not text:
            nameless += [at] if column.at.slice(data_from).count() else []
        elif not is_system_column(text):
            unknown[at] = _nearest(text, table)
    return Headings(position, data_from, columns, tuple(repeated), unknown, tuple(nameless))


def _with_ticked(found: Headings, ticks: Mapping[int, tuple[str, str]]) -> Headings:
    """Columns that tick one answer each count where no column has the answers together."""
    ticked: dict[str, dict[int, str]] = {}
    for at, (question, code) in ticks.items():
        if question not in found.columns:
            ticked.setdefault(question, {})[at] = code
    first = {question: min(columns) for question, columns in ticked.items()}
    return replace(found, columns={**found.columns, **first}, ticked=ticked)


def _nearest(text: str, table: Mapping[str, str]) -> str | None:
    near = get_close_matches(heading_key(text), table, n=1, cutoff=0.6)
    return table[near[0]] if near else None
