"""An expression in words, with the questions' and answers' own labels: so that words and formula can never disagree.

What has no words here is given as the expression itself: a reader loses comfort, never truth.
"""

from dataclasses import dataclass
from typing import Any

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.derived import Derived
from monitoring.domain.form import Question, QuestionType, Words
from monitoring.words import has, say

_COMPARED = {"GT": "more", "LT": "less", "GTE": "at_least", "LTE": "at_most", "EQ": "equal", "NEQ": "not_equal"}
_RECKONED = {"Add": "plus", "Sub": "minus", "Mul": "times", "Div": "divided"}


def in_words(words: Words, language: str) -> str:
    """The text in the language, or in English where it has none."""
    return words.get(language) or words.get("en", "")


@dataclass(frozen=True, slots=True)
class Names:
    """What the names of an indicator's expressions stand for."""

    questions: dict[str, Question]
    derived: dict[str, Derived]

    @classmethod
    def of(cls, catalogue: Catalogue, form: str) -> "Names":
        """The names of a form and of the survivors' own answers; the form's go first."""
        forms = [catalogue.forms[name] for name in dict.fromkeys(("survivors", form)) if name in catalogue.forms]
        questions = {each.name: each for one in forms for each in one.questions}
        return cls(questions, {each.name: each for one in forms for each in one.derived})

    def label_of(self, name: str, language: str) -> str:
        """The label of a question or a computed column; a name that is neither stands for itself."""
        found = self.questions.get(name) or self.derived.get(name)
        return in_words(found.label, language) if found else name


def formula(expression: str, names: Names, language: str) -> str:
    """The expression as a sentence without its full stop."""
    import sqlglot  # slow to import, and only codebooks are written with it

    if expression.strip().casefold() == "true":
        return say("codebook.formula.everybody", language)
    return _Teller(names, language).tell(sqlglot.parse_one(expression, read="duckdb"))


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells one tree. A method answers None where it has no words for a node."""

    names: Names
    language: str

    def tell(self, node: Any) -> str:
        kind = type(node).__name__
        told = (
            self._joined(node, kind)
            or self._negated(node, kind)
            or self._listed(node, kind)
            or self._compared(node, kind)
            or self._other(node, kind)
        )
        return told or f"`{node.sql(dialect='duckdb')}`"

    def _say(self, key: str, **facts: object) -> str:
        return say(f"codebook.formula.{key}", self.language, **facts)

    def _joined(self, node: Any, kind: str) -> str | None:
        if kind == "Paren":
            return f"({self.tell(node.this)})"
        if kind in ("And", "Or"):
            return self._say(kind.casefold(), left=self.tell(node.this), right=self.tell(node.expression))
        if kind in _RECKONED:
            return self._say(_RECKONED[kind], left=self.value(node.this), right=self.value(node.expression))
        return None

    def _negated(self, node: Any, kind: str) -> str | None:
        if kind == "Is":
            return self._say("unanswered", name=self.value(node.this))
        if kind != "Not":
            return None
        inner = node.this.unnest()
        match type(inner).__name__:
            case "Is":
                return self._say("answered", name=self.value(inner.this))
            case "In":
                return self._say("none_of", name=self.value(inner.this), answers=self._answers(inner))
        return self._say("not", what=self.tell(node.this))

    def _listed(self, node: Any, kind: str) -> str | None:
        if kind == "In":
            return self._say("one_of", name=self.value(node.this), answers=self._answers(node))
        if kind == "Between":
            low, high = self.value(node.args["low"]), self.value(node.args["high"])
            return self._say("between", name=self.value(node.this), low=low, high=high)
        return None

    def _compared(self, node: Any, kind: str) -> str | None:
        if kind not in _COMPARED:
            return None
        left, right = node.this, node.expression
        if kind in ("EQ", "NEQ") and type(right).__name__ == "Literal" and right.is_string:
            key = "is" if kind == "EQ" else "is_not"
            return self._say(key, name=self.value(left), answer=self._answer(left, right.name))
        return self._say(_COMPARED[kind], left=self.value(left), right=self.value(right))

    def _other(self, node: Any, kind: str) -> str | None:
        if kind == "Column":
            return self._condition(node.name)
        if kind == "Interval":
            return self._say("days", count=node.this.name)
        if kind == "Case":
            return self._case(node)
        return self._coalesced(node, kind)

    def _case(self, node: Any) -> str:
        cases = [
            self._say("case", condition=self.tell(each.this), value=self.value(each.args["true"]))
            for each in node.args["ifs"]
        ]
        default = node.args.get("default")
        return f"({'; '.join([*cases, *([self._say('else', value=self.value(default))] if default else [])])})"

    def _coalesced(self, node: Any, kind: str) -> str | None:
        if kind != "Coalesce":
            return None
        if [type(each).__name__ for each in node.expressions] == ["Literal"] and node.expressions[0].is_string:
            answer = self._answer(node.this, node.expressions[0].name)
            return self._say("silence_is", what=self.value(node.this), answer=answer)
        if kind == "Coalesce" and [type(each).__name__ for each in node.expressions] == ["Boolean"]:
            key = "silence_is_yes" if node.expressions[0].this else "silence_is_no"
            return self._say(key, what=self.tell(node.this))
        return None

    def _condition(self, name: str) -> str:
        """A name that is a condition by itself."""
        question, sign, code = name.partition("__")
        if sign and (asked := self.names.questions.get(question)) is not None and code != "score":
            return self._say("names", name=self._quoted(asked.label), answer=_label(asked, code, self.language))
        if (asked := self.names.questions.get(name)) is not None and asked.type is QuestionType.YES_NO:
            return self._say("yes", name=self._quoted(asked.label))
        return self._named(name)

    def value(self, node: Any) -> str:
        """A part that stands for an answer or a number."""
        if type(node).__name__ == "Column":
            return self._named(node.name)
        return str(node.name) if type(node).__name__ == "Literal" else self.tell(node)

    def _named(self, name: str) -> str:
        question, sign, part = name.partition("__")
        if (asked := self.names.questions.get(name)) is not None:
            return self._quoted(asked.label)
        if sign and part == "score" and (asked := self.names.questions.get(question)) is not None:
            return self._say("score", name=self._quoted(asked.label))
        if (derived := self.names.derived.get(name)) is not None:
            return self._quoted(derived.label)
        if has(f"codebook.names.{name}", self.language):
            return say(f"codebook.names.{name}", self.language)
        return f"`{name}`"

    def _quoted(self, words: Words) -> str:
        return self._say("quoted", text=in_words(words, self.language).rstrip("."))

    def _answers(self, node: Any) -> str:
        told = [self._answer(node.this, each.name) for each in node.expressions]
        return ", ".join(told)

    def _answer(self, column: Any, code: str) -> str:
        """The label of a code, also where silence is given a code of its own first."""
        column = column.this if type(column).__name__ == "Coalesce" else column
        asked = self.names.questions.get(column.name) if type(column).__name__ == "Column" else None
        return self._say("quoted", text=_label(asked, code, self.language))


def _label(question: Question | None, code: str, language: str) -> str:
    choices = question.choices.choices if question and question.choices else ()
    found = next((each for each in choices if each.code == code), None)
    return in_words(found.label, language) if found else code
