"""The form for a telephone (XLSForm, for KoboToolbox and ODK) of a form of the declarations.

What it collects comes back through the check of workbooks as it is: questions keep their names, answers their codes. It
asks for no telephone number, user name, place or recording, and puts down no hour.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from monitoring.derive.xlsform_answers import Answer, answers_of
from monitoring.derive.xlsform_expressions import Translator
from monitoring.derive.xlsform_names import HELPER
from monitoring.derive.xlsform_questions import Limit, rows_of
from monitoring.derive.xlsform_row import SurveyRow, group
from monitoring.derive.xlsform_rules import RulesOnForm, rules_on, with_notes
from monitoring.derive.xlsform_talk import TALK, Talk, yes
from monitoring.derive.xlsform_words import LANGUAGES, said
from monitoring.derive.xpath_truth import TRUE, both
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.derived import Derived
from monitoring.domain.form import Asked, Form, Question, Words


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an office may choose: whether codes of survivors carry a check character, and its own words on referral."""

    checked: bool = True
    referral: str | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """The survey sheet of one form, and how many of the form's rules are left to the check of the workbook."""

    rows: tuple[SurveyRow, ...]
    rules_left: int

    @property
    def groups(self) -> int:
        return sum(row.type == "begin_group" for row in self.rows)

    @property
    def asked(self) -> int:
        """Questions that somebody answers, the form's own among them."""
        return sum(row.is_asked for row in self.rows)


def survey_of(catalogue: Catalogue, form: Form, wishes: Wishes) -> Survey:
    """The form as a survey. Raises NotInXPath where a condition of the form cannot be translated."""
    answers = answers_of(form)
    derived = {each.name: _expression(each) for each in form.derived if each.expression}
    rules = rules_on(form, answers, derived)
    maker = _Maker(catalogue, form, answers, derived, rules, wishes.checked)
    if form.interview:
        rows = maker.talk_rows(Talk(catalogue, form, form.interview, answers, _referral(wishes)))
    else:
        rows = maker.plain_rows()
    return Survey(tuple(with_notes(rows, rules.notes)), rules.left_to_check)


def _referral(wishes: Wishes) -> Words:
    """Where to refer: the office's own words, in which nothing is to look like a reference to an answer."""
    if not wishes.referral:
        return said("refer_usual")
    return dict.fromkeys(LANGUAGES, wishes.referral.replace("${", "$ {").rstrip(". ") + ".")


def _expression(derived: Derived) -> str:
    """A computed column as one expression, to be put in where it is named."""
    if derived.only_if is None:
        return derived.expression or "null"
    return f"case when {derived.only_if} then {derived.expression} end"


@dataclass(frozen=True, slots=True)
class _Maker:
    """Puts the rows of one form together."""

    catalogue: Catalogue
    form: Form
    answers: Mapping[str, Answer]
    derived: Mapping[str, str]
    rules: RulesOnForm
    checked: bool

    def plain_rows(self) -> list[SurveyRow]:
        """Of a form that is filled in from the file: its questions, in its order."""
        return group(f"{HELPER}record", self.form.label, self._all(self.form.questions))

    def talk_rows(self, talk: Talk) -> list[SurveyRow]:
        """Which contact, agreement, setting, a group a domain, and what is noted when the talk is over."""
        setting = [each for each in self.form.questions if each.name in talk.declared.setting]
        put = [each for each in self.form.questions if each.asked_of == Asked.SURVIVOR]
        begins = min(self.form.names.index(each.name) for each in (*setting, *put))
        opening = [each for each in self.form.questions[:begins] if each not in setting]
        consent = [] if talk.declared.outcome else [each for each in opening if each.name in talk.declared.held_if]
        told = {each.name for each in (*setting, *put, *opening)}
        after = [each for each in self.form.questions if each.name not in told]
        return [
            *group(
                f"{HELPER}contact", said("group.contact"), self._all(each for each in opening if each not in consent)
            ),
            *group(f"{HELPER}consent", said("group.consent"), talk.agreement(self._all(consent))),
            *group(f"{HELPER}setting", said("group.setting"), self._all(setting), yes(TALK), "field-list"),
            *talk.gate(),
            *(row for domain in talk.domains for row in self._domain(talk, domain)),
            *group(f"{HELPER}afterwards", said("group.afterwards"), self._after(talk, after)),
        ]

    def _domain(self, talk: Talk, domain: str) -> list[SurveyRow]:
        rows: list[SurveyRow] = []
        for question in self.form.questions:
            if question.asked_of == Asked.SURVIVOR and (question.domain or "other") == domain:
                made = self._rows(question, talk.asked_of(question))
                rows += talk.sensitive(made[-1], question) if question.sensitive else made
        label = self.catalogue.domains[domain].label if domain in self.catalogue.domains else self.form.label
        return group(f"{HELPER}{domain}", label, [*rows, talk.stopping(domain)], talk.reached(domain))

    def _after(self, talk: Talk, questions: Iterable[Question]) -> list[SurveyRow]:
        rows: list[SurveyRow] = []
        for question in questions:
            if question.name == talk.declared.stopped:
                rows.append(talk.stopped_early(question))
            elif question.name == talk.declared.outcome:
                rows += [talk.outcome(row) for row in self._rows(question, more=[talk.outcome_limit()])]
            else:
                rows += self._rows(question, yes(TALK) if question.name in talk.declared.ending else TRUE)
        return rows

    def _all(self, questions: Iterable[Question]) -> list[SurveyRow]:
        return [row for question in questions for row in self._rows(question)]

    def _rows(self, question: Question, meant: str = TRUE, more: Iterable[Limit] = ()) -> list[SurveyRow]:
        asked = TRUE
        if question.asked_if:
            place = (f"forms/{self.form.name}.toml", f"question.{question.name}.asked_if")
            asked = Translator(self.answers, self.derived, *place).condition(question.asked_if).true
        relevant = whole if (whole := both(meant, asked)) != TRUE else ""
        limits = [*self.rules.limits.get(question.name, ()), *more]
        return rows_of(question, self.form, relevant, checked=self.checked, more=limits)
