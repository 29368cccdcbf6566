"""What tells who somebody is, in the places where offices leave it. Everybody named here is invented."""

from xlsxwriter.worksheet import Worksheet

from mistakes.draft import Draft


def identifying_column(draft: Draft) -> None:
    """A column of names that the office keeps for itself, hidden from its own eyes."""
    at = len(draft.catalogue.forms["survivors"].questions)

    def write(sheets: dict[str, Worksheet]) -> None:
        sheets["survivors"].write_column(0, at, ("full_name", "Full name", "Solvène Tejeverde"))
        sheets["survivors"].set_column(at, at, None, None, {"hidden": True})

    draft.after.append(write)


def identifying_sheet(draft: Draft) -> None:
    """A list of telephone numbers on a sheet of its own."""
    _sheet(draft, "calls", (("who", "when"), ("069 123 456", "Monday")))


def identifying_sheet_name(draft: Draft) -> None:
    """An empty sheet that bears somebody's name."""
    _sheet(draft, "Ana Tejeverde", ())


def identifying_note(draft: Draft) -> None:
    """A note beside a cell that says who somebody is."""
    draft.after.append(lambda sheets: _noted(sheets["providers"]))


def identifying_answer(draft: Draft) -> None:
    """An earlier code that is made of a day of birth."""
    draft.person["previous_survivor_id"] = "MD-19850312"


def _noted(sheet: Worksheet) -> None:
    sheet.write_comment("B3", "Ask for Mrs Tejeverde, +373 69 123 456")


def _sheet(draft: Draft, name: str, rows: tuple[tuple[str, str], ...]) -> None:
    def write(sheets: dict[str, Worksheet]) -> None:
        for number, row in enumerate(rows):
            sheets[name].write_row(number, 0, row)

    draft.more_sheets.append(name)
    draft.after.append(write)


SPOILERS = (identifying_column, identifying_sheet, identifying_sheet_name, identifying_note, identifying_answer)
