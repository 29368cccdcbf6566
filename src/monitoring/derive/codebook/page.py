"""The codebook as one page of HTML that needs no server and no network: contents, a search box, and everything."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from monitoring.derive.codebook.coverage import Covered, core_outcomes, long_list
from monitoring.derive.codebook.entries import Fact, indicator_facts, question_facts, summary, used_by
from monitoring.derive.codebook.examples import gives, rows_of
from monitoring.derive.codebook.formula import in_words
from monitoring.derive.codebook.lists import answer_rows, missing_rows, profile_rows, score_rows
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Question, Words
from monitoring.domain.indicator import Example, Indicator
from monitoring.words import say

_FOLDER = Path(__file__).parent


def as_html(catalogue: Catalogue, language: str, sql: Mapping[str, str]) -> str:
    """The whole codebook. `sql`: indicator -> the statement that counts it. Everything in it is declared."""
    page = _Page(catalogue, language, sql)
    sections = dict(page.sections())
    contents = "".join(f'<li><a href="#{escape(_anchor(title))}">{escape(title)}</a></li>' for title in sections)
    body = "".join(f'<section id="{escape(_anchor(title))}"><h2>{escape(title)}</h2>{part}</section>'
                   for title, part in sections.items())  # fmt: skip
    title = escape(page.say("title"))
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_file('page.css')}</style></head><body><h1>{title}</h1>"
        f"<p>{escape(page.say('what'))}</p>{''.join(f'<p>{escape(line)}</p>' for line in summary(catalogue, language))}"
        f"{page.search_box()}<nav><h2>{escape(page.say('contents'))}</h2><ul>{contents}</ul></nav>{body}"
        f"<script>{_file('page.js')}</script></body></html>\n"
    )


class _Page:
    """One codebook in one language."""

    def __init__(self, catalogue: Catalogue, language: str, sql: Mapping[str, str]) -> None:
        self.catalogue, self.language, self.sql = catalogue, language, sql

    def say(self, key: str, **facts: object) -> str:
        return say(f"codebook.{key}", self.language, **facts)

    def text(self, words: Words) -> str:
        return escape(in_words(words, self.language))

    def search_box(self) -> str:
        search, found, nothing = self.say("search"), self.say("found", n=0), self.say("nothing_found")
        return (
            f'<div class="tools"><input id="search" type="search" placeholder="{escape(search)}" '
            f'aria-label="{escape(search)}"><div id="found" class="soft" role="status" data-found="{escape(found)}" '
            f'data-nothing="{escape(nothing)}"></div></div>'
        )

    def sections(self) -> Iterator[tuple[str, str]]:
        """(title, what stands under it), in the order of the page."""
        yield self.say("outcomes"), self._covered("outcomes_what", core_outcomes(self.catalogue))
        yield self.say("long_list"), self._covered("long_list_what", long_list(self.catalogue))
        for domain in self.catalogue.domains.values():
            if mine := self.catalogue.indicators_of(domain.id):
                title = f"{self.say('numbers')}: {in_words(domain.label, self.language)}"
                yield title, "".join(map(self._indicator, mine))
        feeds = used_by(self.catalogue)
        for form in self.catalogue.forms.values():
            entries = (self._question(form, each, feeds.get((form.name, each.name), ())) for each in form.questions)
            yield f"{self.say('questions')}: {in_words(form.label, self.language)}", "".join(entries)
        lists = {"answers": answer_rows, "scores": score_rows, "missing": missing_rows, "profiles": profile_rows}
        for title, rows in lists.items():
            yield self.say(title), _table(rows(self.catalogue, self.language))

    def _covered(self, what: str, outcomes: Iterable[Covered]) -> str:
        rows = [f"<p>{escape(self.say(what))}</p>"]
        for each in outcomes:
            label = self.text(each.label) or escape(self.say("no_domain"))
            names = (
                ", ".join(f'<a href="#{one.id}">{self.text(one.label)}</a>' for one in each.indicators)
                or f'<span class="unread">{escape(self.say("not_covered"))}</span>'
            )
            whose = ", ".join(self.say(f"asked_of.{who}") for who in each.whose)
            said = self.say("covered", numbers=len(each.indicators), who=whose or "–") if each.indicators else ""
            rows.append(
                f'<article data-also=""><h3>{label}</h3><p class="soft">{escape(said)}</p><p>{names}</p></article>'
            )
        return "".join(rows)

    def _indicator(self, indicator: Indicator) -> str:
        examples = "".join(self._example(each) for each in indicator.examples)
        below = (
            f"{_facts(indicator_facts(self.catalogue, indicator, self.language))}"
            f"<details><summary>{escape(self.say('examples'))}</summary>{examples}</details>"
            f"<details><summary>{escape(self.say('sql'))}</summary><pre>{escape(self.sql[indicator.id])}</pre></details>"
        )
        told = f"<p>{self.text(indicator.description)}</p>{below}"
        return self._entry(indicator.label, indicator.id, told, indicator.description)

    def _question(self, form: Form, question: Question, feeds: Sequence[str]) -> str:
        facts = _facts(question_facts(self.catalogue, form, question, self.language, feeds))
        is_short = question.choices is not None and not question.choices.standard
        labels = [each.label for each in question.choices.choices] if question.choices and is_short else []
        return self._entry(question.label, f"{form.name}.{question.name}", facts, question.hint, *labels)

    def _entry(self, label: Words, name: str, below: str, *also_found_by: Words) -> str:
        """One entry, found by every word of it in the page's language, and by these in all the languages they have."""
        also = escape(" ".join(text for words in (label, *also_found_by) for text in words.values()))
        head = f"<h3>{self.text(label)} <code>{name.rpartition('.')[2]}</code></h3>"
        return f'<article id="{name}" data-also="{also}">{head}{below}</article>'

    def _example(self, example: Example) -> str:
        given = escape(gives(example, self.language))
        return f"<p>{escape(example.says)}</p>{_table(rows_of(example))}<p class='soft'>{given}</p>"


def _facts(facts: Iterable[Fact]) -> str:
    rows = []
    for fact in facts:
        unread = ' class="unread"' if fact.is_unread else ""
        also = f"<br><code>{escape(fact.expression)}</code>" if fact.expression else ""
        rows.append(f"<tr><th>{escape(fact.name)}</th><td{unread}>{escape(fact.value)}{also}</td></tr>")
    return f"<table>{''.join(rows)}</table>"


def _table(rows: Iterable[list[str]]) -> str:
    head, *rest = rows
    heads = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rest)
    return f'<table class="rows"><tr>{heads}</tr>{body}</table>'


def _anchor(title: str) -> str:
    return "part-" + "-".join("".join(each if each.isalnum() else " " for each in title).split())


def _file(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
