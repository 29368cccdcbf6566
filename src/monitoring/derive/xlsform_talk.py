"""The part of a form for the telephone that makes a talk with a survivor safe: agreement, setting, stopping, referral.

It collects what decides whether a question may be put, under names of its own, and stores none of it among the answers.
"""

from dataclasses import dataclass

from monitoring.derive.xlsform_answers import Answer
from monitoring.derive.xlsform_expressions import Translator
from monitoring.derive.xlsform_lists import GO_ON, YES_NO
from monitoring.derive.xlsform_names import HELPER
from monitoring.derive.xlsform_questions import Limit
from monitoring.derive.xlsform_row import SurveyRow
from monitoring.derive.xlsform_words import said
from monitoring.derive.xpath_truth import FALSE, TRUE, both, either
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Question, Who, Words
from monitoring.domain.interview import Interview

_ADULT, _ABLE = 18, 9
AGE, TALK, ADULT, ALLOWED = (f"{HELPER}{name}" for name in ("age_group", "talk", "adult", "sensitive_allowed"))
_MET, _AGREED, _GUARDIAN = (f"{HELPER}{name}" for name in ("met", "agreed", "guardian"))


def yes(name: str) -> str:
    return f"${{{name}}} = 'yes'"


def stop(domain: str) -> str:
    """The name of the question that ends the group of a domain."""
    return f"{HELPER}go_on_{domain}"


@dataclass(frozen=True, slots=True)
class Talk:
    """One form's talk. `answers` are the form's, as its conditions speak of them."""

    catalogue: Catalogue
    form: Form
    declared: Interview
    answers: dict[str, Answer]
    referral: Words

    @property
    def domains(self) -> tuple[str, ...]:
        """Of the questions put to the survivor, in the form's order."""
        return tuple(
            dict.fromkeys(each.domain or "other" for each in self.form.questions if each.asked_of == "survivor")
        )

    def agreement(self, own: list[SurveyRow]) -> list[SurveyRow]:
        """Whether the person is here, old enough and willing. `own` are the form's own questions about consent."""
        here = yes(_MET) if self.declared.outcome else ""
        ages = self._ages()
        rows = [
            *([SurveyRow(f"select_one {YES_NO}", _MET, said("met"), required=True)] if here else []),
            SurveyRow(f"select_one {ages[0]}", AGE, said("age"), said("age_hint"), required=True, relevant=here),
            SurveyRow("note", f"{HELPER}too_young", said("too_young"), relevant=self._aged(0, _ABLE)),
            SurveyRow(f"select_one {YES_NO}", _GUARDIAN, said("guardian"), said("guardian_hint"), required=True,
                      relevant=self._aged(_ABLE, _ADULT)),
            SurveyRow("note", f"{HELPER}what_happens", said("what_happens"), relevant=here),
            *own,
        ]  # fmt: skip
        if self.declared.outcome:
            willing = f"select_one {YES_NO}"
            rows.append(SurveyRow(willing, _AGREED, said("agreed"), said("agreed_hint"), required=True, relevant=here))
        return [
            *rows,
            SurveyRow("calculate", ADULT, calculation=f"if({self._aged(_ADULT, 999)}, 'yes', 'no')"),
            SurveyRow("calculate", TALK, calculation=f"if({self._may_talk()}, 'yes', 'no')"),
        ]

    def gate(self) -> list[SurveyRow]:
        """Whether sensitive questions may be put: the declared setting, and an adult."""
        if self.declared.sensitive_if is None:
            return []
        allowed = both(self._when(self.declared.sensitive_if, "sensitive_if"), yes(ADULT))
        note = SurveyRow(
            "note", f"{HELPER}not_allowed", said("not_allowed"), relevant=both(yes(TALK), f"${{{ALLOWED}}} = 'no'")
        )
        return [SurveyRow("calculate", ALLOWED, calculation=f"if({allowed}, 'yes', 'no')"), note]

    def asked_of(self, question: Question) -> str:
        """XPath: the question is meant for this person and this round."""
        meant = {Who.ADULTS: yes(ADULT), Who.CHILDREN: f"${{{ADULT}}} = 'no'"}.get(question.who, TRUE)
        months = [str(each.months) for each in self.catalogue.rounds if each.extended]
        if question.core or "round" not in self.answers:
            return meant
        return both(meant, either(*(f"${{round}} = '{month}'" for month in months)))

    def reached(self, domain: str) -> str:
        """XPath: the talk is held and was not stopped before the domain's group."""
        earlier = self.domains[: self.domains.index(domain)]
        return both(yes(TALK), *(f"${{{stop(each)}}} != 'stop'" for each in earlier))

    def stopping(self, domain: str) -> SurveyRow:
        """The last question of a group: go on, or stop here."""
        last = domain == self.domains[-1]
        return SurveyRow(
            f"select_one {GO_ON}", stop(domain), said("go_on_last" if last else "go_on_next"), said("go_on_hint"),
            default="go_on",
        )  # fmt: skip

    def sensitive(self, row: SurveyRow, question: Question) -> list[SurveyRow]:
        """The question under a name of its own, its answer or that it was not asked, and what to do after a yes."""
        own = f"{HELPER}{question.name}"
        put = SurveyRow(
            row.type, own, row.label, row.hint, relevant=both(row.relevant or TRUE, yes(ALLOWED)),
            constraint=row.constraint, message=row.message, appearance=row.appearance,
        )  # fmt: skip
        stored = f"if({yes(ALLOWED)}, ${{{own}}}, 'not_asked')"
        rows = [put, SurveyRow("calculate", question.name, calculation=stored, relevant=row.relevant)]
        told = self._told(question)
        return (
            [*rows, SurveyRow("note", f"{own}_referral", said("refer", path=self.referral), relevant=told)]
            if told != FALSE
            else rows
        )

    def outcome(self, row: SurveyRow) -> SurveyRow:
        """What came of the contact: proposed, and held to what was noted before."""
        codes, stopped = self.declared.outcomes, self._stopped()
        whole = f"if({stopped}, '{codes['partly']}', '{codes['whole']}')"
        proposed = f"if(${{{_AGREED}}} = 'no', '{codes['declined']}', if({self._may_talk()}, {whole}, ''))"
        triggers = (_MET, AGE, _GUARDIAN, _AGREED, *map(stop, self.domains))
        return SurveyRow(
            row.type, row.name, row.label, row.hint, required=True, constraint=row.constraint, message=row.message,
            calculation=proposed, trigger=", ".join(f"${{{name}}}" for name in triggers), appearance=row.appearance,
        )  # fmt: skip

    def outcome_limit(self) -> Limit:
        """Answers stand only beside an interview, and an interview beside a talk."""
        answer = self.answers[self.declared.outcome or ""]
        own = {**self.answers, self.declared.outcome or "": Answer(".", answer.type, answer.reasons)}
        held = Translator(own, {}, f"forms/{self.form.name}.toml", "interview.held_if").condition(self.declared.held_if)
        return Limit(f"({held.true}) = ({yes(TALK)})", said("outcome"))

    def stopped_early(self, question: Question) -> SurveyRow:
        """Computed: whether somebody chose to stop."""
        whole = f"if({yes(TALK)}, if({self._stopped()}, 'yes', 'no'), '')"
        return SurveyRow("calculate", question.name, calculation=whole)

    def _stopped(self) -> str:
        return either(*(f"${{{stop(each)}}} = 'stop'" for each in self.domains))

    def _may_talk(self) -> str:
        agreed = (
            both(yes(_MET), yes(_AGREED)) if self.declared.outcome else self._when(self.declared.held_if, "held_if")
        )
        with_guardian = both(self._aged(_ABLE, _ADULT), yes(_GUARDIAN))
        return both(agreed, either(self._aged(_ADULT, 999), with_guardian))

    def _told(self, question: Question) -> str:
        """XPath: the person told of harm in answer to this question, whatever else they told."""
        if self.declared.disclosed_if is None:
            return yes(question.name)
        silent = {each.name for each in self.form.questions if each.sensitive and each.name != question.name}
        derived = dict.fromkeys(silent, "null")
        alone = {name: answer for name, answer in self.answers.items() if name not in silent}
        place = (f"forms/{self.form.name}.toml", "interview.disclosed_if")
        return Translator(alone, derived, *place).condition(self.declared.disclosed_if).true

    def _when(self, text: str, key: str) -> str:
        return Translator(self.answers, {}, f"forms/{self.form.name}.toml", f"interview.{key}").condition(text).true

    def _ages(self) -> tuple[str, tuple[str, ...]]:
        """The list of age groups and its codes, each of which begins with its youngest age."""
        groups = self.catalogue.question("survivors", "age_band").choices
        assert groups is not None
        return groups.name, groups.codes

    def _aged(self, least: int, below: int) -> str:
        codes = (code for code in self._ages()[1] if least <= int(code.rstrip("+").split("-")[0]) < below)
        return either(*(f"${{{AGE}}} = '{code}'" for code in codes))
