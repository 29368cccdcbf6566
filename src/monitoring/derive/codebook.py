"""The codebook: every question and indicator in words, with the expressions that count it. One page of plain HTML."""

from collections.abc import Iterator
from html import escape

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Question, Words
from monitoring.domain.indicator import Example, Indicator

_STYLE = """
body { font: 16px/1.5 'Segoe UI', Roboto, 'Noto Sans', sans-serif; color: #10181C; max-width: 60rem; margin: 2rem auto }
h1, h2, h3 { font-family: Georgia, serif; line-height: 1.2 }
h2 { margin-top: 3rem; border-bottom: 1px solid #B9B4A8 }
table { border-collapse: collapse; width: 100% }
td, th { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #E6E2D9 }
th { color: #4A555B; font-weight: 600 }
code { font-size: .875em; background: #F6F4EF; padding: .1em .3em }
.muted { color: #56616A }
"""


def as_html(catalogue: Catalogue, language: str = "en") -> str:
    """The whole codebook. Everything in it is declared; nothing in it is an answer."""
    body = "\n".join([*_indicators(catalogue, language), *_forms(catalogue, language)])
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Codebook</title>'
        f"<style>{_STYLE}</style></head><body><h1>Life after return: codebook</h1>"
        f'<p class="muted">Declarations {catalogue.fingerprint[:12]}</p>{body}</body></html>\n'
    )


def as_text(indicator: Indicator, sql: str, language: str = "en") -> str:
    """One indicator: what it is, how it is counted, its worked examples and its SQL."""
    lines = [
        f"{indicator.id}: {in_words(indicator.label, language)}",
        in_words(indicator.description, language),
        "",
        *(f"{name:13}{value}" for name, value in facts(indicator, language)),
        "",
    ]
    for place, example in enumerate(indicator.examples, 1):
        lines += [f"Example {place}: {example.says}", _table_of(example), _outcome(example), ""]
    return "\n".join([*lines, "SQL, by country:", sql])


def facts(indicator: Indicator, language: str = "en") -> Iterator[tuple[str, str]]:
    """(name, value) of what a reader asks of an indicator, in the order in which it is asked."""
    yield "counts", f"{indicator.kind} of {indicator.of}, from the sheet {indicator.form}"
    yield "numerator", indicator.numerator
    yield "denominator", indicator.denominator
    yield "direction", indicator.direction
    yield "unit", indicator.unit
    if indicator.mscos:
        yield "core outcome", indicator.mscos
    yield "source", indicator.source
    if indicator.caution:
        yield "caution", in_words(indicator.caution, language)
    if indicator.reviewed_on:
        yield "reviewed", f"{indicator.reviewed_on}, next {indicator.next_review}"


def in_words(words: Words, language: str) -> str:
    """The text in the language, or in English where it has none."""
    return words.get(language) or words.get("en", "")


def _indicators(catalogue: Catalogue, language: str) -> Iterator[str]:
    for domain in catalogue.domains.values():
        mine = catalogue.indicators_of(domain.id)
        if not mine:
            continue
        yield f"<h2>{escape(in_words(domain.label, language))}</h2>"
        yield from (_indicator(indicator, language) for indicator in mine)


def _indicator(indicator: Indicator, language: str) -> str:
    rows = "".join(
        f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in facts(indicator, language)
    )
    label = escape(in_words(indicator.label, language))
    return (
        f'<h3 id="{indicator.id}">{label} <code>{indicator.id}</code></h3>'
        f"<p>{escape(in_words(indicator.description, language))}</p><table>{rows}</table>"
    )


def _forms(catalogue: Catalogue, language: str) -> Iterator[str]:
    for form in catalogue.forms.values():
        yield f"<h2>{escape(in_words(form.label, language))} <code>{form.name}</code></h2>"
        yield f"<p>{escape(in_words(form.row_is, language))}</p><table><tr><th>Question</th><th>Answers</th></tr>"
        yield from (_question(form, question, language) for question in form.questions)
        yield "</table>"


def _question(form: Form, question: Question, language: str) -> str:
    key = " (key)" if question.name in form.key else ""
    hint = in_words(question.hint, language)
    asked_if = (
        f'<br><span class="muted">asked if <code>{escape(question.asked_if)}</code></span>' if question.asked_if else ""
    )
    return (
        f"<tr><td>{escape(in_words(question.label, language))}<br><code>{question.name}</code>{key}{asked_if}</td>"
        f'<td>{escape(_answers(question, language))}<br><span class="muted">{escape(hint)}</span></td></tr>'
    )


def _answers(question: Question, language: str) -> str:
    if question.choices is None:
        limits = [str(limit) for limit in (question.minimum, question.maximum) if limit is not None]
        return question.type + (f", {' to '.join(limits)}" if limits else "")
    if len(question.choices.choices) > 40:
        return f"{question.type}, list {question.choices.name}"
    return "; ".join(f"{in_words(each.label, language)} ({each.code})" for each in question.choices.choices)


def _table_of(example: Example) -> str:
    """The rows as they stand in the declaration, as a Markdown table."""
    columns = list(dict.fromkeys(name for row in example.rows for name in row))
    rows = [columns, *([row.get(name, "") for name in columns] for row in example.rows)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(columns))]
    return "\n".join("| " + " | ".join(cell.ljust(widths[at]) for at, cell in enumerate(row)) + " |" for row in rows)


def _outcome(example: Example) -> str:
    parts = {"numerator": example.numerator, "denominator": example.denominator, "value": example.value}
    return "gives " + ", ".join(f"{name} {number:g}" for name, number in parts.items() if number is not None)
