"""What must not be true of a row, in a form for the telephone: a limit where an answer can be refused, else a note.

A limit is tried on an answer that is there. What a blank breaks, or is only to be looked at twice, is said in a note
after the last question that it is about. Rules about other rows are left to the check of the workbook, and counted.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from monitoring.derive.xlsform_answers import Answer, answer_of
from monitoring.derive.xlsform_expressions import Translator
from monitoring.derive.xlsform_names import HELPER
from monitoring.derive.xlsform_questions import Limit
from monitoring.derive.xlsform_row import SurveyRow
from monitoring.derive.xlsform_words import LANGUAGES, joined, said
from monitoring.derive.xpath_truth import opposite
from monitoring.domain.form import Form, Question, QuestionType, Rule, Words

_NAME = re.compile(r"\b[a-z][a-z0-9_]*\b")
_QUOTED = re.compile(r"'[^']*'")
_OF_OTHER_ROWS = re.compile(r"\b(survivor__[a-z0-9_]+|days_since_return)\b")


@dataclass(frozen=True, slots=True)
class RulesOnForm:
    """`limits` of questions by name; `notes` with the questions they are about; how many are left to the check."""

    limits: Mapping[str, list[Limit]] = field(default_factory=dict)
    notes: Sequence[tuple[frozenset[str], SurveyRow]] = ()
    left_to_check: int = 0


def rules_on(form: Form, answers: Mapping[str, Answer], derived: Mapping[str, str]) -> RulesOnForm:
    """All rules of the form. Raises NotInXPath for one that could stand on the form and cannot be translated."""
    limits: dict[str, list[Limit]] = {}
    notes: list[tuple[frozenset[str], SurveyRow]] = []
    left = 0
    for at, rule in enumerate(form.rules, 1):
        place = (f"forms/{form.name}.toml", f"rule[{at}].broken_if")
        if _OF_OTHER_ROWS.search(rule.broken_if):
            left += 1
        elif rule.level == "error" and _can_be_refused(rule, form):
            own = {**answers, rule.column: answer_of(_question(form, rule.column), ".")}
            broken = Translator(own, derived, *place).condition(rule.broken_if).true
            limits.setdefault(rule.column, []).append(Limit(opposite(broken), _message(rule, form)))
        else:
            broken = Translator(answers, derived, *place).condition(rule.broken_if).true
            note = SurveyRow("note", f"{HELPER}rule_{at}", _message(rule, form), relevant=broken)
            notes.append((frozenset({rule.column, *_names(rule, form)}), note))
    return RulesOnForm(limits, notes, left)


def with_notes(rows: list[SurveyRow], notes: Sequence[tuple[frozenset[str], SurveyRow]]) -> list[SurveyRow]:
    """The rows with each note after the last row that it is about."""
    placed = list(rows)
    for about, note in notes:
        last = max(at for at, row in enumerate(placed) if row.name in about)
        placed.insert(last + 1, note)
    return placed


def _can_be_refused(rule: Rule, form: Form) -> bool:
    """Whether there is an answer to refuse: somebody types or chooses it, and the rule is not broken by its absence."""
    question = _question(form, rule.column)
    computed = question.sensitive or question.type is QuestionType.RANKED
    stopped = form.interview is not None and form.interview.stopped == rule.column
    return not (computed or stopped or re.search(rf"\b{rule.column} is null\b", rule.broken_if))


def _message(rule: Rule, form: Form) -> Words:
    column = _question(form, rule.column).label
    others = [_question(form, name).label for name in _names(rule, form) if name != rule.column]
    if re.search(rf"\b{rule.column} is null\b", rule.broken_if):
        return said("still_blank", column=column)
    if not others:
        return said("does_not_fit", column=column)
    listed = joined(*({each: f"“{label[each]}”" for each in LANGUAGES} for label in others), by=", ")
    return said("does_not_go_with", column=column, others=listed)


def _names(rule: Rule, form: Form) -> list[str]:
    """The questions that the rule is about, in the form's order."""
    named = set(_NAME.findall(_QUOTED.sub("", rule.broken_if)))
    spoken_of = named | {name.partition("__")[0] for name in named}
    return [name for name in form.names if name in spoken_of]


def _question(form: Form, name: str) -> Question:
    question = form.question(name)
    assert question is not None, name  # the declarations were checked
    return question
