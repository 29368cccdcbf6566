"""A workbook beside its marked copy: which parts are the same to the byte, and what was put into the others."""

import re
from dataclasses import dataclass

from offices_files import problem
from ooxml_faults import Workbook, faults
from taken_back import added, parts, taken_back

from monitoring.domain.problem import Level, Problem
from monitoring.intake.annotate.annotate import annotate

PUT_IN = {
    "workbook.xml": {b"sheet"},
    "workbook.xml.rels": {b"Relationship"},
    "[Content_Types].xml": {b"Override"},
    "styles.xml": {
        b"font", b"b", b"u", b"sz", b"color", b"name", b"fill", b"patternFill", b"fgColor", b"bgColor", b"xf",
        b"alignment", b"protection",
    },
    "sheet": {b"c", b"row", b"legacyDrawing"},
    "comments": {b"author", b"comment", b"text", b"r", b"rPr", b"b", b"sz", b"color", b"rFont", b"t"},
    "sheet.rels": {b"Relationship", b"Relationships"},
}  # fmt: skip
"""Kind of part -> the elements that marks may put into it."""


@dataclass(frozen=True)
class Compared:
    """Names of the parts: `same` to the byte, `put_into` and the same without our marks, `odd` otherwise, `new` ones.

    Drawings of comment boxes are among `put_into`: that their boxes and the comments agree, `faults` looks at.
    """

    problems: list[Problem]
    content: bytes
    same: list[str]
    put_into: list[str]
    odd: list[str]
    new: list[str]
    faults_before: list[str]
    faults: list[str]


def compared(content: bytes) -> Compared:
    """Marks the workbook in cells of each kind, takes the marks out again, and compares every part."""
    problems = marks_for(content)
    copy = annotate(content, problems).content
    before, after = parts(content), parts(copy)
    touched = sorted(name for name in before if before[name] != after.get(name))
    odd = [name for name in touched if name not in after or not _is_marks_only(name, before[name], after[name])]
    return Compared(
        problems,
        copy,
        same=sorted(before.keys() - set(touched)),
        put_into=[name for name in touched if name not in odd],
        odd=odd,
        new=sorted(added(content, copy)),
        faults_before=faults(content),
        faults=faults(copy),
    )


def marks_for(content: bytes) -> list[Problem]:
    """Problems at cells of each kind: with a value, blank, to the right of everything, in a row that is not there."""
    found = []
    for name, path in Workbook(content).sheets.items():
        cells = re.findall(rb'<(?:x:)?c [^>]*?r="([A-Z]+)([0-9]+)"', parts(content)[path])
        if not cells:
            continue
        rows = sorted({int(row) for _, row in cells})
        chosen = {f"{cells[0][0].decode()}{cells[0][1].decode()}", f"{cells[-1][0].decode()}{cells[-1][1].decode()}"}
        chosen |= {f"B{rows[len(rows) // 2]}", f"AZ{rows[0]}", f"C{rows[-1] + 3}"}
        found += [problem(name, cell) for cell in sorted(chosen)]
        found += [problem(name, f"D{rows[-1]}", level=Level.WARNING, code="formula_without_value")]
    return found


def _is_marks_only(name: str, before: bytes, after: bytes) -> bool:
    if name.endswith(".vml"):
        return True
    left, put_in = taken_back(before, after)
    kind = next((kind for kind in PUT_IN if name.endswith(kind)), None)
    kind = kind or ("sheet.rels" if name.endswith(".rels") else next(kind for kind in PUT_IN if kind in name))
    return left == before and put_in <= PUT_IN[kind] | {b"text"}
