"""A marked workbook differs from the office's own in our marks and in nothing else, whoever wrote it."""

import re

import pytest
from offices_files import (
    SAMPLES,
    full_of_things,
    problem,
    saved_by_libreoffice,
    template,
    with_drop_down_in_the_extension_block,
)
from ooxml_faults import Workbook, faults
from taken_back import added, changed, parts, taken_back

from monitoring.domain.problem import Level
from monitoring.intake.annotate.annotate import annotate
from monitoring.settings import ROOT

REAL = ROOT.parent / "shared" / "real"

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


def marks_for(content):
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


def assert_only_marks_differ(content):
    problems = marks_for(content)
    copy = annotate(content, problems)
    before, after = parts(content), parts(copy.content)

    assert problems
    assert faults(copy.content) == faults(content)
    for name in changed(content, copy.content):
        if not name.endswith(".vml"):
            left, put_in = taken_back(before[name], after[name])
            kind = next((kind for kind in PUT_IN if name.endswith(kind)), None)
            kind = kind or ("sheet.rels" if name.endswith(".rels") else next(k for k in PUT_IN if k in name))
            assert left == before[name], name
            assert put_in <= PUT_IN[kind] | {b"text"}, name
    return copy


def test_our_template_filled_in_by_hand(catalogue):
    content = template(catalogue)
    copy = assert_only_marks_differ(content)

    assert "xl/worksheets/sheet1.xml" in changed(content, copy.content)
    assert {"xl/theme/theme1.xml", "docProps/app.xml"} & changed(content, copy.content) == set()


def test_charts_tables_buttons_headers_comments_and_conditional_formats():
    content = full_of_things()
    copy = assert_only_marks_differ(content)

    assert changed(content, copy.content) == {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
        "xl/worksheets/_rels/sheet2.xml.rels",
    }  # fmt: skip
    assert {name.rpartition("/")[2] for name in added(content, copy.content)} == {
        "comments2.xml", "sheet3.xml", "vmlDrawing3.vml",
    }  # fmt: skip


def test_drop_downs_in_the_extension_block(catalogue):
    assert_only_marks_differ(with_drop_down_in_the_extension_block(catalogue))


@pytest.mark.parametrize("name", ["moldova", "tunisia"])
def test_a_kobo_export(name):
    assert_only_marks_differ((SAMPLES / "kobo" / f"{name}_xml_names.xlsx").read_bytes())


@pytest.mark.office
def test_a_workbook_saved_by_libreoffice(catalogue, tmp_path):
    assert_only_marks_differ(saved_by_libreoffice(template(catalogue), tmp_path))


@pytest.mark.office
def test_a_workbook_full_of_things_saved_by_libreoffice(tmp_path):
    assert_only_marks_differ(saved_by_libreoffice(full_of_things(), tmp_path))


@pytest.mark.skipif(not REAL.exists(), reason="outside material, read in place where it is")
def test_real_files_of_other_organisations():
    files = sorted(REAL.rglob("*.xlsx"))

    assert files
    for path in files:
        assert_only_marks_differ(path.read_bytes())
