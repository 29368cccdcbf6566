"""All that is declared, together: forms, answer lists, rounds, domains and indicators, looked up by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from monitoring.domain.export import ExportPlan
from monitoring.domain.form import ChoiceList, Form, Question, Words
from monitoring.domain.hand_in_rules import HandInRules
from monitoring.domain.indicator import Indicator
from monitoring.domain.limits import Limit
from monitoring.domain.profile import Profile
from monitoring.domain.release_plan import ReleasePlan
from monitoring.domain.results_framework import IatiPlan
from monitoring.domain.rounds import Round


@dataclass(frozen=True, slots=True)
class OutcomeDomain:
    """A side of life after return: housing, income, stigma, wellbeing, safety, ..."""

    id: str
    label: Words
    question: Words  # what its page answers
    order: int


@dataclass(frozen=True, slots=True)
class MissingWords:
    """How a missing answer may be written in a cell, in any language, lower case."""

    spellings: Mapping[str, str]  # spelling -> Missing code
    labels: Mapping[str, Words]
    blanks: tuple[str, ...] = ()  # what is written for nothing at all, such as a dash
    numbers: tuple[str, ...] = ()  # numbers for a missing answer, such as -99, whose reason each office knows alone


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything declared under `indicators/`, checked. `fingerprint` changes with any of it."""

    forms: Mapping[str, Form]
    choices: Mapping[str, ChoiceList]
    rounds: tuple[Round, ...]
    domains: Mapping[str, OutcomeDomain]
    indicators: Mapping[str, Indicator]
    limits: Mapping[str, Limit]
    missing: MissingWords
    mscos: Mapping[str, Words]  # the seven core outcomes for adults
    long_list: Mapping[str, Words]  # the ten domains of the set's long-list
    profiles: Mapping[str, Profile]  # other instruments, by name
    fingerprint: str
    hand_ins: HandInRules = field(default_factory=HandInRules)  # what is expected of offices
    releases: ReleasePlan = field(default_factory=ReleasePlan)  # what may leave the house
    exports: ExportPlan = field(default_factory=ExportPlan)  # which rows analysts may be given
    iati: IatiPlan = field(default_factory=IatiPlan)  # who publishes results about which activity

    def question(self, form: str, name: str) -> Question:
        """Raises KeyError for a form or a question that is not declared."""
        found = self.forms[form].question(name)
        if found is None:
            raise KeyError(name)
        return found

    @property
    def referred_to(self) -> tuple[str, ...]:
        """The forms whose codes other forms name: rows of theirs, once handed in, stay good for later workbooks."""
        named = {question.refers_to for form in self.forms.values() for question in form.questions}
        return tuple(name for name in self.forms if name in named)

    def indicators_of(self, domain: str) -> tuple[Indicator, ...]:
        """The domain's indicators, in the order in which its page shows them."""
        mine = (each for each in self.indicators.values() if each.domain == domain)
        return tuple(sorted(mine, key=lambda each: (each.order, each.id)))

    def headline(self, domain: str) -> Indicator:
        """The indicator that stands for the domain on the overview."""
        mine = self.indicators_of(domain)
        return next((each for each in mine if each.headline), mine[0])

    def round(self, months: int) -> Round:
        return next(each for each in self.rounds if each.months == months)
