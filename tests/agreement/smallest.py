"""Makes a country in which the two differ as small as it gets: all tries of a turn go to the database at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from cases import Case
from comparison import Asked, Compared, compared

from monitoring.domain.catalogue import Catalogue

TURNS, FEW_FORMS = 60, 2
Compare = Callable[[Sequence[Case], Sequence[Asked]], Compared]


def smallest(
    catalogue: Catalogue, cases: Sequence[Case], found: Compared, *, plain: Catalogue | None = None
) -> tuple[Case, Compared] | None:
    """The first country that differs, with rows and answers taken away as long as it still does; None if none does."""
    first = next((each for each in found.differences if each.group and each.asked.by[0] == "country"), None)
    if first is None:
        return None
    narrow = replace(catalogue, indicators={first.indicator: catalogue.indicators[first.indicator]})

    def differing(tries: Sequence[Case]) -> list[int]:
        result = compared(narrow, tries, [first.asked], plain=plain)
        return sorted({int(str(each.group[0])[1:]) for each in result.differences})

    case = cases[int(str(first.group[0])[1:])]
    for poorer in (_without_rows, _without_answers):
        for _ in range(TURNS):
            tries = list(poorer(catalogue, case))
            still = differing(tries) if tries else []
            if not still:
                break
            case = tries[still[0]]
    return case, compared(narrow, [case], [first.asked], plain=plain)


def _without_rows(_: Catalogue, case: Case) -> Iterator[Case]:
    """All other forms but survivors and one less, then half a form less, then a row: the boldest try first."""
    filled = [form for form, rows in case.rows.items() if rows]
    for kept in filled if len(filled) > FEW_FORMS else ():
        yield replace(
            case, rows={form: rows if form in ("survivors", kept) else [] for form, rows in case.rows.items()}
        )
    for pieces in (1, 2, 4, None):
        for form in filled:
            rows = case.rows[form]
            size = 1 if pieces is None else -(-len(rows) // pieces)
            for at in range(0, len(rows), size):
                yield replace(case, rows={**case.rows, form: [*rows[:at], *rows[at + size :]]})


def _without_answers(catalogue: Catalogue, case: Case) -> Iterator[Case]:
    """All that is no key of a row missing from half of its columns, or from one."""
    for form, rows in case.rows.items():
        for at, row in enumerate(rows):
            given = [name for name, answer in row.items() if answer is not None and name in catalogue.forms[form].names]
            free = [name for name in given if name not in (*catalogue.forms[form].key, "country")]
            halves = [free[: len(free) // 2], free[len(free) // 2 :]]
            for gone in [*(half for half in halves if half), *([name] for name in free if len(free) < SINGLY)]:
                poorer = {**row, **dict.fromkeys(gone)}
                yield replace(case, rows={**case.rows, form: [*rows[:at], poorer, *rows[at + 1 :]]})


SINGLY = 12
"""With fewer answers than this in a row they are taken away one by one."""


def told(case: Case, found: Compared) -> str:
    """The invented rows that remain, and what each side makes of them."""
    lines = [f"hand-in {each.id}: {each.status}" for each in case.hand_ins]
    for form, rows in case.rows.items():
        lines += [f"{form}: " + ", ".join(f"{k}={v}" for k, v in row.items() if v is not None) for row in rows]
    for each in found.differences:
        lines += [f"{each.indicator} {each.group}", f"  SQL    {each.sql}", f"  Python {each.plain}"]
    return "\n".join(lines)
