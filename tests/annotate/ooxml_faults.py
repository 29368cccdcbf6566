"""What is wrong with a workbook's package, by the letter of ECMA-376. An empty list: nothing that Excel would mend.

Looks at zip, content types, relations, sheets, styles, comments. Knows nothing of our marks.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from posixpath import basename, dirname, join, normpath
from xml.etree import ElementTree
from zipfile import ZipFile

ORDER = [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins",
    "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors",
    "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls",
    "webPublishItems", "tableParts", "extLst",
]  # fmt: skip
"""Of a worksheet's elements: ECMA-376 part 1, 18.3.1.99."""

COUNTED = {
    "numFmts": "numFmt", "fonts": "font", "fills": "fill", "borders": "border", "cellStyleXfs": "xf", "cellXfs": "xf",
    "cellStyles": "cellStyle", "dxfs": "dxf",
}  # fmt: skip


def local(tag: str) -> str:
    return tag.rpartition("}")[2]


def named(element: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    return (each for each in element.iter() if local(each.tag) == name)


def column_number(address: str) -> int:
    number = 0
    for letter in re.sub(r"\d", "", address):
        number = number * 26 + ord(letter) - 64
    return number


class Workbook:
    """A workbook's parts, and `faults` one after the other."""

    def __init__(self, content: bytes) -> None:
        self.archive = ZipFile(BytesIO(content))
        self.names = self.archive.namelist()

    def xml(self, path: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.archive.read(path))

    def relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Id -> (kind, path or address, whether it lies inside)."""
        path = join(dirname(part), "_rels", basename(part) + ".rels")
        if path not in self.names:
            return {}
        return {
            each.get("Id", ""): (
                each.get("Type", "").rpartition("/")[2],
                normpath(join("/", dirname(part), each.get("Target", ""))).lstrip("/"),
                each.get("TargetMode") != "External",
            )
            for each in self.xml(path)
        }

    def of_kind(self, part: str, kind: str) -> list[str]:
        return [path for its_kind, path, inside in self.relations(part).values() if its_kind == kind and inside]

    @cached_property
    def sheets(self) -> dict[str, str]:
        """Name -> part, worksheets only."""
        known = self.relations("xl/workbook.xml")
        listed = named(self.xml("xl/workbook.xml"), "sheet")
        found = {each.get("name", ""): next(v for k, v in each.items() if k.endswith("}id")) for each in listed}
        return {name: known[id_][1] for name, id_ in found.items() if known[id_][0] == "worksheet"}

    def faults(self) -> list[str]:
        return [*self.of_zip(), *self.of_relations(), *self.of_workbook(), *self.of_styles(), *self.of_sheets()]

    def of_zip(self) -> Iterator[str]:
        if self.archive.testzip():
            yield "zip: damaged"
        if len({name.casefold() for name in self.names}) != len(self.names):
            yield "zip: a name twice"
        types = self.xml("[Content_Types].xml")
        defaults = [each.get("Extension", "").casefold() for each in types if local(each.tag) == "Default"]
        overrides = [each.get("PartName", "").lstrip("/") for each in types if local(each.tag) == "Override"]
        if len(set(defaults)) != len(defaults) or len(set(overrides)) != len(overrides):
            yield "types: declared twice"
        yield from (f"types: {path} does not exist" for path in overrides if path not in self.names)
        for name in self.names:
            ending = name.rpartition(".")[2].casefold()
            if name != "[Content_Types].xml" and name not in overrides and ending not in defaults:
                yield f"types: {name} is not declared"
            if ending in ("xml", "rels", "vml") and b"<br>" not in self.archive.read(name):
                try:
                    self.xml(name)
                except ElementTree.ParseError as mistake:
                    yield f"{name}: {mistake}"

    def of_relations(self) -> Iterator[str]:
        reached = {"[Content_Types].xml"}
        todo = [""]
        while todo:
            part = todo.pop()
            path = join(dirname(part), "_rels", basename(part) + ".rels")
            if path not in self.names:
                continue
            reached.add(path)
            ids = [each.get("Id") for each in self.xml(path)]
            if len(set(ids)) != len(ids):
                yield f"{path}: an id twice"
            for kind, target, inside in self.relations(part).values():
                if inside and target not in self.names:
                    yield f"{path}: {kind} leads nowhere"
                elif inside and target not in reached:
                    reached.add(target)
                    todo.append(target)
        yield from (f"{name}: nothing leads to it" for name in self.names if name not in reached)

    def of_workbook(self) -> Iterator[str]:
        sheets = list(named(self.xml("xl/workbook.xml"), "sheet"))
        names, ids = [each.get("name", "") for each in sheets], [each.get("sheetId") for each in sheets]
        if len({name.casefold() for name in names}) != len(names) or max(map(len, names)) > 31:
            yield "workbook: a sheet's name is taken or too long"
        if len(set(ids)) != len(ids):
            yield "workbook: a sheetId twice"
        known = self.relations("xl/workbook.xml")
        used = [value for each in sheets for name, value in each.items() if name.endswith("}id")]
        yield from (f"workbook: {id_} leads nowhere" for id_ in used if id_ not in known)

    @cached_property
    def styles(self) -> dict[str, list[ElementTree.Element]]:
        part = next(iter(self.of_kind("xl/workbook.xml", "styles")), None)
        return {local(each.tag): list(each) for each in self.xml(part)} if part else {}

    def of_styles(self) -> Iterator[str]:
        part = next(iter(self.of_kind("xl/workbook.xml", "styles")), None)
        for each in self.xml(part) if part else ():
            count, one = each.get("count"), COUNTED.get(local(each.tag))
            if one and count is not None and int(count) != sum(local(child.tag) == one for child in each):
                yield f"styles: {local(each.tag)} counts wrongly"
        for at, xf in enumerate(self.styles.get("cellXfs", [])):
            uses = {"fontId": "fonts", "fillId": "fills", "borderId": "borders", "xfId": "cellStyleXfs"}
            for name, of in uses.items():
                if int(xf.get(name, 0)) >= len(self.styles.get(of, [])) and xf.get(name):
                    yield f"styles: xf {at} has no such {name}"

    def of_sheets(self) -> Iterator[str]:
        for name, path in self.sheets.items():
            root = self.xml(path)
            yield from (f"{name}: {fault}" for fault in (*self._order(root), *self._cells(root)))
            yield from (f"{name}: {fault}" for fault in (*self._links(root, path), *self._comments(root, path)))

    def _order(self, root: ElementTree.Element) -> Iterator[str]:
        places = [ORDER.index(local(each.tag)) for each in root if local(each.tag) in ORDER]
        if places != sorted(places):
            yield "elements out of order"
        for each in root.iter():
            counted = {"mergeCells": "mergeCell", "dataValidations": "dataValidation"}.get(local(each.tag))
            if counted and int(each.get("count", len(each))) != len(each):
                yield f"{local(each.tag)} counts wrongly"

    def _cells(self, root: ElementTree.Element) -> Iterator[str]:
        strings = next(iter(self.of_kind("xl/workbook.xml", "sharedStrings")), None)
        known = len(list(named(self.xml(strings), "si"))) if strings else 0
        last = 0
        for row in named(root, "row"):
            number = int(row.get("r") or last + 1)
            if number <= last:
                yield f"row {number} out of order"
            last, column = number, 0
            spans = [int(each) for each in row.get("spans", "1:16384").split(" ")[0].split(":")]
            for cell in (each for each in row if local(each.tag) == "c"):
                address = cell.get("r")
                at = column_number(address) if address else column + 1
                if at <= column or (address and int(re.sub(r"\D", "", address)) != number):
                    yield f"{address} out of order"
                column = at
                if not spans[0] <= at <= spans[1]:
                    yield f"{address} outside its row's spans"
                if int(cell.get("s", 0)) >= max(len(self.styles.get("cellXfs", [])), 1):
                    yield f"{address} has no such style"
                value = next((each.text for each in cell if local(each.tag) == "v"), None)
                if cell.get("t") == "s" and int(value or 0) >= known:
                    yield f"{address} has no such text"

    def _links(self, root: ElementTree.Element, path: str) -> Iterator[str]:
        known = self.relations(path)
        for each in root.iter():
            for name, value in each.items():
                if name.endswith("relationships}id") and value not in known:
                    yield f"{local(each.tag)} leads nowhere"
        for link in named(root, "hyperlink"):
            sheet = (link.get("location") or "").rpartition("!")[0][1:-1].replace("''", "'")
            if sheet and sheet not in self.sheets:
                yield f"link {link.get('ref')} to no sheet"

    def _comments(self, root: ElementTree.Element, path: str) -> Iterator[str]:
        parts = self.of_kind(path, "comments")
        if not parts:
            return
        comments = self.xml(parts[0])
        authors = len(list(named(comments, "author")))
        refs = [each.get("ref", "") for each in named(comments, "comment")]
        if len(set(refs)) != len(refs):
            yield "two comments in one cell"
        if any(int(each.get("authorId", 0)) >= authors for each in named(comments, "comment")):
            yield "a comment by nobody"
        if not list(named(root, "legacyDrawing")):
            yield "comments without their drawing"
            return
        known = self.relations(path)
        id_ = next(v for k, v in next(named(root, "legacyDrawing")).items() if k.endswith("}id"))
        drawing = self.archive.read(known[id_][1])
        boxes = re.findall(rb"<\w+:Row>\s*(\d+)\s*</\w+:Row>\s*<\w+:Column>\s*(\d+)\s*</\w+:Column>", drawing)
        places = {(int(re.sub(r"\D", "", ref)) - 1, column_number(ref) - 1) for ref in refs}
        if {(int(row), int(column)) for row, column in boxes} != places:
            yield "boxes and comments differ"
        shapes = re.findall(rb"<\w+:shape\s[^>]*?\bid=[\"']([^\"']+)", drawing)
        if len(set(shapes)) != len(shapes):
            yield "two boxes with one number"


def faults(content: bytes) -> list[str]:
    return Workbook(content).faults()
