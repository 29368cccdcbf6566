"""Plants mistakes, one a row, and knows where: so that two checks can be compared cell by cell."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

from benchmarks.invented_rows import INTERVIEWED, TODAY, Cell, Columns, invented_rows
from benchmarks.workbook import FIRST_ROW, write_workbook
from monitoring.domain.catalogue import Catalogue
from monitoring.intake.addresses import letters

Place = tuple[str, str, str]
"""Problem code, sheet, cell."""

Spoil = Callable[[Columns, int], None]


def flawed_workbook(catalogue: Catalogue, follow_ups: int, path: Path, *, one_in: int = 100) -> tuple[Path, set[Place]]:
    """A workbook with a mistake in one of so many rows, and where they are. Two of them are never neighbours."""
    rows = invented_rows(catalogue, follow_ups)
    places = {place for form in MISTAKES for place in _plant(catalogue, form, rows[form], one_in)}
    return write_workbook(catalogue, rows, path), places


def _plant(catalogue: Catalogue, form: str, columns: Columns, one_in: int) -> list[Place]:
    names = catalogue.forms[form].names
    planned = MISTAKES[form]
    places = []
    for turn, start in enumerate(range(1, len(columns["survivor_id"]) - one_in, one_in)):
        row = _talked(columns, start, one_in)
        code, column, spoil = planned[turn % len(planned)]
        spoil(columns, row)
        places.append((code, form, f"{letters(names.index(column))}{row + FIRST_ROW}"))
    return places


def _talked(columns: Columns, start: int, one_in: int) -> int:
    """The first row from there on in which somebody was interviewed; any row of a sheet without interviews."""
    if "status" not in columns:
        return start
    return next(row for row in range(start, start + one_in - 1) if columns["status"][row] in INTERVIEWED)


def _put(**cells: Cell) -> Spoil:
    def spoil(columns: Columns, row: int) -> None:
        for name, cell in cells.items():
            columns[name][row] = cell

    return spoil


def _moved(column: str, days: int) -> Spoil:
    def spoil(columns: Columns, row: int) -> None:
        day = columns[column][row]
        assert isinstance(day, date), "every row of these columns has its day"
        columns[column][row] = day + timedelta(days=days)

    return spoil


def _same_key_as_above(columns: Columns, row: int) -> None:
    for name in ("survivor_id", "round", "contact_date", "known_on"):
        columns[name][row] = columns[name][row - 1]
    columns["known_on"][row] = columns["contact_date"][row]


def _put_by_phone(columns: Columns, row: int) -> None:
    for name in ("owes_for_migration", "hurt_or_afraid_at_home", "exploited_again"):
        columns[name][row] = "not_asked"
    _put(mode="phone", contact_from_trafficker=False, action_taken=None, action_on=None)(columns, row)


_LONG_AGO = -3000
MISTAKES: Mapping[str, tuple[tuple[str, str, Spoil], ...]] = {
    "follow_ups": (
        ("not_on_list", "housing_standard", _put(housing_standard="splendid")),
        ("not_a_date", "known_on", _put(known_on="some time in May")),
        ("not_a_number", "minutes", _put(minutes="half an hour")),
        ("not_yes_or_no", "may_stay_six_months", _put(may_stay_six_months="perhaps")),
        ("not_a_code", "provider_id", _put(provider_id="the one by the river")),
        ("out_of_range", "who5_1", _put(who5_1=9)),
        ("required_answer", "round", _put(round=None)),
        ("none_with_others", "help_needed", _put(help_needed="none health")),
        ("too_many_named", "priorities", _put(priorities="housing work health family")),
        ("duplicate_key", "survivor_id", _same_key_as_above),
        ("unknown_survivor", "survivor_id", _put(survivor_id="MD-NOBODY")),
        ("unknown_provider", "provider_id", _put(provider_id="MD-NOBODY")),
        ("outside_window", "contact_date", _moved("contact_date", 200)),
        ("interview_before_return", "contact_date", _moved("contact_date", _LONG_AGO)),
        ("date_order", "known_on", _moved("known_on", _LONG_AGO)),
        ("date_in_future", "known_on", _put(known_on=TODAY + timedelta(days=30))),
        ("answers_without_interview", "status", _put(status="not_reached")),
        ("sensitive_not_allowed", "contact_from_trafficker", _put_by_phone),
        ("not_applicable_answer", "move_was", _put(lives_in="country_of_return", move_was="wished")),
    ),
    "survivors": (
        ("not_on_list", "gender", _put(gender="???")),
        ("date_order", "consent_review_on", _moved("consent_review_on", _LONG_AGO)),
        ("plan_too_early", "plan_date", _moved("plan_date", _LONG_AGO)),
    ),
}
