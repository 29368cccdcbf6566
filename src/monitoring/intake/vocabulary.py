"""What a heading can mean: names, older names and labels of a form's questions, with groups and answers around them.

Reads no answers and repeats no heading.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from monitoring.domain.form import Form, Missing, Question
from monitoring.intake.characters import fold
from monitoring.intake.dialects import is_for_itself, is_system_column
from monitoring.intake.listed_answers import spellings as spellings_of_answers

_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_SEPARATOR = re.compile(r"\s*(?:[/:.|>•~;»\\–—-]|_{2,})+\s*")
_BEFORE_ANSWER = re.compile(r"[\s/:.|>•~;»\\–—_-]+")
_LONGEST = 600
"""Letters of a heading that are looked at. Questions have labels of some two hundred, groups before them as well."""

ALWAYS = frozenset("/")
"""The sign between a group and a question that is understood on any sheet; others where the groups are known."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The question of a heading; `code` where its column ticks one of several answers. `by_name`: not by a label."""

    question: str
    code: str | None = None
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class FormWords:
    """What stands in exports beside a form's questions: names and labels of groups, and of questions for itself.

    `reasons` are the ways to write why there is no answer, as keys, each with its code.
    """

    groups: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    reasons: Mapping[str, str] = field(default_factory=dict)


NO_WORDS = FormWords()


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


def question_of(text: str | None, table: Mapping[str, str]) -> str | None:
    """The question that a heading means, with or without a remark in brackets or groups before it, divided by "/".

    Kobo's `_status` is not our `status`.
    """
    if not text or is_system_column(text):
        return None
    spelt = (text, _REMARK.sub("", text), text.rpartition("/")[2])
    return next((table[key] for each in spelt if (key := heading_key(each)) in table), None)


class Keys:
    """Remembers the keys of the texts of one workbook, no longer than its check lasts."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        key = self._known.get(text)
        if key is None:
            key = self._known[text] = heading_key(text)
        return key


class Vocabulary:
    """Every heading that belongs to one form. Remembers what it was asked: forms and sheets repeat their headings."""

    def __init__(self, form: Form, words: FormWords = NO_WORDS, keys: "Keys | None" = None) -> None:
        """`keys` remembers what was folded, for all vocabularies of a workbook together."""
        self._key = keys or Keys()
        self.form = form
        self.table = spellings(form)
        self._words = words
        self._names = {self._key(name) for each in form.questions for name in (each.name, *each.was)}
        self._several = [(key, question, self._answers(question)) for key, question in self._keys_of_several()]
        self._remembered: dict[tuple[str, frozenset[str]], Meant | None] = {}

    @staticmethod
    def looks_grouped(row: Sequence[str | None]) -> bool:
        """Whether most texts of a row have a sign in their midst that may divide groups from questions."""
        texts = [text for text in row if text]
        return len(texts) > 1 and sum(_SEPARATOR.search(text) is not None for text in texts) * 2 > len(texts)

    def meaning(self, text: str | None, separators: frozenset[str] = ALWAYS) -> Meant | None:
        """The question, and perhaps the answer, that a heading means; None for unknown ones and for programs' own.

        `separators` divide groups from questions here, whatever the groups are called.
        """
        if not text:
            return None
        key = (text, separators)
        if key not in self._remembered:
            self._remembered[key] = self._meaning(text, separators)
        return self._remembered[key]

    def is_own(self, text: str, separators: frozenset[str] = ALWAYS) -> bool:
        """Whether a program, or our form for itself, made the column. Asked of headings that mean no question."""
        if is_system_column(text) or is_for_itself(text):
            return True
        return any(self._key(each) in self._words.own for each in (text, *self._tails(text, separators)))

    def separators_in(self, texts: Collection[str]) -> frozenset[str]:
        """The signs that stand between groups of any name and our questions on a sheet, twice at least.

        Once is enough before a question that stands there without a group as well, as in an older version.
        """
        counts: dict[str, set[str]] = {}
        alone = {meant.question for text in texts if (meant := self._direct(text))}
        for text in texts:
            if is_system_column(text) or self.meaning(text):
                continue
            for found in _SEPARATOR.finditer(text[:_LONGEST]):
                meant = self._direct(text[found.end() :]) or self._tick(text[found.end() :])
                if meant:
                    counts.setdefault(found.group().strip(), set()).add(meant.question)
        return ALWAYS | {sign for sign, questions in counts.items() if len(questions) > 1 or questions & alone}

    def _meaning(self, text: str, separators: frozenset[str]) -> Meant | None:
        if len(text) > _LONGEST or _begins_as_a_programs(text):
            return None
        for each in (text, *self._tails(text, separators)):
            if self._key(each) in self._words.own:
                return None
            if meant := self._direct(each) or self._tick(each):
                return meant
        return None

    def _direct(self, text: str) -> Meant | None:
        for each in (text, _REMARK.sub("", text)) if text.endswith((")", " ")) else (text,):
            key = self._key(each)
            if key in self.table:
                return Meant(self.table[key], by_name=key in self._names)
        return None

    def _tick(self, text: str) -> Meant | None:
        """`help_needed/health`, also with labels and with any sign between."""
        key = self._key(text)
        for beginning, question, answers in self._several:
            if key.startswith(beginning) and (found := _BEFORE_ANSWER.match(key, len(beginning))):
                code = answers.get(key[found.end() :])
                if code:
                    return Meant(question.name, code, by_name=beginning in self._names)
        return None

    def _tails(self, text: str, separators: frozenset[str]) -> Iterator[str]:
        """The heading without one, two ... groups before it."""
        for found in _SEPARATOR.finditer(text[:_LONGEST]):
            if found.group().strip() in separators or self._ends_with_group(text[: found.start()]):
                yield text[found.end() :]
        folded = fold(text)
        for group in self._words.groups:
            name = group.replace(" ", "_")
            if folded.startswith(f"{name}_"):
                yield folded[len(name) :].strip("_ ")

    def _ends_with_group(self, before: str) -> bool:
        """Whether what stands before a sign is a group of ours, alone or behind others. A group may have signs too."""
        starts = (0, *(found.end() for found in _SEPARATOR.finditer(before)))
        return any(self._key(before[start:]) in self._words.groups for start in starts)

    def _keys_of_several(self) -> Iterator[tuple[str, Question]]:
        several = [each for each in self.form.questions if each.type.takes_many and each.choices]
        keys = {key: each for each in several for key, name in self.table.items() if name == each.name}
        yield from sorted(keys.items(), key=lambda item: -len(item[0]))

    def _answers(self, question: Question) -> dict[str, str]:
        """Every way to write an answer behind a question -> its code. Reasons why there is none are among them."""
        written = spellings_of_answers(question.choices) if question.choices else {}
        known = {str(each): str(each) for each in Missing} | written
        return {**self._words.reasons, **{self._key(text): code for text, code in known.items()}}


def _begins_as_a_programs(text: str) -> bool:
    """Kobo's `_status` is not our `status`; a group of our own form before a question is no such beginning."""
    return is_system_column(text) and not is_for_itself(text)
