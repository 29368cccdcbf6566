"""Repeats stand on sheets of their own: what their rows take from the row of their parent, and which rows fall away.

Joins by the numbers that Kobo and ODK give; prints none of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from monitoring.domain.form import Form
from monitoring.intake.addresses import letters
from monitoring.intake.headings import Headings
from monitoring.intake.hearing import Listener
from monitoring.intake.links import Links, links_of, parent_of, rows_in_parent
from monitoring.intake.resubmissions import replaced_rows
from monitoring.intake.text_columns import together
from monitoring.intake.workbook import SheetAsRead, TextColumn


@dataclass(frozen=True, slots=True)
class Inherited:
    """A question that a repeat's sheet does not ask: its columns on an outer sheet, and for each row where to look."""

    sheet: SheetAsRead
    columns: tuple[int, ...]  # several where versions of a form stand side by side: the first that is filled counts
    at: pl.Series  # UInt32, positions in the outer sheet; null where there is none

    @property
    def texts(self) -> TextColumn:
        texts, which = together([self.sheet.columns[column] for column in self.columns])
        return TextColumn(texts, which.select(pl.coalesce(pl.all())).to_series().gather(self.at))

    def cell(self, position: int) -> str | None:
        """Where on the outer sheet the answer of a row stands; None where the row has no place there."""
        outer = self.at[position]
        if outer is None:
            return None
        filled = (column for column in self.columns if self.sheet.columns[column].at[outer] is not None)
        return f"{letters(next(filled, self.columns[0]))}{self.sheet.rows[outer]}"


@dataclass(frozen=True, slots=True)
class Joined:
    """What comes of the links of one sheet. `replaced` and `orphans` say of each row whether it is one; None: none is.

    `pointer` is the column that points at the parent.
    """

    inherited: Mapping[str, Inherited] = field(default_factory=dict)
    replaced: pl.Series | None = None
    orphans: pl.Series | None = None
    pointer: int | None = None


NOTHING_JOINED = Joined()


class Family:
    """The sheets of one workbook that Kobo or ODK wrote, and how they hang together."""

    def __init__(self, sheets: Sequence[SheetAsRead], listener: Listener) -> None:
        self._listener = listener
        self._links = {
            sheet.name: found
            for sheet in sheets
            if not sheet.is_empty and (found := links_of(sheet, listener.top(sheet)))
        }
        everybody = list(self._links.values())
        self._parents = {name: found for name, each in self._links.items() if (found := parent_of(each, everybody))}
        self._replaced: dict[str, pl.Series | None] = {}

    def is_export(self, sheet: SheetAsRead) -> bool:
        return sheet.name in self._links

    def is_repeat(self, sheet: SheetAsRead) -> bool:
        return sheet.name in self._links and self._links[sheet.name].join is not None

    def rows_of(self, sheet: SheetAsRead) -> int:
        """Rows with anything in them below the headings."""
        links = self._links[sheet.name]
        below = pl.DataFrame({str(at): column.at for at, column in enumerate(sheet.columns)}).slice(links.position + 1)
        return below.filter(pl.any_horizontal(pl.all().is_not_null())).height

    def parents(self, sheet: SheetAsRead) -> list[Links]:
        """The sheets around a repeat's, the nearest first. A ring of sheets ends where it closes."""
        found: list[Links] = []
        while (outer := self._parents.get(sheet.name)) and outer not in found:
            found.append(outer)
            sheet = outer.sheet
        return found

    def joined(
        self, sheet: SheetAsRead, form: Form, headings: Headings, placed: Mapping[str, tuple[Form, Headings]]
    ) -> Joined:
        """`placed` has the form and the headings of outer sheets that are forms of ours, by the sheet's name."""
        if sheet.name not in self._links:
            return NOTHING_JOINED
        links = self._links[sheet.name]
        outer = self._parents.get(sheet.name)
        pointer = links.at[links.join[0]] if links.join else None
        if outer is None:
            return Joined(replaced=self._replaced_in(sheet), pointer=pointer)
        wanted = [name for name in form.names if name not in headings.columns]
        inherited: dict[str, Inherited] = {}
        for each, at in self._rows_outside(sheet):
            for name, columns in self._offered(each, form, placed).items():
                if name in wanted:
                    inherited.setdefault(name, Inherited(each.sheet, columns, at))
        orphans = rows_in_parent(links, outer, self._replaced_in(outer.sheet)).is_null()
        return Joined(inherited, self._replaced_in(sheet), orphans if orphans.any() else None, pointer)

    def _rows_outside(self, sheet: SheetAsRead) -> list[tuple[Links, pl.Series]]:
        """Each outer sheet, the nearest first, and where in it the rows of this one belong."""
        found: list[tuple[Links, pl.Series]] = []
        for outer in self.parents(sheet):
            inner = self._links[found[-1][0].sheet.name if found else sheet.name]
            step = rows_in_parent(inner, outer, self._replaced_in(outer.sheet))
            found.append((outer, step.gather(found[-1][1]) if found else step))
        return found

    def _offered(
        self, outer: Links, form: Form, placed: Mapping[str, tuple[Form, Headings]]
    ) -> Mapping[str, tuple[int, ...]]:
        """What an outer sheet gives to the rows of a form: its own key, or all it has if it is no form of ours.

        A survivor's lead provider, say, is not the provider of a service further in.
        """
        if outer.sheet.name in placed:
            of_outer, headings = placed[outer.sheet.name]
            return {name: headings.whole_columns(name) for name in of_outer.key if name in headings.columns}
        hearing = self._listener.hear(outer.row, form)
        meant = ((at, hearing.meant(text)) for at, text in enumerate(outer.row.texts))
        found: dict[str, tuple[int, ...]] = {}
        for at, each in meant:
            if each and each.code is None:
                found[each.question] = (*found.get(each.question, ()), at)
        return found

    def _replaced_in(self, sheet: SheetAsRead) -> pl.Series | None:
        """Rows that were sent again later, and rows of repeats whose submission was."""
        if sheet.name not in self._replaced:
            self._replaced[sheet.name] = None  # a ring of sheets finds this on its way round
            own = replaced_rows(self._links[sheet.name])
            outer = self._parents.get(sheet.name)
            above = self._replaced_in(outer.sheet) if outer else None
            if outer and above is not None:
                fallen = above.gather(rows_in_parent(self._links[sheet.name], outer, above)).fill_null(value=False)
                own = fallen if own is None else own | fallen
            self._replaced[sheet.name] = own
        return self._replaced[sheet.name]
