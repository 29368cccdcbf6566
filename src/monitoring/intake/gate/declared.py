"""What tells who somebody is in the columns we asked for: codes, public names, and what could not be read."""

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from monitoring.domain.catalogue import MissingWords
from monitoring.domain.form import Form, Question, QuestionType
from monitoring.domain.problem import Problem
from monitoring.intake.addresses import letters
from monitoring.intake.cells import reasons_of
from monitoring.intake.characters import bare, fold
from monitoring.intake.findings import SheetUnderCheck
from monitoring.intake.gate.choice import IN_ANSWERS, Find, Way, as_fact
from monitoring.intake.gate.findings import in_words
from monitoring.intake.problem_list import MOST_OF_A_KIND
from monitoring.intake.questions_in_words import facts_of
from monitoring.intake.sheets import KnownSheet
from monitoring.protection.identifiers.codes import in_codes, is_counted
from monitoring.protection.identifiers.kinds import Kind
from monitoring.protection.identifiers.sentences import in_sentence
from monitoring.protection.identifiers.texts import in_text
from monitoring.protection.identifiers.varied_initials import with_varied_initials

Column = tuple[KnownSheet, Question, int]
"""One column of a question; a question may have several, as where versions of a form stand side by side."""

_PEOPLE = "survivors"
_OF_PEOPLE = (Kind.INITIALS_WITH_YEAR, Kind.NAME)
_GUESSED = frozenset({Kind.INITIALS_WITH_YEAR, Kind.NAME, Kind.PHONE, Kind.IDENTITY_NUMBER})
"""Kinds by which an office's own numbers and words may be mistaken for something. A day of birth is no such guess."""

_LONGEST_NAME = 200
"""Characters of a public name. What is longer tells a story."""


def in_codes_and_names(
    placed: Sequence[KnownSheet], missing: MissingWords, country: str | None, language: str
) -> Iterator[Problem]:
    """The cells of columns of codes and public names that give somebody away. Each different text is looked at once."""
    reasons = reasons_of(missing)
    for of_people, columns in _by_whom(placed).items():
        different = {text: None for column in columns for text in _texts(column)}
        unclear = [text for text in different if not is_counted(text)]  # nearly all are: large files cost little
        texts = [text for text in unclear if fold(text) not in reasons and bare(text) not in reasons]
        initials = with_varied_initials(different) if of_people else ()
        found = {texts[at]: kind for at, kind in in_codes(texts, country).items()}
        found |= dict.fromkeys(initials, Kind.INITIALS_WITH_YEAR)
        kinds = {text: kind for text, kind in found.items() if of_people or kind not in _OF_PEOPLE}
        if kinds:
            for column in columns:
                yield from _cells(column, kinds, language)
    for column in _columns(placed, QuestionType.TEXT):
        kinds = {text: kind for text in _texts(column) if (kind := _in_public_name(text))}
        yield from _cells(column, kinds, language)


def in_unread_answers(check: SheetUnderCheck, language: str) -> Iterator[Problem]:
    """The cells that were no answer to their question and tell of somebody: a telephone number as a kind of housing.

    To be asked when the sheet has just been read: every finding so far is of a text that could not be.
    """
    for finding in list(check.findings):
        question = check.form.question(finding.column)
        if question is None or finding.column not in check.cells.columns:
            continue
        rows = finding.rows[:MOST_OF_A_KIND]
        texts = check.cells[finding.column].cast(pl.String).gather(list(rows)).to_list()
        kinds = {text: in_sentence(text) for text in dict.fromkeys(texts) if text}
        for row, text in zip(rows, texts, strict=True):
            if kind := kinds.get(text):
                yield _problem(*check.place_of(finding.column, row), check.form, question, kind, language)


def _by_whom(placed: Sequence[KnownSheet]) -> dict[bool, list[Column]]:
    """Columns of codes: of people (True), and of organisations and sessions, which may have names and years."""
    columns: dict[bool, list[Column]] = {True: [], False: []}
    for known, question, at in _columns(placed, QuestionType.CODE):
        columns[(question.refers_to or known.form.name) == _PEOPLE].append((known, question, at))
    return columns


def _columns(placed: Sequence[KnownSheet], kind: QuestionType) -> Iterator[Column]:
    for known in placed:
        for at, name in known.headings.of_columns.items():
            question = known.form.question(name)
            if question and question.type is kind:
                yield known, question, at


def _texts(column: Column) -> Sequence[str]:
    """All different texts of the column, those of its headings among them: they are told apart by their rows later."""
    known, _, at = column
    return known.sheet.columns[at].texts


def _in_public_name(text: str) -> Kind | None:
    return Kind.LONG_TEXT if len(text) > _LONGEST_NAME else in_text(text)


def _cells(of: Column, kinds: Mapping[str, Kind], language: str) -> Iterator[Problem]:
    known, question, at = of
    column, start = known.sheet.columns[at], known.headings.data_from
    hits = {which: kinds[text] for which, text in enumerate(column.texts) if text in kinds}
    if not hits:
        return
    below = column.at.slice(start)
    places = below.is_in(pl.Series(list(hits), dtype=pl.UInt32).implode()).arg_true()
    for place in places.head(MOST_OF_A_KIND).to_list():
        cell = f"{letters(at)}{known.sheet.rows[start + place]}"
        yield _problem(known.sheet.name, cell, known.form, question, hits[below[place]], language)


def _problem(sheet: str, cell: str, form: Form, question: Question, kind: Kind, language: str) -> Problem:
    found = Find(form.name, question.name, question.refers_to or form.name, frozenset(_ways(form, question, kind)))
    facts = {**facts_of(question, language), **dict(in_words(kind, language)), **dict([as_fact(found)])}
    return Problem(IN_ANSWERS, sheet=sheet, cell=cell, column=question.name, facts=tuple(facts.items()))


def _ways(form: Form, question: Question, kind: Kind) -> Iterator[Way]:
    """Fails closed: only of codes may be said that they tell nobody, and only what need not be there is left out."""
    if question.type is QuestionType.CODE and kind in _GUESSED:
        yield Way.SAY
    if may_stay_behind(form, question):
        yield Way.DROP


def may_stay_behind(form: Form, question: Question) -> bool:
    """Whether a form's rows can be handed in without this question."""
    return not question.required and question.name not in form.key
