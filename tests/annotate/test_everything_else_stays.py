"""A marked workbook differs from the office's own in our marks and in nothing else, whoever wrote it."""

import pytest
from compared import compared
from offices_files import (
    SAMPLES,
    full_of_things,
    saved_by_libreoffice,
    template,
    with_drop_down_in_the_extension_block,
)
from taken_back import added, changed

from monitoring.settings import ROOT

REAL = ROOT.parent / "shared" / "real"


def assert_only_marks_differ(content):
    found = compared(content)

    assert found.problems
    assert found.odd == []
    assert found.faults == found.faults_before
    return found


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
