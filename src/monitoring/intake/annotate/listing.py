"""Adds the sheet of problems to the workbook: its words, its links, its name, its place as the last sheet."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from monitoring.domain.problem import Level, Problem
from monitoring.intake.annotate.marks import Fate
from monitoring.intake.annotate.package import Package
from monitoring.intake.annotate.problem_sheet import Line, problem_sheet
from monitoring.intake.annotate.xml_bytes import append_inside, number, prefix_of, quoted, tags
from monitoring.words import say
from monitoring.words.problem_text import fix, message

WORKBOOK = "xl/workbook.xml"
_WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_HEADINGS = ("sheet", "cell", "kind", "says", "fix", "marked")


@dataclass(frozen=True, slots=True)
class Namespaces:
    """The two families of names for the same elements: the usual one, and that of "strict" workbooks."""

    main: str
    relations: str


USUAL = Namespaces(
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
)
STRICT = Namespaces(
    "http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships"
)


def namespaces(package: Package) -> Namespaces:
    return STRICT if STRICT.main.encode() in package.read(WORKBOOK) else USUAL


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """The name, with a number behind it where a sheet has it already; capitals make no difference to Excel."""
    names = {name.casefold() for name in taken}
    numbered = (f"{wanted} ({at})" for at in range(2, len(names) + 3))
    return next(name for name in (wanted, *numbered) if name.casefold() not in names)


@dataclass(frozen=True, slots=True)
class Listing:
    """What the sheet of problems says. `fates` and `moved` are by the problem's place in `problems`."""

    problems: Sequence[Problem]
    fates: Mapping[int, Fate]
    moved: Mapping[int, str]
    sheets: frozenset[str]
    language: str
    not_listed: int = 0

    def sheet(self, main: str, styles: Mapping[str, int]) -> bytes:
        """The worksheet. Words of ours in every cell but for the names of the office's own sheets."""
        errors = sum(problem.level is Level.ERROR for problem in self.problems)
        counts = {"errors": errors, "warnings": len(self.problems) - errors}
        notes = [self._say("counts", **counts), self._say("how")]
        if self.not_listed:
            notes[0] += " " + self._say("more", n=self.not_listed)
        headings = [self._say(f"headings.{name}") for name in _HEADINGS]
        return problem_sheet(main, self._say("title"), notes, headings, list(self._lines()), styles)

    def _lines(self) -> Iterator[Line]:
        for at, problem in enumerate(self.problems):
            fate = self.fates.get(at, Fate.MARKED)
            links = problem.sheet in self.sheets and fate is not Fate.NO_SUCH_CELL
            yield Line(
                sheet=problem.sheet or "",
                cell=problem.cell or (self._say("whole_sheet") if links else ""),
                kind=problem.level.value,
                kind_said=self._say(f"kinds.{problem.level}"),
                says=message(problem, self.language),
                fix=fix(problem, self.language),
                marked=self._say(f"marked.{fate}", at=self.moved.get(at, "")),
                leads_to=_inside_workbook(problem.sheet or "", problem.cell or "A1") if links else "",
            )

    def _say(self, key: str, **facts: object) -> str:
        return say(f"annotate.{key}", self.language, **facts)


def add_sheet(package: Package, name: str, content: bytes) -> None:
    """A new last sheet: those before it keep their numbers, to which names and print areas refer."""
    spoken = namespaces(package)
    path = package.free_path("xl/worksheets/sheet{}.xml")
    package.add(path, content, _WORKSHEET)
    id_ = package.relate(WORKBOOK, f"{spoken.relations}/worksheet", path)
    xml = package.read(WORKBOOK)
    prefix = prefix_of(xml, b"workbook")
    used = {number(tag[0], b"sheetId") for tag in tags(xml, prefix + b"sheet")}
    free = next(at for at in range(max(used) + 1 if max(used) < 65_000 else 1, 65_535) if at not in used)
    root = next(tags(xml, prefix + b"workbook"))[0]
    known = re.search(rb"\sxmlns:([\w.-]+)\s*=\s*[\"']" + re.escape(spoken.relations.encode()) + rb"[\"']", root)
    r, declared = (known[1], b"") if known else (b"r", b" xmlns:r=" + quoted(spoken.relations))
    entry = b'<%bsheet%b name=%b sheetId="%d" %b:id="%b"/>' % (prefix, declared, quoted(name), free, r, id_.encode())
    package.replace(WORKBOOK, append_inside(xml, prefix + b"sheets", entry))


def _inside_workbook(sheet: str, cell: str) -> str:
    return "'" + sheet.replace("'", "''") + "'!" + cell
