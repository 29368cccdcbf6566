"""What stands behind one figure: how much of which hand-in, the statement that counts it, and to a few the rows.

Rows name people by their code. They are given inside one country, to those who see its cases, some at a time; each
look is noted in the log, which names the number and the country and nobody. No row is given of numbers on harm, whose
very denominator may be those who told of it, and none of answers that the role may not see one by one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from monitoring.access.log import Log
from monitoring.derive import rows_behind as derive
from monitoring.derive.meaning import questions_used
from monitoring.derive.query import figures_queries
from monitoring.derive.relations import Sources
from monitoring.domain.figures import FigureRequest
from monitoring.domain.indicator import Indicator
from monitoring.domain.people import Actor, Deed, NotAllowed
from monitoring.domain.refusal import Refusal
from monitoring.domain.submission import SheetOfHandIn
from monitoring.intake.limits import MAX_ROW
from monitoring.services.house import House
from monitoring.services.one_by_one import Where, settled

ROWS_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class HandInBehind:
    """How many rows a figure looks at, and how many it counts, of one hand-in.

    `submission` is None for rounds that came due and that no hand-in tells of, and for all together where the person
    may not see hand-ins.
    """

    submission: int | None
    looked_at: int
    due: int
    interviewed: int
    counted: int


@dataclass(frozen=True, slots=True)
class RowBehind:
    """A row that a figure counts: whom it is about (None: nobody), where it stands, and its part in the figure.

    `cells` are those of the questions that the figure is made of, as far as the hand-in kept where they stood; `sheet`
    is the office's own name for it, or None. `part`: of a share or count 1 or 0, of a mean its number, of a risk None.
    """

    survivor_id: str | None
    submission: int
    form: str
    sheet: str | None
    sheet_row: int
    cells: tuple[str, ...]
    part: float | None


def hand_ins(
    actor: Actor, house: House, indicator: str, where: Where, as_of: date | None = None
) -> tuple[HandInBehind, ...]:
    """The hand-ins behind a figure, oldest first. Raises NotAllowed, ImpossibleRequest, KeyError."""
    declared, narrowed = settled(actor, house, indicator, where, every_round=False)
    sql, parameters = derive.hand_ins_behind(house.catalogue, declared, narrowed, house.looked_at(as_of))
    found = tuple(HandInBehind(*row.values()) for row in house.store.rows(sql, parameters, as_of))
    if actor.may(Deed.SEE_SUBMISSIONS) or not found:
        return found
    counts = (sum(getattr(each, name) for each in found) for name in ("looked_at", "due", "interviewed", "counted"))
    return (HandInBehind(None, *counts),)


def statement_of(actor: Actor, house: House, indicator: str, where: Where, as_of: date | None = None) -> str:
    """The statement that counts the figure, and the values of its parameters. Raises as `hand_ins` does."""
    declared, narrowed = settled(actor, house, indicator, where, every_round=False)
    request = FigureRequest((declared.id,), where=narrowed)
    queries = figures_queries(house.catalogue, request, house.looked_at(as_of), Sources())
    return "\n\n".join("\n".join([each.sql.strip(), "", *_told(each.parameters)]) for each in queries)


def page_of_rows(
    actor: Actor, house: House, indicator: str, where: Where, *, page: int = 1, as_of: date | None = None
) -> tuple[RowBehind, ...]:
    """Some of the rows that a figure counts, in the order of hand-ins and sheets, noted in the log.

    Raises NotAllowed, and Refusal for several countries at once and for a number on harm.
    """
    declared = house.catalogue.indicators[indicator]
    if (refusal := why_no_rows(actor, house, declared, where)) is not None:
        raise refusal
    _, narrowed = settled(actor, house, indicator, where, every_round=False)
    skipped = ROWS_A_PAGE * (page - 1)
    sql, parameters = derive.page_of_rows_behind(
        house.catalogue, declared, narrowed, house.looked_at(as_of), most=ROWS_A_PAGE, skipped=skipped
    )
    rows = house.store.rows(sql, parameters, as_of)
    Log(house.people.file).add(actor.name, "rows_seen", f"{declared.id} {where['country'][0]}")
    sheets = house.store.sheets_of({row["submission_id"] for row in rows})
    return tuple(_placed(house, declared, rows, sheets))


def why_no_rows(actor: Actor, house: House, indicator: Indicator, where: Where) -> Refusal | None:
    """Why this person is given no rows of the indicator; None where they are."""
    countries = where.get("country", ())
    if not actor.may(Deed.SEE_CASES):
        return NotAllowed(Deed.SEE_CASES)
    if len(countries) != 1:
        return Refusal("rows_need_one_country")
    if not actor.covers(countries[0]):
        return NotAllowed(Deed.SEE_CASES, "not_your_country")
    if indicator.is_of_harm:
        return Refusal("rows_of_harm")
    used = questions_used(house.catalogue, indicator)
    if any(question.seen_by is not None and actor.role.value not in question.seen_by for _, question in used):
        return NotAllowed(Deed.SEE_CASES, "rows_not_for_role")
    return None


def _told(parameters: Mapping[str, object]) -> Iterator[str]:
    """Codes and days that somebody chose: no answer is ever a parameter."""
    return (f"-- ${name} = {value}" for name, value in parameters.items())


def _placed(
    house: House,
    indicator: Indicator,
    rows: Sequence[Mapping[str, Any]],
    sheets: Mapping[int, Sequence[SheetOfHandIn]],
) -> Iterator[RowBehind]:
    used = [(form.name, question.name) for form, question in questions_used(house.catalogue, indicator)]
    places = {
        (number, each.form, each.counted_on): each for number, of_hand_in in sheets.items() for each in of_hand_in
    }
    for row in rows:
        form, number = row["form"], row["submission_id"]
        sheets_before, at = divmod(row["sheet_row"] - 1, MAX_ROW)  # rows of a second sheet of the form are counted on
        sheet_row, place = at + 1, places.get((number, form, sheets_before * MAX_ROW))
        letters = [place.columns.get(name) for of, name in used if of == form] if place else []
        yield RowBehind(
            survivor_id=row["survivor_id"],
            submission=number,
            form=form,
            sheet=place.sheet if place else None,
            sheet_row=sheet_row,
            cells=tuple(f"{each}{sheet_row}" for each in letters if each),
            part=row["part"],
        )
