"""Every text of the declarations that people read, with its place, so that languages can be checked and counted.

It holds no sentences of the interface: those are `words/`. Names that a standard supplies (countries) are left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from monitoring.declarations.profile_words import words_of
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import ChoiceList, Form, Words
from monitoring.domain.indicator import Indicator


@dataclass(frozen=True, slots=True)
class DeclaredText:
    """One text in the languages it has, and where it stands."""

    file: str
    key: str
    words: Words

    def missing_in(self, languages: Iterable[str]) -> list[str]:
        """The languages, of those given, that the text does not have."""
        return [language for language in languages if not self.words.get(language, "").strip()]


def declared_words(catalogue: Catalogue) -> Iterator[DeclaredText]:
    """Every text, in the order of the files. One that may be left out (a hint, a caution) only where it is there."""
    for form in catalogue.forms.values():
        yield from _of_form(form)
    for answers in catalogue.choices.values():
        yield from _of_list(answers)
    yield from _of_single_files(catalogue)
    for indicator in catalogue.indicators.values():
        yield from _of_indicator(indicator)


def _of_list(answers: ChoiceList) -> Iterator[DeclaredText]:
    if answers.standard is None:
        for at, choice in enumerate(answers.choices, 1):
            yield DeclaredText(f"choices/{answers.name}.toml", f"choice[{at}].label", choice.label)


def _of_single_files(catalogue: Catalogue) -> Iterator[DeclaredText]:
    for at, each in enumerate(catalogue.rounds, 1):
        yield DeclaredText("rounds.toml", f"round[{at}].label", each.label)
    for domain in catalogue.domains.values():
        yield DeclaredText("domains.toml", f"{domain.id}.label", domain.label)
        yield DeclaredText("domains.toml", f"{domain.id}.question", domain.question)
    for code, label in catalogue.missing.labels.items():
        yield DeclaredText("missing.toml", f"{code}.label", label)
    for kind, outcomes in (("core", catalogue.mscos), ("long_list", catalogue.long_list)):
        for name, words in outcomes.items():
            yield DeclaredText("mscos.toml", f"{kind}.{name}", words)
    for at, table in enumerate(catalogue.releases.tables, 1):
        yield DeclaredText("releases.toml", f"table[{at}].label", table.label)
    for at, known in enumerate(catalogue.releases.known_totals, 1):
        yield DeclaredText("releases.toml", f"known_total[{at}].source", known.source)
    for profile in catalogue.profiles.values():
        yield from (DeclaredText(f"profiles/{profile.name}.toml", key, words) for key, words in words_of(profile))


def languages_in(texts: Iterable[DeclaredText]) -> dict[str, int]:
    """Language to how many of the texts have it, the most complete first."""
    counted: dict[str, int] = {}
    for text in texts:
        for language, said in text.words.items():
            counted[language] = counted.get(language, 0) + bool(said.strip())
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _of_form(form: Form) -> Iterator[DeclaredText]:
    file = f"forms/{form.name}.toml"
    yield DeclaredText(file, "label", form.label)
    yield DeclaredText(file, "row_is", form.row_is)
    for question in form.questions:
        yield DeclaredText(file, f"question.{question.name}.label", question.label)
        if question.hint:
            yield DeclaredText(file, f"question.{question.name}.hint", question.hint)
    for at, derived in enumerate(form.derived, 1):
        yield DeclaredText(file, f"derived[{at}].label", derived.label)


def _of_indicator(indicator: Indicator) -> Iterator[DeclaredText]:
    file = indicator.declared_in or f"{indicator.domain}/{indicator.id}.toml"
    yield DeclaredText(file, "label", indicator.label)
    yield DeclaredText(file, "finding", indicator.finding)
    yield DeclaredText(file, "description", indicator.description)
    if indicator.caution:
        yield DeclaredText(file, "caution", indicator.caution)
    if indicator.family:
        yield DeclaredText(file, "for_each.title", indicator.family)
    for at, change in enumerate(indicator.changes, 1):
        yield DeclaredText(file, f"changes[{at}].what", change.what)
