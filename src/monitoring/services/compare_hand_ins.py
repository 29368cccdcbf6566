"""Two states of a country's rows side by side: two hand-ins, or what counted on a day. For those who may see rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from monitoring.domain.comparison import (
    AsOf,
    ChangedAnswer,
    ChangedRow,
    HandedIn,
    PageOfChanges,
    PageOfKeys,
    Said,
)
from monitoring.domain.form import Form
from monitoring.domain.people import Actor, Deed
from monitoring.domain.submission import Changes
from monitoring.services.house import House
from monitoring.services.submissions import NotPossible, one
from monitoring.store.store import Incoming, Side

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook

ROWS_A_PAGE = 10
_SEEN_BY_KEY = ("country", "submission_id", "sheet_row", "missing_answers")


@dataclass(frozen=True, slots=True)
class Sides:
    """What is laid beside what, of one country."""

    country: str
    before: Side
    after: Side


def of_hand_ins(actor: Actor, house: House, before: int, after: int) -> Sides:
    """Two hand-ins of one country. Raises NotAllowed and NotPossible."""
    first, second = (one(actor, house, number) for number in (before, after))
    if first.country != second.country:
        raise NotPossible("not_the_same_country")
    return Sides(first.country, HandedIn(first.id), HandedIn(second.id))


def of_workbook(actor: Actor, house: House, checked: "CheckedWorkbook") -> Sides:
    """What counts now, and a workbook that nobody has handed in yet. Raises NotAllowed."""
    country = checked.country or ""
    actor.must(Deed.HAND_IN, country=country)
    return Sides(country, AsOf(), Incoming(checked.tables))


def counts(actor: Actor, house: House, sides: Sides) -> dict[str, Changes]:
    """What is new, changed, unchanged and missing on the later side, by form; forms that neither side has are left out.

    A form that the later side's workbook did not have at all counts as missing. Raises NotAllowed.
    """
    _must(actor, sides)
    forms = house.catalogue.forms
    with house.store.side_by_side(sides.country, sides.before, sides.after) as beside:
        found = {name: beside.counted(form) for name, form in forms.items()}
    return {name: changes for name, changes in found.items() if changes != Changes()}


def changed_rows(actor: Actor, house: House, sides: Sides, form: str, *, page: int = 1) -> PageOfChanges:
    """A page of a form's changed rows: each question that differs, as it was and as it is. Raises NotAllowed.

    People whose consent to the record has ended are left out; so are answers that the role may not see one by one.
    """
    _must(actor, sides)
    declared = house.catalogue.forms[form]
    with house.store.side_by_side(sides.country, sides.before, sides.after) as beside:
        rows, total = beside.changed(declared, limit=ROWS_A_PAGE, offset=ROWS_A_PAGE * (page - 1))
    return PageOfChanges(tuple(_changed(actor, declared, before, after) for before, after in rows), total)


def missing_keys(actor: Actor, house: House, sides: Sides, form: str, *, page: int = 1) -> PageOfKeys:
    """A page of the keys of a form's rows that the later side does not hold. Raises NotAllowed."""
    _must(actor, sides)
    declared = house.catalogue.forms[form]
    with house.store.side_by_side(sides.country, sides.before, sides.after) as beside:
        keys, total = beside.missing(declared, limit=ROWS_A_PAGE, offset=ROWS_A_PAGE * (page - 1))
    return PageOfKeys(tuple(keys), total)


def _must(actor: Actor, sides: Sides) -> None:
    """Single rows are for a manager and the country's own office, and for nobody else."""
    actor.must(Deed.SEE_SUBMISSIONS, country=sides.country)


def _changed(actor: Actor, form: Form, before: Mapping[str, Any], after: Mapping[str, Any]) -> ChangedRow:
    was, is_now = (_reasons(row["missing_answers"]) for row in (before, after))
    found = []
    for question in form.questions:
        name = question.name
        if name in form.key or name in _SEEN_BY_KEY:
            continue
        sides = Said(before[name], was.get(name)), Said(after[name], is_now.get(name))
        if sides[0] == sides[1]:
            continue
        may_see = question.seen_by is None or actor.role.value in question.seen_by
        found.append(ChangedAnswer(name, *(sides if may_see else (None, None))))
    return ChangedRow({name: after[name] for name in form.key}, tuple(found))


def _reasons(text: str | None) -> dict[str, str]:
    """Question to why it has no answer, out of `question=reason question=reason`."""
    return {name: reason for name, _, reason in (each.partition("=") for each in (text or "").split())}
