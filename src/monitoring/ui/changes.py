"""Two states of rows side by side on the screen: counts by sheet, changed answers, missing rows. For those who may see.

Answers are fetched when they are looked at, a page at a time, and are in no cache and no link.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial

import streamlit as st

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.comparison import ChangedAnswer, Said, Value
from monitoring.domain.form import Form, Question, QuestionType
from monitoring.domain.people import Actor
from monitoring.domain.submission import Changes
from monitoring.services import compare_hand_ins
from monitoring.services.compare_hand_ins import ROWS_A_PAGE, Sides
from monitoring.services.house import House
from monitoring.ui import labels, numbers, tables
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say, spoken

SHOWN_AT_ONCE = 30
"""Rows that are shown without being asked for; more cost a moment, and most people want the counts."""

COUNTS = ("new", "changed", "unchanged", "missing")


def by_sheet(catalogue: Catalogue, found: Mapping[str, Changes]) -> None:
    """New, changed, the same and missing rows of each sheet that has any."""
    listed = [(catalogue.forms[name], each) for name, each in found.items() if each != Changes()]
    if not listed:
        st.caption(say("hand_ins.changes.none"))
        return
    heads = {name: say(f"hand_ins.changes.{name}") for name in COUNTS}
    columns = {
        say("hand_ins.changes.sheet"): [for_markdown(labels.text_of(form.label, spoken())) for form, _ in listed]
    }
    columns |= {heads[name]: [numbers.count(getattr(each, name)) for _, each in listed] for name in COUNTS}
    tables.aligned(columns, right=set(heads.values()), alt=say("hand_ins.changes.by_sheet"))


def answers(actor: Actor, house: House, sides: Sides, found: Mapping[str, Changes]) -> None:
    """Old and new answers of the changed rows, then the missing rows, sheet by sheet."""
    for name, each in found.items():
        form = house.catalogue.forms[name]
        if each.changed and _is_wanted(form, "changed", each.changed):
            _left_out(each.changed - _changed(actor, house, sides, form))
        if each.missing and _is_wanted(form, "missing", each.missing):
            _left_out(each.missing - _missing(actor, house, sides, form))


def _is_wanted(form: Form, what: str, number: int) -> bool:
    key = f"hand_ins.changes.{what}_title" + ("_one" if number == 1 else "")
    what = labels.lowered(say(key, n=numbers.count(number)))
    title = say("hand_ins.changes.of_sheet", sheet=labels.text_of(form.label, spoken()), what=what)
    st.markdown(f"### {title}", anchors=False)
    return number <= SHOWN_AT_ONCE or st.toggle(say("hand_ins.changes.show"), key=f"show_{what}_{form.name}")


def _changed(actor: Actor, house: House, sides: Sides, form: Form) -> int:
    """How many changed rows there are to look at."""
    show = partial(compare_hand_ins.changed_rows, actor, house, sides, form.name)
    found = show()
    page = _page(f"changed_{form.name}", found.total)
    found = found if page == 1 else show(page=page)
    lines = [(row.key, answer) for row in found.rows for answer in row.answers]
    if lines:
        questions = [form.question(answer.question) for _, answer in lines]
        columns = {
            say("hand_ins.changes.row"): [_key(form, key, house.catalogue) for key, _ in lines],
            say("hand_ins.changes.question"): [
                for_markdown(labels.text_of(q.label, spoken())) if q else "" for q in questions
            ],
            say("hand_ins.changes.before"): [
                _side(form, answer, answer.before, house.catalogue) for _, answer in lines
            ],
            say("hand_ins.changes.now"): [
                f"**{_side(form, answer, answer.after, house.catalogue)}**" for _, answer in lines
            ],
        }
        tables.plain(columns, alt=labels.text_of(form.label, spoken()))
    return found.total


def _missing(actor: Actor, house: House, sides: Sides, form: Form) -> int:
    """How many missing rows there are to look at."""
    show = partial(compare_hand_ins.missing_keys, actor, house, sides, form.name)
    found = show()
    page = _page(f"missing_{form.name}", found.total)
    found = found if page == 1 else show(page=page)
    if found.keys:
        rows = [_key(form, key, house.catalogue) for key in found.keys]
        tables.plain({say("hand_ins.changes.row"): rows}, alt=labels.text_of(form.label, spoken()))
    return found.total


def _left_out(number: int) -> None:
    """People whose consent to the record has ended are counted, and not shown."""
    if number > 0:
        st.caption(say("hand_ins.changes.left_out", n=numbers.count(number)))


def _page(key: str, total: int) -> int:
    pages = -(-total // ROWS_A_PAGE)
    return st.pagination(pages, key=f"page_{key}", max_visible_pages=5) if pages > 1 else 1


def _key(form: Form, key: Mapping[str, Value], catalogue: Catalogue) -> str:
    parts = [in_words(form.question(name), value, catalogue) for name, value in key.items() if value is not None]
    return " · ".join(parts)


def _side(form: Form, answer: ChangedAnswer, said: Said | None, catalogue: Catalogue) -> str:
    if said is None:
        return say("hand_ins.changes.not_shown")
    why = catalogue.missing.labels.get(said.missing or "")
    if said.value is None and why is not None:
        return for_markdown(labels.text_of(why, spoken()))
    return in_words(form.question(answer.question), said.value, catalogue)


def in_words(question: Question | None, value: Value, catalogue: Catalogue) -> str:
    """An answer as people read it, safe in Markdown; a blank is said to be one."""
    if value is None or value == "":
        return say("hand_ins.changes.blank")
    if isinstance(value, bool):
        return say(f"hand_ins.changes.{'yes' if value else 'no'}")
    if isinstance(value, date):
        return numbers.day(value, spoken())
    if isinstance(value, int):
        return numbers.count(value)
    if question is None or question.choices is None:
        return for_markdown(value)
    of = {each.code: labels.text_of(each.label, spoken()) for each in question.choices.choices}
    codes = value.split() if question.type in (QuestionType.SEVERAL, QuestionType.RANKED) else [value]
    return for_markdown(", ".join(of.get(code, code) for code in codes))
