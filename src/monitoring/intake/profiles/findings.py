"""What a profile says of a file as a whole: columns left out and why, and what our form still needs. Each once."""

from collections.abc import Iterable, Iterator, Mapping

from monitoring.domain.form import Form, Question, Words
from monitoring.domain.problem import Level, Problem
from monitoring.domain.profile import Profile, ProfileColumn
from monitoring.intake.addresses import letters
from monitoring.intake.findings import SheetUnderCheck
from monitoring.intake.profiles.in_our_words import allowed_of
from monitoring.intake.profiles.layout import Layout


def in_language(words: Words, language: str) -> str:
    return words.get(language) or words["en"]


def of_headings(layout: Layout, profile: Profile, mapped: Iterable[str]) -> Iterator[Problem]:
    """Headings that nobody knows, that stand twice, or that say two things. A heading is named by its letters only."""
    sheet, row, needed = layout.sheet.name, layout.sheet.rows[layout.top], set(mapped)

    def problem(code: str, level: Level, at: int, near: str | None = None) -> Problem:
        facts = (("letters", letters(at)),)
        return Problem(code, level, sheet, f"{letters(at)}{row}", facts=facts, suggestion=near)

    for at, near in layout.unknown.items():
        yield problem("unknown_column", Level.WARNING, at, near)
    for at, name in layout.repeated.items():
        yield problem("duplicate_heading", Level.ERROR if name in needed else Level.WARNING, at)
    yield from (problem("headings_disagree", Level.WARNING, at) for at in layout.disagree)
    if profile.reason_of_nameless is None:
        yield from (problem("column_without_heading", Level.WARNING, at) for at in layout.nameless)


def of_left_out(present: Iterable[str], profile: Profile, sheet: str, language: str) -> Iterator[Problem]:
    """One warning a reason: the columns of the file that have no place with us."""
    here = set(present)
    for group in profile.not_mapped:
        columns = [names[0] for names in group.columns if names[0] in here]
        if columns:
            facts = (("columns", ", ".join(columns)), ("reason", in_language(group.reason, language)))
            yield Problem("columns_not_mapped", Level.WARNING, sheet, facts=facts)


def of_form(
    form: Form, filled: Iterable[str], profile: Profile, sheet: str, country: str | None, language: str
) -> Iterator[Problem]:
    """What our form requires and the file has not: once a column, never once a row."""
    there = set(filled) | ({"country"} if country else set())
    for question in form.questions:
        if question.required and question.name not in there:
            code = "country_needed" if question.name == "country" else "column_needed"
            yield _needed(code, Level.ERROR, question, profile, sheet, language)


def of_birth(columns: Iterable[str], filled: Iterable[str], profile: Profile, sheet: str) -> Iterator[Problem]:
    """Birth dates that say nothing, for the day on which age is counted is not in the file."""
    here, there = set(columns), set(filled)
    for column in profile.columns:
        if column.on and column.name in here and column.on not in there:
            facts = (("label", column.name), ("day", column.on))
            yield Problem("age_needs_a_day", Level.WARNING, sheet, column=column.name, facts=facts)


def absent_once(check: SheetUnderCheck, profile: Profile) -> Iterator[Problem]:
    """Takes out what the rules say of columns that the file does not have, row by row, and says it once a column."""
    absent = [finding for finding in check.findings if finding.column not in check.letters]
    check.findings = [finding for finding in check.findings if finding not in absent]
    for name in dict.fromkeys(finding.column for finding in absent):
        question = check.form.question(name)
        if question:
            worst = [finding.level for finding in absent if finding.column == name]
            level = Level.ERROR if Level.ERROR in worst else Level.WARNING
            yield _needed("column_wanted", level, question, profile, check.sheet, check.language)


def _needed(code: str, level: Level, question: Question, profile: Profile, sheet: str, language: str) -> Problem:
    facts = (("label", in_language(question.label, language)), ("instrument", in_language(profile.label, language)))
    return Problem(code, level, sheet, column=question.name, facts=facts)


def named_as_uploaded(problem: Problem, behind: Mapping[str, ProfileColumn]) -> Problem:
    """A problem of one of our questions, told of the column that stands behind it, with the instrument's answers."""
    column = behind.get(problem.column or "")
    if column is None or problem.cell is None:
        return problem
    facts = {**dict(problem.facts), "label": column.name}
    if column.answers:
        facts["allowed"] = allowed_of(column)
    return Problem(problem.code, problem.level, problem.sheet, problem.cell, column.name, tuple(facts.items()))
