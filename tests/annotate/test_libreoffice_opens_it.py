"""LibreOffice opens a marked copy: it draws it, and what it saves again has every comment, colour and link."""

import pytest
from offices_files import converted, full_of_things, opened, problem, saved_by_libreoffice, template
from ooxml_faults import faults

from monitoring.intake.annotate.annotate import annotate

pytestmark = pytest.mark.office


def test_it_is_drawn(catalogue, tmp_path):
    copy = annotate(template(catalogue), [problem("Survivors", "B3"), problem("Survivors", "A3")])
    drawn = converted(copy.content, tmp_path, "pdf").read_bytes()

    assert drawn.startswith(b"%PDF")


def test_it_understands_every_mark(tmp_path):
    cells = ("A2", "A4", "B5", "D7", "C50")
    copy = annotate(full_of_things(), [problem("People", cell) for cell in cells])
    book = opened(saved_by_libreoffice(copy.content, tmp_path))
    people, listed = book["People"], book["Problems"]

    assert faults(copy.content) == []
    assert [people[cell].fill.fgColor.rgb for cell in cells] == ["FFFFD8B1"] * len(cells)
    assert all("Life after return:" in people[cell].comment.text for cell in cells)
    assert [listed.cell(row, 2).value for row in range(5, 10)] == list(cells)
    links = [listed.cell(row, 2).hyperlink for row in range(5, 10)]
    assert [(link.location or link.target).replace("#", "").replace("'", "") for link in links] == [
        f"People!{cell}" for cell in cells
    ]
