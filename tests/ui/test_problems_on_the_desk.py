"""Problems grouped by cause, in a list one can download, and harmless whatever a sheet is called."""

from monitoring.domain.problem import Level, Problem
from monitoring.domain.problem_groups import Group, grouped
from monitoring.ui.desk.problems import as_list, harmless

DATES = [Problem("not_a_date", sheet="follow_ups", cell=f"F{row}", column="contact_date") for row in (14, 15)]
SHEET = Problem("unknown_sheet", Level.WARNING, sheet="=![x](http://example.org)", facts=(("forms", "survivors"),))


def test_one_cause_in_one_column_is_one_group():
    other = Problem("not_a_date", sheet="survivors", cell="K3", column="return_date")

    assert grouped([*DATES, other, SHEET], Level.ERROR) == [Group(tuple(DATES)), Group((other,))]


def test_the_list_is_a_spreadsheet_without_formulas():
    heads, row = as_list([SHEET], "en").decode("utf-8-sig").splitlines()

    assert heads == "Kind,Sheet,Cell,What is wrong,What to do"
    assert row.startswith("to look at twice,![x](http://example.org),,")


def test_a_sheets_name_is_never_read_as_markdown():
    assert "](" not in str(harmless(SHEET).sheet)
    assert harmless(DATES[0]).cell == "F14"
