"""Mistakes of exports from KoboToolbox and ODK, and of sheets with several columns or headings for one question."""

from collections.abc import Callable, Sequence

from workbooks import write_cell
from xlsxwriter.worksheet import Worksheet

from mistakes.draft import FIRST_DATA_ROW, Draft
from mistakes.in_sheets import NONE, more

_OF_KOBO = ("_uuid", "_submission_time", "_index")


def two_headings(draft: Draft) -> None:
    """The name above a column of the providers is of one question, the label beneath it of another."""
    reach = draft.catalogue.question("providers", "reach")
    draft.headings["providers"] = {"capacity": ("capacity", reach.label["en"])}


def row_above_headings(draft: Draft) -> None:
    """A provider was typed into the hidden row with the names; the labels beneath are all that is left of headings."""
    form = draft.catalogue.forms["providers"]
    provider = draft.sheets["providers"][0]

    def write(sheets: dict[str, Worksheet]) -> None:
        for column, name in enumerate(form.names):
            sheets["providers"].write_blank(0, column, None)
            write_cell(sheets["providers"], 0, column, provider.get(name))

    draft.after.append(write)


def answers_differ(draft: Draft) -> None:
    """A second version of a column, from a group of the office's own, says something else of one provider."""

    def write(sheets: dict[str, Worksheet]) -> None:
        column = len(draft.catalogue.forms["providers"].names)
        sheets["providers"].write_string(0, column, "version 2/capacity")
        capacity = draft.sheets["providers"][0]["capacity"]
        sheets["providers"].write_number(FIRST_DATA_ROW, column, (capacity if isinstance(capacity, int) else 0) + 5)

    draft.after.append(write)


def sent_again(draft: Draft) -> None:
    """One session stands twice under one identifier; the second arrived later."""
    sessions = draft.sheets["community"]
    sessions.append(dict(sessions[0]))
    rows = [(f"uuid-{at}", f"2026-05-{10 + at}T12:00:00", at + 1) for at in range(len(sessions) - 1)]
    _beside(draft, "community", _OF_KOBO, [*rows, ("uuid-0", "2026-05-30T12:00:00", len(sessions))])


def parent_not_found(draft: Draft) -> None:
    """Factors as repeats of their session: one of them points at a session that is not there."""
    sessions = [row["session_id"] for row in draft.sheets["community"]]
    factors = draft.sheets["community_factors"]
    pointers = [(at, sessions.index(row["session_id"]) + 1, "community") for at, row in enumerate(factors, 1)]
    pointers[-1] = (pointers[-1][0], 99, "community")
    _beside(draft, "community", _OF_KOBO, [(f"uuid-{at}", "2026-05-10", at + 1) for at in range(len(sessions))])
    _beside(draft, "community_factors", ("_index", "_parent_index", "_parent_table_name"), pointers)
    draft.headings["community_factors"] = {"session_id": NONE}
    for row in factors:
        row["session_id"] = None


def repeat_left_out(draft: Draft) -> None:
    """An office asked of each session who was there, in a repeat of its own."""
    sessions = draft.sheets["community"]
    _beside(draft, "community", _OF_KOBO, [(f"uuid-{at}", "2026-05-10", at + 1) for at in range(len(sessions))])
    headings = ("chairs", "_index", "_parent_index", "_parent_table_name")
    more(draft, "seats", (headings, ("12", "1", "1", "community"), ("8", "2", "2", "community")))


def other_export(draft: Draft) -> None:
    """Another survey's export from KoboToolbox."""
    draft.sheets.clear()
    headings = ("restaurant_name", "rating", "_id", "_uuid", "_submission_time", "_index")
    more(draft, "Sanitation report", (headings, ("Chez nous", "A", "100001", "uuid-1", "2026-03-01T16:00:00", "1")))


def form_without_data(draft: Draft) -> None:
    """An XLSForm in the place of what was collected with it."""
    draft.sheets.clear()
    more(draft, "survey", (("type", "name", "label"), ("text", "survivor_id", "Survivor code")))
    more(draft, "choices", (("list_name", "name", "label"), ("yes_no", "yes", "Yes")))


def other_instrument(draft: Draft) -> None:
    """The empty headings of the Human Trafficking Case Data Standard."""
    draft.sheets.clear()
    names = [names[0] for _, names in draft.catalogue.profiles["htcds"].headings()]
    more(draft, "Sheet1", (names, ["1"]))


def _beside(draft: Draft, form: str, names: Sequence[str], rows: Sequence[Sequence[str | int]]) -> None:
    """Kobo's own columns beside the form's."""
    first = len(draft.catalogue.forms[form].names)

    def write(sheets: dict[str, Worksheet]) -> None:
        sheets[form].write_row(0, first, names)
        for at, row in enumerate(rows, FIRST_DATA_ROW):
            sheets[form].write_row(at, first, [str(cell) for cell in row])

    draft.after.append(write)


SPOILERS: Sequence[Callable[[Draft], None]] = (
    two_headings, row_above_headings, answers_differ, sent_again, parent_not_found, repeat_left_out, other_export,
    form_without_data, other_instrument,
)  # fmt: skip
