"""Tables of the codebook: answer lists, scores, missing answers, other instruments, outcomes. A heading, then rows."""

from collections.abc import Iterable, Iterator

from monitoring.derive.codebook.coverage import Covered, core_outcomes, long_list
from monitoring.derive.codebook.formula import Names, formula, in_words
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.derived import Derived
from monitoring.domain.form import Form
from monitoring.domain.profile import Profile
from monitoring.words import say

Rows = Iterator[list[str]]


def answer_rows(catalogue: Catalogue, language: str) -> Rows:
    """Every answer of every list; a list that is a whole standard is one row."""
    yield _heads(language, "list", "code", "label", "score")
    for name, answers in catalogue.choices.items():
        if answers.standard:
            yield [name, "", say("codebook.standard", language, standard=answers.standard), ""]
            continue
        for choice in answers.choices:
            score = "" if choice.score is None else f"{choice.score:g}"
            yield [name, choice.code, in_words(choice.label, language), score]


def score_rows(catalogue: Catalogue, language: str) -> Rows:
    """Every computed column: what it is, and how it is made, in words and as declared."""
    yield _heads(language, "name", "label", "sheet", "in_words", "expression")
    for form in catalogue.forms.values():
        for derived in form.derived:
            label = in_words(derived.label, language)
            yield [
                derived.name,
                label,
                in_words(form.label, language),
                derivation(catalogue, form, derived, language),
                declared_as(derived),
            ]


def missing_rows(catalogue: Catalogue, language: str) -> Rows:
    """The reasons for which there may be no answer."""
    yield _heads(language, "code", "label")
    for code, label in catalogue.missing.labels.items():
        yield [code, in_words(label, language)]


def profile_rows(catalogue: Catalogue, language: str) -> Rows:
    """Every column of every other instrument that we know: what it becomes, or why it has no place with us."""
    yield _heads(language, "instrument", "column", "becomes", "how", "remark")
    for profile in catalogue.profiles.values():
        yield from _of_profile(profile, language)


def outcome_rows(catalogue: Catalogue, language: str) -> Rows:
    """Core outcomes and long-list domains, covered by what and by whose answer."""
    yield _heads(language, "set", "outcome", "numbers", "whose")
    for key, outcomes in (("outcomes", core_outcomes(catalogue)), ("long_list", long_list(catalogue))):
        for each in outcomes:
            yield [say(f"codebook.{key}", language), *_of_outcome(each, language)]


def derivation(catalogue: Catalogue, form: Form, derived: Derived, language: str) -> str:
    """How a computed column is made, in words."""
    names = Names.of(catalogue, form.name)
    if derived.mean_of:
        labels = (names.label_of(name, language) for name in derived.mean_of)
        return say("codebook.mean.of", language, names="; ".join(labels), share=f"{derived.answered_share:.0%}")
    return formula(derived.expression, names, language) if derived.expression else ""


def declared_as(derived: Derived) -> str:
    """How a computed column is made, as it stands in its file."""
    if derived.mean_of:
        return f"mean_of {', '.join(derived.mean_of)}"
    return derived.expression or " ".join(derived.expressions)


def _of_profile(profile: Profile, language: str) -> Rows:
    label = in_words(profile.label, language)
    yield [label, "", "", "", in_words(profile.seen, language)]
    for column in profile.columns:
        yield [label, column.name, column.question, str(column.transform), in_words(column.note, language)]
    for constant in profile.constants:
        yield [label, "", constant.question, constant.answer, ""]
    for score in profile.scores:
        yield [label, score.name, in_words(score.label, language), f"{score.minimum:g} – {score.maximum:g}", ""]
    for item in profile.items_in_use:
        yield [label, item.name, in_words(item.label, language), "", ""]
    for group in profile.not_mapped:
        yield [label, ", ".join(names[0] for names in group.columns), "–", "", in_words(group.reason, language)]


def _of_outcome(each: Covered, language: str) -> list[str]:
    whose = ", ".join(say(f"codebook.asked_of.{who}", language) for who in each.whose)
    names = ", ".join(one.id for one in each.indicators) or say("codebook.not_covered", language)
    return [in_words(each.label, language) or say("codebook.no_domain", language), names, whose]


def _heads(language: str, *keys: str) -> list[str]:
    return [say(f"codebook.heads.{key}", language) for key in keys]


def as_lines(rows: Iterable[list[str]]) -> list[str]:
    """The rows as a table of plain text, a heading first."""
    whole = list(rows)
    widths = [max(len(row[at]) for row in whole) for at in range(len(whole[0]))]
    return ["| " + " | ".join(cell.ljust(widths[at]) for at, cell in enumerate(row)) + " |" for row in whole]
