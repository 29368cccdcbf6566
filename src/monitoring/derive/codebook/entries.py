"""One indicator or one question as facts in words, in one language: what every shape of the codebook is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from babel.dates import format_date

from monitoring.derive.codebook.coverage import whose_answer
from monitoring.derive.codebook.formula import Names, formula, in_words
from monitoring.derive.codebook.wording import is_unread, wording_of_question, wording_summary
from monitoring.derive.meaning import questions_used
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import ChoiceList, Form, Question
from monitoring.domain.indicator import Change, ChangeKind, Indicator, Kind
from monitoring.words import has, say

_MOST_NAMES = 20


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: its key (`codebook.facts`), its name in words, the value in words, and the expression behind it."""

    key: str
    name: str
    value: str
    expression: str | None = None
    is_unread: bool = False  # wording that no survivor has read yet


def summary(catalogue: Catalogue, language: str) -> list[str]:
    """How much there is, and how much of its wording no survivor has read yet: what stands at the top."""
    counted = {
        "forms": len(catalogue.forms),
        "questions": sum(len(form.questions) for form in catalogue.forms.values()),
        "indicators": len(catalogue.indicators),
        "examples": sum(len(each.examples) for each in catalogue.indicators.values()),
    }
    made = say("codebook.made", language, fingerprint=catalogue.fingerprint[:12], **counted)
    return [made, wording_summary(catalogue, language)]


def indicator_facts(catalogue: Catalogue, indicator: Indicator, language: str) -> Iterator[Fact]:
    """All that is declared of an indicator but its label, description and examples, in the order a reader asks."""
    told = _Told(language)
    of = told.known("of", indicator.of)
    yield told.fact("counts", say(f"codebook.kind.{indicator.kind}", language, of=of))
    yield from _formulas(catalogue, indicator, told)
    yield told.fact("direction", told.known("direction", indicator.direction))
    yield told.fact("unit", told.known("unit", indicator.unit))
    if indicator.mscos:
        yield told.fact("mscos", in_words(catalogue.mscos[indicator.mscos], language))
    if indicator.long_list:
        yield told.fact("long_list", in_words(catalogue.long_list[indicator.long_list], language))
    whose = [told.known("asked_of", who) for who in whose_answer(catalogue, indicator)]
    yield told.fact("whose_answer", ", ".join(whose) or say("codebook.nobody_asked", language))
    yield told.fact("uses", _listed([each.name for _, each in questions_used(catalogue, indicator)], language))
    if indicator.caution:
        yield told.fact("caution", in_words(indicator.caution, language))
    if indicator.break_down_by is not None:
        yield told.fact("broken_down", ", ".join(indicator.break_down_by) or say("codebook.no", language))
    yield told.fact("source", indicator.source)
    yield from _reviews(indicator, told)


def question_facts(
    catalogue: Catalogue, form: Form, question: Question, language: str, feeds: Sequence[str] = ()
) -> Iterator[Fact]:
    """All that is declared of a question but its label and its answers. `feeds`: the indicators computed from it."""
    told = _Told(language)
    yield told.fact("sheet", in_words(form.label, language))
    if question.hint:
        yield told.fact("hint", in_words(question.hint, language))
    yield told.fact("type", say(f"codebook.types.{question.type}", language, at_most=question.at_most or 0))
    if question.choices:
        yield told.fact("answers", _answers(question, question.choices, language))
    if limits := [str(limit) for limit in (question.minimum, question.maximum) if limit is not None]:
        yield told.fact("range", " – ".join(limits))
    if question.name in form.key:
        yield told.fact("is_key", say("codebook.yes", language))
    yield told.fact("asked_of", told.known("asked_of", question.asked_of))
    if question.asked_of == "survivor":
        yield told.fact("who", told.known("who", question.who))
        yield told.fact("rounds", told.known("rounds", "core" if question.core else "extended"))
    if question.recall:
        yield told.fact("recall", told.known("recall", question.recall))
    yield from _condition(catalogue, form, question, told)
    yield from _care(question, told)
    if question.was:
        yield told.fact("older_names", ", ".join(question.was))
    if feeds:
        yield told.fact("feeds", ", ".join(feeds))
    if wording := wording_of_question(question, language):
        yield replace(told.fact("wording", wording), is_unread=is_unread(question))


def _answers(question: Question, answers: ChoiceList, language: str) -> str:
    """Label, code and score of each answer, the score as it counts in this question; a whole standard by its name."""
    if answers.standard:
        return say("codebook.standard", language, standard=answers.standard)
    told = []
    for choice in answers.choices:
        score = choice.score if choice.score is None or not question.flipped else 1 - choice.score
        told.append(f"{in_words(choice.label, language)} ({choice.code}{'' if score is None else f' = {score:.4g}'})")
    return "; ".join(told)


def _condition(catalogue: Catalogue, form: Form, question: Question, told: "_Told") -> Iterator[Fact]:
    if question.asked_if:
        condition = formula(question.asked_if, Names.of(catalogue, form.name), told.language)
        yield told.fact("asked_if", condition, question.asked_if)


def _care(question: Question, told: "_Told") -> Iterator[Fact]:
    if question.sensitive:
        yield told.fact("sensitive", say("codebook.sensitive.yes", told.language))
    if question.seen_by is not None:
        yield told.fact("seen_by", ", ".join(question.seen_by))


def used_by(catalogue: Catalogue) -> dict[tuple[str, str], list[str]]:
    """(form, question) to the indicators that are computed from it."""
    found: dict[tuple[str, str], list[str]] = {}
    for indicator in catalogue.indicators.values():
        for form, question in questions_used(catalogue, indicator):
            found.setdefault((form.name, question.name), []).append(indicator.id)
    return found


def changes_told(indicator: Indicator, language: str) -> list[str]:
    """The indicator's history, the newest first."""
    return [change_told(each, language) for each in sorted(indicator.changes, key=lambda each: -each.version)]


def change_told(change: Change, language: str) -> str:
    """One entry of a history, in one sentence."""
    key = "since" if change.kind is ChangeKind.MEANING else "since_wording"
    what = in_words(change.what, language)
    day = format_date(change.on, "d MMMM y", locale=language)
    return say(f"codebook.{key}", language, on=day, version=change.version, what=what)


def _formulas(catalogue: Catalogue, indicator: Indicator, told: "_Told") -> Iterator[Fact]:
    names = Names.of(catalogue, indicator.form)
    key = "numerator_mean" if indicator.kind in (Kind.MEAN, Kind.MEDIAN) else "numerator"
    yield told.fact(key, formula(indicator.numerator, names, told.language), indicator.numerator)
    yield told.fact("denominator", formula(indicator.denominator, names, told.language), indicator.denominator)
    if indicator.answered:
        yield told.fact("answered", formula(indicator.answered, names, told.language), indicator.answered)


def _reviews(indicator: Indicator, told: "_Told") -> Iterator[Fact]:
    if indicator.reviewed_on:
        on, due = indicator.reviewed_on, indicator.next_review
        yield told.fact("reviewed", say("codebook.reviewed", told.language, on=on, next=due))
    if indicator.wording_reviewed_on is None:
        yield replace(told.fact("wording", say("codebook.unread", told.language)), is_unread=True)
    else:
        by, on = indicator.wording_reviewed_by, indicator.wording_reviewed_on
        yield told.fact("wording", say("codebook.read_by", told.language, by=by, on=on))
    yield told.fact("version", str(indicator.version))
    for change in changes_told(indicator, told.language):
        yield told.fact("changes", change)


def _listed(names: Sequence[str], language: str) -> str:
    """The names, or how many where they would fill a page."""
    few = len(names) <= _MOST_NAMES
    return ", ".join(names) if few else say("codebook.many_questions", language, count=len(names))


@dataclass(frozen=True, slots=True)
class _Told:
    """Facts in one language."""

    language: str

    def fact(self, key: str, value: str, expression: str | None = None) -> Fact:
        return Fact(key, say(f"codebook.facts.{key}", self.language), value, expression)

    def known(self, table: str, word: str) -> str:
        """The word's own text, or the word where nobody has written one yet."""
        key = f"codebook.{table}.{word}"
        return say(key, self.language) if has(key, self.language) else str(word)
