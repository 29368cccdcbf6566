"""The sheets of a hand-in in one dialect, as rows of cells: programs' own columns, repeats, what was sent before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from invent.world import Cell, Row, Sheets

from exports.columns import Column, columns_of
from exports.dialect import Dialect
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, QuestionType

Grid = list[list[Cell]]

PARENTS = {"survivors": "survivor_id", "community": "session_id"}
"""Forms whose rows have repeats, and the question by which repeats belong to them."""


@dataclass(frozen=True)
class Sent:
    """One row as sent: its number in the sheet, the number of its parent's, and which sending of how many it is."""

    row: Row
    number: int
    parent: int | None
    identity: str
    is_last: bool


def grids_of(catalogue: Catalogue, sheets: Sheets, dialect: Dialect) -> dict[str, Grid]:
    """Sheet name -> rows of cells, headings among them."""
    sent = {name: _sent(catalogue.forms[name], rows, dialect) for name, rows in sheets.items()}
    found = {}
    for name, rows in sheets.items():
        parent = parent_of(catalogue.forms[name], dialect, sheets)
        joined = _joined(sent[name], sent[parent], PARENTS[parent]) if parent else sent[name]
        title = dialect.sheet_name(catalogue.forms[parent]) if parent else None
        found[dialect.sheet_name(catalogue.forms[name])] = _grid(catalogue, name, joined, dialect, parent, title)
        assert len(joined) >= len(rows)
    return found


def parent_of(form: Form, dialect: Dialect, sheets: Mapping[str, object]) -> str | None:
    """The form to whose rows the form's are repeats."""
    if not dialect.repeats:
        return None
    parents = (name for name, key in PARENTS.items() if name != form.name and name in sheets and key in form.names)
    return next(parents, None)


def _sent(form: Form, rows: Sequence[Row], dialect: Dialect) -> list[Sent]:
    """Every row once; some were sent before with other answers, and such an earlier one may stand below the later."""
    sent = []
    for at, row in enumerate(rows):
        identity = str(uuid5(NAMESPACE_URL, f"{form.name} {at}"))
        earlier = [(_spoilt(form, row), False)] if at < dialect.sent_again else []
        both = [*earlier, (row, True)] if at % 2 == 0 else [(row, True), *earlier]
        sent += [Sent(each, len(sent) + 1 + more, None, identity, last) for more, (each, last) in enumerate(both)]
    return sent


def _spoilt(form: Form, row: Row) -> Row:
    """The same row before it was mended: days a year off, numbers one off."""
    kinds = {question.name: question.type for question in form.questions}
    return {
        name: value - timedelta(days=365)
        if isinstance(value, date)
        else value + 1
        if isinstance(value, int) and kinds[name] is QuestionType.WHOLE and not isinstance(value, bool)
        else value
        for name, value in row.items()
    }


def _joined(rows: Sequence[Sent], parents: Sequence[Sent], key: str) -> list[Sent]:
    """The same rows, each with the number of the parent that stands; those of the parent that was replaced as well."""
    stands = {each.row[key]: each.number for each in parents if each.is_last}
    replaced = {each.row[key]: each.number for each in parents if not each.is_last}
    found: list[Sent] = []
    for each in rows:
        if each.is_last:
            places = [stands[each.row[key]], *([replaced[each.row[key]]] if each.row[key] in replaced else [])]
            found += [
                Sent(each.row, len(found) + 1 + at, place, each.identity, True) for at, place in enumerate(places)
            ]
    return found


def _grid(
    catalogue: Catalogue, name: str, rows: Sequence[Sent], dialect: Dialect, parent: str | None, title: str | None
) -> Grid:
    form = catalogue.forms[name]
    without = frozenset({PARENTS[parent]} if parent else ())
    columns = [*_before(dialect), *columns_of(catalogue, form, dialect, without)]
    own = [_own_cells(form, each, dialect, title) for each in rows]
    names = list(_own_names(dialect, title))
    pad: list[Cell] = [None] * dialect.left
    grid: Grid = [[*pad, f"Our project, part {at + 1}"] for at in range(dialect.titles)]
    grid.append([*pad, *(each.heading for each in columns), *names])
    if dialect.second_headings:
        grid.append([*pad, *(each.second or None for each in columns), *([None] * len(names))])
    if dialect.tags:
        grid.append([*pad, *(each.tag for each in columns), *([None] * len(names))])
    for at, (each, others) in enumerate(zip(rows, own, strict=True)):
        grid.append([*pad, *(column.cell(at, each.row) for column in columns), *others])
    return grid


def _before(dialect: Dialect) -> list[Column]:
    if dialect.program == "none":
        return []
    moment = "2026-05-31T09:12:01.000+02:00"
    return [Column(name, "", "", lambda number, row: moment) for name in ("start", "end")]


def _own_names(dialect: Dialect, parent: str | None) -> Iterator[str]:
    if dialect.program == "kobo" and parent:
        yield from ("_index", "_parent_table_name", "_parent_index", "_submission__id", "_submission__uuid")
    elif dialect.program == "kobo":
        yield from ("_id", "_uuid", "_submission_time", "_validation_status", "_status", "__version__", "_index")
    elif dialect.program == "odk" and parent:
        yield from ("PARENT_KEY", "KEY")
    elif dialect.program == "odk":
        yield from ("KEY", "SubmissionDate", "SubmitterName", "AttachmentsExpected", "Status", "ReviewState", "Edits")


def _own_cells(form: Form, each: Sent, dialect: Dialect, parent: str | None) -> list[Cell]:
    time = "2026-05-31T18:00:00" if each.is_last else "2026-05-30T18:00:00"
    if dialect.program == "kobo" and parent:
        return [str(each.number), parent, str(each.parent), str(400_000 + (each.parent or 0)), "of the submission"]
    if dialect.program == "kobo":
        return [
            str(400_000 + each.number),
            each.identity,
            time,
            "Approved",
            "submitted_via_web",
            "vA1",
            str(each.number),
        ]
    key = f"uuid:{each.number}-{form.name}"
    if dialect.program == "odk" and parent:
        of_parent = next(name for name in PARENTS if PARENTS[name] in form.names)
        return [f"uuid:{each.parent}-{of_parent}", key]
    if dialect.program == "odk":
        return [key, time, "office", "0", "", "approved", "0"]
    return []
