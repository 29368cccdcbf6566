"""Mistakes of sheets and their columns: what cannot be placed, what is missing, what is there twice."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from mistakes.draft import Draft

NONE = ("", "")
"""In place of a heading: neither name nor label."""


def empty_workbook(draft: Draft) -> None:
    """Our template as it was fetched: headings, and nobody filled anything in."""
    draft.sheets.update({form: [] for form in draft.sheets})


def no_known_sheet(draft: Draft) -> None:
    """Another office's petty cash."""
    draft.sheets.clear()
    more(draft, "cash", (("item", "amount"), ("fuel", "120")))


def unknown_sheet(draft: Draft) -> None:
    """The same beside ours."""
    more(draft, "cash", (("item", "amount"), ("fuel", "120")))


def form_twice(draft: Draft) -> None:
    """A second sheet with the headings of the providers."""
    names = draft.catalogue.forms["providers"].names
    more(draft, "providers (2)", (names, [str(draft.sheets["providers"][0][name]) for name in names]))


def no_headings(draft: Draft) -> None:
    """The sheet of providers has lost both rows of headings."""
    draft.headings["providers"] = dict.fromkeys(draft.catalogue.forms["providers"].names, NONE)


def hidden_sheet(draft: Draft) -> None:
    """Nobody sees the providers."""
    draft.after.append(lambda sheets: sheets["providers"].hide())


def hidden_rows(draft: Draft) -> None:
    """The first survivor is filtered away."""
    draft.after.append(lambda sheets: sheets["survivors"].set_row(2, None, None, {"hidden": True}))


def hidden_columns(draft: Draft) -> None:
    """The first two questions about survivors."""
    draft.after.append(lambda sheets: sheets["survivors"].set_column(0, 1, None, None, {"hidden": True}))


def far_cell(draft: Draft) -> None:
    """A word in the last cell that Excel has."""
    draft.after.append(lambda sheets: sheets["survivors"].write_string(1_048_575, 16_383, "x"))


def missing_column(draft: Draft) -> None:
    """A column that is needed was taken out, with all that stood in it."""
    draft.headings["survivors"] = {"consent_record": NONE}
    for row in draft.sheets["survivors"]:
        row["consent_record"] = None


def duplicate_heading(draft: Draft) -> None:
    """The last column of the providers is named like the one before it."""
    before, last = draft.catalogue.forms["providers"].questions[-2:]
    draft.headings["providers"] = {last.name: (before.name, before.label["en"])}


def unknown_column(draft: Draft) -> None:
    draft.headings["providers"] = {"capacity": ("places_left", "Places left this week")}


def column_without_heading(draft: Draft) -> None:
    draft.headings["providers"] = {"capacity": NONE}


def more(draft: Draft, name: str, rows: Sequence[Sequence[str]]) -> None:
    def write(sheets: dict[str, Worksheet]) -> None:
        for number, row in enumerate(rows):
            sheets[name].write_row(number, 0, row)

    draft.more_sheets.append(name)
    draft.after.append(write)


SPOILERS = (
    empty_workbook, no_known_sheet, unknown_sheet, form_twice, no_headings, missing_column, duplicate_heading,
    unknown_column, column_without_heading, hidden_sheet, hidden_rows, hidden_columns, far_cell,
)  # fmt: skip
