"""The codebook as a workbook for people who work in spreadsheets: one sheet each, every cell plain text."""

import io
from collections.abc import Iterable, Iterator, Mapping

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from monitoring.derive.codebook.entries import changes_told, indicator_facts, question_facts, used_by
from monitoring.derive.codebook.examples import gives
from monitoring.derive.codebook.formula import in_words
from monitoring.derive.codebook.lists import answer_rows, missing_rows, outcome_rows, profile_rows, score_rows
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.indicator import Indicator
from monitoring.words import say

_OF_INDICATOR = [
    "counts",
    "numerator",
    "denominator",
    "answered",
    "direction",
    "unit",
    "mscos",
    "long_list",
    "whose_answer",
    "uses",
    "caution",
    "broken_down",
    "source",
    "reviewed",
    "wording",
    "version",
    "changes",
]
_OF_QUESTION = [
    "hint",
    "type",
    "answers",
    "range",
    "is_key",
    "asked_of",
    "who",
    "rounds",
    "recall",
    "asked_if",
    "sensitive",
    "seen_by",
    "older_names",
    "feeds",
    "wording",
]
_LONGEST_CELL = 32_000
"""Excel takes 32,767 characters a cell."""


def as_workbook(catalogue: Catalogue, language: str, sql: Mapping[str, str]) -> bytes:
    """The workbook's bytes. `sql`: indicator -> the statement that counts it."""
    book = Workbook(write_only=True)
    sheets = {
        "indicators": _indicators(catalogue, language, sql),
        "questions": _questions(catalogue, language),
        "answers": [*answer_rows(catalogue, language), *_missing(catalogue, language)],
        "scores": score_rows(catalogue, language),
        "profiles": profile_rows(catalogue, language),
        "mscos": outcome_rows(catalogue, language),
    }
    for name, rows in sheets.items():
        _write(book.create_sheet(say(f"codebook.sheets.{name}", language)), rows)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write(sheet: WriteOnlyWorksheet, rows: Iterable[list[str]]) -> None:
    sheet.freeze_panes = "B2"
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        sheet.column_dimensions[letter].width = 28
    for at, row in enumerate(rows):
        cells = [WriteOnlyCell(sheet, value=text[:_LONGEST_CELL]) for text in row]
        for cell in cells:
            cell.data_type = "s"  # whatever it begins with, no cell becomes a formula
            cell.font = Font(bold=at == 0)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.append(cells)


def _indicators(catalogue: Catalogue, language: str, sql: Mapping[str, str]) -> Iterator[list[str]]:
    names = [say(f"codebook.facts.{key}", language) for key in ("id", "domain", "label", "description", "finding")]
    expressions = [f"{key} (SQL)" for key in ("numerator", "denominator", "answered")]
    also = [say("codebook.examples", language), say("codebook.sql", language)]
    yield [*names, *(say(f"codebook.facts.{key}", language) for key in _OF_INDICATOR), *expressions, *also]
    for indicator in catalogue.indicators.values():
        own = (indicator.label, indicator.description, indicator.finding)
        texts = [in_words(words, language) for words in own]
        facts = {fact.key.removesuffix("_mean"): fact.value for fact in indicator_facts(catalogue, indicator, language)}
        facts["changes"] = "\n".join(changes_told(indicator, language))
        domain = in_words(catalogue.domains[indicator.domain].label, language)
        plain = [indicator.numerator, indicator.denominator, indicator.answered or ""]
        values = [facts.get(key, "") for key in _OF_INDICATOR]
        yield [indicator.id, domain, *texts, *values, *plain, _examples(indicator, language), sql[indicator.id]]


def _examples(indicator: Indicator, language: str) -> str:
    return "\n".join(f"{each.says}: {gives(each, language)}" for each in indicator.examples)


def _questions(catalogue: Catalogue, language: str) -> Iterator[list[str]]:
    names = [say(f"codebook.facts.{key}", language) for key in ("sheet", "id", "label")]
    heads = [say(f"codebook.facts.{key}", language) for key in _OF_QUESTION]
    yield [*names, *heads, say("codebook.heads.list", language), "asked_if (SQL)"]
    feeds = used_by(catalogue)
    for form in catalogue.forms.values():
        for question in form.questions:
            used = feeds.get((form.name, question.name), ())
            facts = {fact.key: fact.value for fact in question_facts(catalogue, form, question, language, used)}
            values = [facts.get(key, "") for key in _OF_QUESTION]
            answers = question.choices.name if question.choices else ""
            label = in_words(question.label, language)
            yield [form.name, question.name, label, *values, answers, question.asked_if or ""]


def _missing(catalogue: Catalogue, language: str) -> Iterator[list[str]]:
    rows = missing_rows(catalogue, language)
    next(rows)
    for code, label in rows:
        yield [say("codebook.missing", language), code, label, ""]
