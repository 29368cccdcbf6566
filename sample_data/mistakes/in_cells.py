"""Mistakes of one cell: it cannot be read as an answer to its question."""

from datetime import date

from invent.world import Cell, Row

from mistakes.draft import Draft, day_of
from monitoring.derive.check_character import has_check_character, with_check_character


def not_on_list(draft: Draft) -> None:
    """One letter too few."""
    draft.talked["housing_type"] = "rentd"


def none_with_others(draft: Draft) -> None:
    draft.talked["basics_met"] = "toilet none"


def too_many_named(draft: Draft) -> None:
    draft.talked["priorities"] = "work housing family safety"


def not_yes_or_no(draft: Draft) -> None:
    draft.talked["emergency_money"] = "maybe"


def not_a_date(draft: Draft) -> None:
    """The 31st of a month of 30 days, written as text."""
    draft.person["consent_review_on"] = "2026-09-31"


def unclear_date(draft: Draft) -> None:
    """The third of April or the fourth of March; no other date of the file is written so."""
    draft.person["consent_review_on"] = "03/04/2026"


def unclear_number(draft: Draft) -> None:
    """A thousand places and more, or one and a quarter."""
    draft.sheets["providers"][0]["capacity"] = "1,234"


def missing_code(draft: Draft) -> None:
    """What some survey programs put for an answer that is missing."""
    draft.talked["minutes"] = -99


def turned_dates(draft: Draft) -> None:
    """Opened by a program that puts the month first: it took days for months where it could, and left the rest."""
    year = day_of(draft.person, "return_date").year + 1
    draft.person["risk_plan"] = True
    days: list[Cell] = [date(year, month, 13 - month) for month in range(1, 6)]
    row: Row = {"survivor_id": draft.person["survivor_id"], "stage": "post_return", "countries_involved": "one"}
    draft.sheets["plan_reviews"] = [
        {**row, "reviewed_on": day} for day in (*days, f"21/02/{year}", f"22.04.{year}", f"23-6-{year}")
    ]


def day_as_number(draft: Draft) -> None:
    """A day without its date format, in a workbook that counts days from 1904."""
    row, column = draft.place("survivors", draft.person, "consent_review_on")
    draft.counts_from_1904 = True
    draft.person["consent_review_on"] = None
    draft.after.append(lambda sheets: sheets["survivors"].write_number(row, column, 44_800))


def not_a_number(draft: Draft) -> None:
    draft.talked["minutes"] = "forty"


def out_of_range(draft: Draft) -> None:
    draft.talked["who5_3"] = 6


def not_a_code(draft: Draft) -> None:
    draft.person["previous_survivor_id"] = "the one before"


def look_alike_letters(draft: Draft) -> None:
    """The first letter of the code is a Cyrillic one."""
    draft.missed["survivor_id"] = str(draft.missed["survivor_id"]).replace("M", "\N{CYRILLIC CAPITAL LETTER EM}")


def check_character(draft: Draft) -> None:
    """An office that gives codes with a check character, one of them miscopied on every sheet."""
    old = [str(row["survivor_id"]) for row in draft.sheets["survivors"]]
    new = {code: with_check_character(code) or with_check_character(f"{code}0") for code in old}
    miscopied = str(draft.unvisited["survivor_id"])
    new[miscopied] = f"{miscopied}-0"
    assert not has_check_character(str(new[miscopied]))
    for rows in draft.sheets.values():
        for row in rows:
            if "survivor_id" in row:
                row["survivor_id"] = new[str(row["survivor_id"])]


def error_cell(draft: Draft) -> None:
    _formula(draft, "minutes", "=1/0", "#DIV/0!")


def formula_without_value(draft: Draft) -> None:
    """A formula that no program has calculated before the file was handed in."""
    _formula(draft, "minutes", "=20+22", "")


def merged_cells(draft: Draft) -> None:
    """Two cells of one row made into one."""
    row, column = draft.place("follow_ups", draft.talked, "felt_discriminated")
    said: Cell = draft.talked["felt_discriminated"]
    draft.talked["part_of_community"] = None
    draft.after.append(lambda sheets: sheets["follow_ups"].merge_range(row, column, row, column + 1, said))


def _formula(draft: Draft, question: str, formula: str, value: str) -> None:
    row, column = draft.place("follow_ups", draft.talked, question)
    draft.talked[question] = None
    draft.after.append(lambda sheets: sheets["follow_ups"].write_formula(row, column, formula, None, value))


SPOILERS = (
    not_on_list, none_with_others, too_many_named, not_yes_or_no, not_a_date, day_as_number, unclear_date,
    turned_dates, not_a_number, unclear_number, missing_code, out_of_range, not_a_code, look_alike_letters,
    check_character, error_cell, formula_without_value, merged_cells,
)  # fmt: skip
