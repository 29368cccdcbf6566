"""Comments and the list are our sentences: whatever stood in a cell stands in that cell alone."""

from offices_files import SAMPLES, opened, saved
from taken_back import added, parts

from monitoring.intake.annotate.annotate import annotate
from monitoring.intake.check import check_workbook

MARKER = "Zqxmarker"


def test_a_copy_repeats_no_cell(catalogue, sample_day):
    book = opened((SAMPLES / "good" / "moldova.xlsx").read_bytes())
    for sheet in book:
        for row in range(3, 6):
            for cell in sheet[row]:
                cell.value = f"{MARKER}{cell.row}{cell.column_letter}"
    content = saved(book)
    found = check_workbook(catalogue, content, "a.xlsx", today=sample_day)
    copy = annotate(content, found.problems)
    new = added(content, copy.content)

    assert len(found.problems) > 100
    assert any("comments" in name for name in new)
    assert not [name for name in new if MARKER.encode() in parts(copy.content)[name]]
