"""Reads exports.toml: which rows analysts may be given and how people are hidden in them. Without it: none."""

from pathlib import Path
from typing import Any

from monitoring.declarations.toml_files import ProblemList, build, named_tables, open_toml, take_tables
from monitoring.domain.export import PERIODS, Coarser, ExportPlan, Given, HidingRules, QuasiIdentifier
from monitoring.domain.form import Form, QuestionType

FILE = "exports.toml"


def read_export_plan(folder: Path, forms: dict[str, Form], problems: ProblemList) -> ExportPlan:
    """The plan of the folder. Mistakes in it are added to the problems."""
    if not (folder / FILE).exists():
        return ExportPlan()
    table = open_toml(folder / FILE, FILE, problems)
    identifying = _many(QuasiIdentifier, table, "quasi_identifier", problems)
    coarser = _many(Coarser, table, "coarser", problems)
    tables = named_tables(table, FILE, problems)
    known = ("rules", "sensitive", "given")
    for name in tables:
        if name not in known:
            problems.found("unknown_key", FILE, name, known=known, word=name)
    plan = ExportPlan(
        rules=build(HidingRules, tables.get("rules", {}), FILE, "rules", problems) or HidingRules(),
        quasi_identifiers=identifying,
        sensitive=tuple(tables.get("sensitive", {}).get("questions", ())),
        coarser=coarser,
        given=build(Given, tables.get("given", {}), FILE, "given", problems) or Given(),
    )
    _check(plan, forms, problems)
    return plan


def _many(cls: type[Any], table: dict[str, Any], key: str, problems: ProblemList) -> tuple[Any, ...]:
    found = (
        build(cls, each, FILE, f"{key}[{at}]", problems)
        for at, each in enumerate(take_tables(table, key, FILE, problems), 1)
    )
    return tuple(each for each in found if each is not None)


def _check(plan: ExportPlan, forms: dict[str, Form], problems: ProblemList) -> None:
    """Every question is declared, and none is given whose single answers are for other eyes."""
    persons, rounds = forms.get("survivors"), forms.get("follow_ups")
    if persons is None or rounds is None:
        return
    _known(persons, [each.question for each in plan.quasi_identifiers], "quasi_identifier", problems)
    _known(persons, plan.given.of_person, "given.of_person", problems)
    _known(rounds, (*plan.given.of_round, *(each.question for each in plan.coarser)), "given.of_round", problems)
    _known(rounds, plan.sensitive, "sensitive.questions", problems)
    for name in plan.given.scores:
        if name not in (made := [each.name for each in rounds.derived]):
            problems.found("unknown_question", FILE, "given.scores", known=made, word=name)
    for each in plan.quasi_identifiers:
        for period in each.periods:
            if period not in PERIODS:
                problems.found("not_allowed_value", FILE, "quasi_identifier.periods", allowed=", ".join(PERIODS))


def _known(form: Form, names: Any, key: str, problems: ProblemList) -> None:
    for name in names:
        question = form.question(name)
        if question is None:
            problems.found("unknown_question", FILE, key, known=form.names, word=name)
        elif question.sensitive or question.seen_by or question.type in (QuestionType.CODE, QuestionType.TEXT):
            problems.found("not_for_export", FILE, key, word=name)
