"""One copy of a workbook being marked: the order in which its parts are patched. What is in them, others know."""

from collections.abc import Iterator, Sequence
from functools import partial

from monitoring.domain.problem import Problem
from monitoring.intake.anatomy import Anatomy
from monitoring.intake.annotate import earlier, listing
from monitoring.intake.annotate.comment_parts import add_comments, conversations
from monitoring.intake.annotate.marks import Cell, Fate, SheetMarks, address, by_sheet
from monitoring.intake.annotate.package import Package
from monitoring.intake.annotate.rows import RowMarks, patched_sheet
from monitoring.intake.annotate.sheet_stream import SheetLook, look_through
from monitoring.intake.annotate.styles import NO_STYLES, StyleBook
from monitoring.intake.annotate.xml_bytes import Unusual
from monitoring.words import say

_STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


class UnusualSheet(Exception):
    """A sheet that is to be left alone; `path` is its part."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class MarkedCopy:
    """Raises Unusual where the workbook itself cannot be patched, UnusualSheet where one of its sheets cannot.

    `fates` has those problems that are not simply marked; it is whole once the copy is written.
    """

    def __init__(
        self, package: Package, anatomy: Anatomy, problems: Sequence[Problem], language: str, left_alone: frozenset[str]
    ) -> None:
        self._package = package
        self._problems = problems
        self._language = language
        self._left_alone = left_alone
        self._paths = {sheet.name: sheet.path for sheet in anatomy.sheets}
        self._spoken = listing.namespaces(package)
        self._styles_path = anatomy.styles or self._new_styles()
        self._styles = StyleBook(package.read(self._styles_path))
        self._moved: dict[int, str] = {}
        self.fates: dict[int, Fate] = {}
        self._earlier = earlier.list_of_last_time(package, anatomy)
        self.sheet_name = self._earlier or listing.free_name(say("annotate.sheet", language), self._paths)
        self._old_styles = self._styles_of_last_time()

    def written(self, not_listed: int) -> bytes:
        """The zip; the list of styles last, for while sheets are written they say which they need."""
        return self._package.written(self.prepared(not_listed), last=self._styles_path)

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to mark, or to take back."""
        return bool(self._problems or self._earlier or self._old_styles)

    def prepared(self, not_listed: int = 0) -> dict[str, Iterator[bytes]]:
        """Patches the small parts; returns the others by path, to be made while they are written."""
        marks, self.fates = by_sheet(self._problems, self._paths, self._language)
        if self._old_styles:
            marks = {name: marks.get(name, SheetMarks(self._language)) for name in self._sheets_of_the_office()}
        streams = {self._paths[name]: self._marked(self._paths[name], each) for name, each in marks.items()}
        known = frozenset(self._paths)
        told = listing.Listing(self._problems, self.fates, self._moved, known, self._language, not_listed)
        sheet = told.sheet(self._spoken.main, self._styles.of_list())
        if self._earlier:
            self._package.replace(self._paths[self._earlier], sheet)
        else:
            listing.add_sheet(self._package, self.sheet_name, sheet)
        streams[self._styles_path] = self._styles_at_last()
        return streams

    def _styles_of_last_time(self) -> dict[int, int]:
        """Takes comments of last time back. The colour of a mark alone is none: the office may like the same one."""
        paths = (self._paths[name] for name in self._sheets_of_the_office())
        had_comments = [earlier.take_comments_back(self._package, path) for path in paths]
        return self._styles.unmarked() if self._earlier or any(had_comments) else {}

    def _sheets_of_the_office(self) -> list[str]:
        return [name for name in self._paths if name != self._earlier]

    def _marked(self, path: str, marks: SheetMarks) -> Iterator[bytes]:
        """The sheet anew, as it is wanted; its comments are added at once."""
        if path in self._left_alone:
            self._note(marks, marks.problems, Fate.UNUSUAL)
            return self._as_it_is(path)
        try:
            with self._package.original().open(path) as stream:
                look = look_through(stream, set(marks.problems))
        except (Unusual, ValueError) as mistake:
            if not marks.problems:
                return self._as_it_is(path)
            raise UnusualSheet(path) from mistake
        marks, moved = marks.moved(look.merged)
        self._moved |= moved
        self.fates |= dict.fromkeys(moved, Fate.MERGED)
        return self._patched(path, look, marks, self._commented(path, look, marks))

    def _commented(self, path: str, look: SheetLook, marks: SheetMarks) -> bytes:
        """Adds the comments; returns the sheet's tail."""
        held = conversations(self._package, path)
        taken = {cell for cell in marks.problems if address(cell) in held}
        self._note(marks, taken, Fate.CONVERSATION)
        cells = marks.problems.keys() - taken
        if not cells:
            return look.tail
        if self._spoken is not listing.STRICT:  # which has no drawings of the kind that comments need
            try:
                return add_comments(self._package, path, look, marks, cells, say("annotate.author", self._language))
            except (Unusual, ValueError):
                pass
        self._note(marks, cells, Fate.NO_COMMENTS)
        return look.tail

    def _note(self, marks: SheetMarks, cells: "set[Cell] | dict[Cell, list[Problem]]", fate: Fate) -> None:
        self.fates |= {number: fate for cell in cells for number in marks.numbers[cell]}

    def _patched(self, path: str, look: SheetLook, marks: SheetMarks, tail: bytes) -> Iterator[bytes]:
        by_row: dict[int, dict[int, partial[int]]] = {}
        for row, column in marks.problems:
            by_row.setdefault(row, {})[column] = partial(self._styles.marked, level=marks.level((row, column)))
        rows: dict[int, RowMarks] = {**by_row}
        try:
            with self._package.original().open(path) as stream:
                yield from patched_sheet(stream, look, rows, tail, self._old_styles)
        except (Unusual, ValueError) as mistake:
            raise UnusualSheet(path) from mistake

    def _as_it_is(self, path: str) -> Iterator[bytes]:
        with self._package.original().open(path) as stream:
            while block := stream.read(1 << 20):
                yield block

    def _styles_at_last(self) -> Iterator[bytes]:
        """A generator, so that it is asked only when its turn comes."""
        yield self._styles.written()

    def _new_styles(self) -> str:
        path = "xl/styles.xml"  # where alone some programs look for it
        if self._package.has(path):
            raise Unusual
        self._package.add(path, NO_STYLES.replace(listing.USUAL.main.encode(), self._spoken.main.encode()), _STYLES)
        self._package.relate(listing.WORKBOOK, f"{self._spoken.relations}/styles", path)
        return path
