"""Invented rows of one country's hand-in, column by column, as an office would type them. Nobody of them ever lived."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import polars as pl

from monitoring.derive.answer_parts import has_answer
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Question, QuestionType

TODAY = date(2026, 6, 1)
"""The day on which the workbooks are handed in."""

COUNTRY = "MD"
PROVIDER = "MD-BENCH"
CONTACTS_EACH = 6
"""Rounds 0, 3, 6, 12, 18 and 24: everybody came home long enough ago."""

BLANK = 0.05
"""Of the optional cells that could be filled; with what was not asked, about a third of them are blank."""

SAID_NOTHING = 0.03
REASONS = ("dont_know", "prefer_not_to_say")
INTERVIEWED = ("interviewed", "partly_interviewed")
STATUSES = (*["interviewed"] * 17, "partly_interviewed", "not_reached", "declined_this_time", "not_attempted")

Cell = str | bool | int | date | None
Columns = dict[str, list[Cell]]
"""One form's cells: question to one cell a row. A missing answer with a reason is the reason's code."""


def invented_rows(catalogue: Catalogue, follow_ups: int, seed: int = 7) -> dict[str, Columns]:
    """A country's forms with so many follow-ups and a sixth as many survivors. The same seed, the same rows."""
    dice = Random(seed)
    survivors = _survivors(catalogue.forms["survivors"], -(-follow_ups // CONTACTS_EACH), dice)
    return {
        "survivors": survivors,
        "follow_ups": _follow_ups(catalogue, survivors, follow_ups, dice),
        "providers": _providers(catalogue.forms["providers"], dice),
    }


def _providers(form: Form, dice: Random) -> Columns:
    named: Columns = {"provider_id": [PROVIDER], "provider_name": ["An invented provider"], "country": [COUNTRY]}
    return _filled(form, {**named, "last_verified_on": [TODAY]}, 1, dice)


def _survivors(form: Form, count: int, dice: Random) -> Columns:
    returned: list[Cell] = [date(2020, 1, 1) + timedelta(days=dice.randrange(1200)) for _ in range(count)]
    named: Columns = {
        "survivor_id": [f"{COUNTRY}-{number:06}" for number in range(count)],
        "previous_survivor_id": [None] * count,
        "country": [COUNTRY] * count,
        "provider_id": [PROVIDER] * count,
        "age_band": [dice.choice(("18-29", "30-47", "48+")) for _ in range(count)],
        "return_date": returned,
        "plan_date": _later(returned, 20, dice),
        "first_contact_date": _later(returned, 5, dice),
        "consent_record": ["given"] * count,
        "consent_contact": ["given"] * count,
        "consent_date": list(returned),
        "consent_review_on": _later(returned, 400, dice),
        "case_closed_on": _later(returned, 900, dice),
    }
    return _filled(form, named, count, dice)


def _follow_ups(catalogue: Catalogue, survivors: Columns, count: int, dice: Random) -> Columns:
    form, rounds = catalogue.forms["follow_ups"], catalogue.rounds[:CONTACTS_EACH]
    people = zip(survivors["survivor_id"], survivors["return_date"], strict=True)
    contacts = [(person, returned, round_) for person, returned in people for round_ in rounds][:count]
    days: list[Cell] = [
        returned + timedelta(days=round_.target_day + dice.randrange(30))
        for _, returned, round_ in contacts
        if isinstance(returned, date)
    ]
    named: Columns = {
        "survivor_id": [person for person, _, _ in contacts],
        "round": [round_.months for _, _, round_ in contacts],
        "contact_date": days,
        "provider_id": [PROVIDER if dice.random() < 0.2 else None for _ in contacts],
        "status": [dice.choice(STATUSES) for _ in contacts],
        "known_on": list(days),
        "action_on": list(days),
    }
    extended = [round_.extended for _, _, round_ in contacts]
    return _filled(form, named, count, dice, extended)


def _later(days: list[Cell], most: int, dice: Random) -> list[Cell]:
    return [day + timedelta(days=dice.randrange(most)) for day in days if isinstance(day, date)]


def _filled(form: Form, named: Columns, count: int, dice: Random, extended: Sequence[bool] = ()) -> Columns:
    """The named columns, and an answer to every other question that was put, in the form's order."""
    columns: Columns = {}
    talked = [status in INTERVIEWED for status in named.get("status", [])]
    for question in form.questions:
        cells = named.get(question.name) or _answers(question, count, dice)
        if question.asked_if:
            cells = _only(cells, _holds(question.asked_if, form, columns))
        elif question.name not in named and not question.required:
            cells = [None if dice.random() < BLANK else cell for cell in cells]
        of_talk = question.asked_of == "survivor" or question.name in _setting(form)
        if talked and of_talk:
            cells = _only(cells, talked if question.core else [a and b for a, b in zip(talked, extended, strict=True)])
        columns[question.name] = _with_reasons(question, cells, columns, dice)
    return columns


def _only(cells: Sequence[Cell], wanted: Sequence[bool]) -> list[Cell]:
    return [cell if kept else None for cell, kept in zip(cells, wanted, strict=True)]


def _setting(form: Form) -> set[str]:
    """The questions of how the talk went, up to its outcome: left blank where nobody was talked to."""
    names = form.names
    return set(names[names.index("mode") : names.index("status")]) if "mode" in names else set()


def _with_reasons(question: Question, cells: Sequence[Cell], columns: Columns, dice: Random) -> list[Cell]:
    """Some say why they do not answer; a sensitive question is not asked where the setting does not allow it."""
    if question.sensitive:
        setting = zip(*(columns[name] for name in ("private", "asker_trained", "referral_path")), strict=True)
        calm = zip(setting, columns["mode"], columns["interpreter"], cells, strict=True)
        return [
            cell
            if cell is None or (all(yes is True for yes in three) and mode in _FACE_TO_FACE and third in _NO_RELATIVE)
            else "not_asked"
            for three, mode, third, cell in calm
        ]
    if question.asked_of != "survivor" or question.asked_if:
        return list(cells)
    return [dice.choice(REASONS) if cell is not None and dice.random() < SAID_NOTHING else cell for cell in cells]


_FACE_TO_FACE = ("in_person", "self_completed")
_NO_RELATIVE = ("none", "professional")


def _answers(question: Question, count: int, dice: Random) -> list[Cell]:
    codes = question.choices.codes if question.choices else ()
    match question.type:
        case QuestionType.YES_NO:
            return dice.choices([True, False], [6, 4], k=count)
        case QuestionType.WHOLE:
            return dice.choices(range(question.minimum or 0, (question.maximum or 100) + 1), k=count)
        case QuestionType.SEVERAL | QuestionType.RANKED:
            several = [code for code in codes if code != "none"]
            return [" ".join(dice.sample(several, dice.randint(1, 3))) for _ in range(count)]
        case QuestionType.CHOICE:
            return dice.choices(codes, k=count)
        case _:
            return [None] * count


def _holds(condition: str, form: Form, columns: Columns) -> list[bool]:
    """Row by row, whether a declared condition is true of the answers so far."""
    names = re.findall(r"\b[a-z][a-z0-9_]*\b", re.sub(r"'[^']*'", "", condition))
    asked = dict.fromkeys(name.partition("__")[0] for name in names)
    answers = pl.DataFrame({name: [_said(cell) for cell in columns[name]] for name in asked if form.question(name)})
    helpers = {name: pl.sql_expr(has_answer(*name.split("__"))) for name in names if "__" in name}
    holds = answers.with_columns(**helpers).select(pl.sql_expr(condition).fill_null(value=False).alias("holds"))
    return holds["holds"].to_list()


def _said(cell: Cell) -> Cell:
    return None if cell in (*REASONS, "not_asked") else cell
