"""The cleaned copy tells nobody who people are, says the same otherwise, and goes on with the office's list."""

import csv
import json
import stat
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from monitoring.__main__ import main
from monitoring.derive.check_character import has_check_character
from monitoring.domain.people import Actor, Role
from monitoring.domain.verdict import Verdict
from monitoring.intake.check import check_workbook
from monitoring.services.clean import cleaned_offline, cleaned_pack, read_list
from monitoring.settings import ROOT

DAY = date(2026, 6, 1)
OFFICE = Actor("Ilinca", Role.COUNTRY_OFFICE, frozenset({"MD"}))
NAME = "Solvène Tejeverde"
COPIES_OF = "survivor_id", "previous_survivor_id"


def passport(code):
    """A made-up passport number in place of one of the sample's codes."""
    return f"AB{7_000_000 - 7_919 * int(code[-4:]):07}"


@pytest.fixture(scope="module")
def telling():
    """Moldova's sample with passport numbers for codes, a column of names, a note and a sheet of telephone numbers."""
    book = load_workbook(ROOT / "sample_data" / "good" / "moldova.xlsx")
    for sheet in book:
        columns = {cell.value: cell.column for cell in sheet[1]}
        for column in (columns[name] for name in COPIES_OF if name in columns):
            for (cell,) in sheet.iter_rows(min_row=3, min_col=column, max_col=column):
                cell.value = cell.value and passport(cell.value)
    survivors = book["survivors"]
    at = survivors.max_column + 1
    survivors.cell(1, at, "Full name")
    survivors.cell(3, at, NAME)
    book.create_sheet("calls")["A1"] = "069 123 456"
    book.properties.creator = NAME
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def cleaned(catalogue, telling):
    return cleaned_offline(catalogue, telling)


def test_it_says_the_same_of_the_same_people_under_new_codes(catalogue, cleaned):
    before = check_workbook(catalogue, (ROOT / "sample_data/good/moldova.xlsx").read_bytes(), "a.xlsx", today=DAY)
    after = check_workbook(catalogue, cleaned.content, "b.xlsx", today=DAY)
    new = {code: cleaned.who_is_who[passport(code)] for code in before.tables["survivors"]["survivor_id"]}

    assert (after.verdict, after.problems) == (Verdict.READY, ())
    for form, table in before.tables.items():
        same = table.drop("sheet_row")
        renamed = same.with_columns(same[name].replace(new) for name in COPIES_OF if name in same.columns)
        assert renamed.equals(after.tables[form].drop("sheet_row")), form


def test_new_codes_have_a_check_character_and_are_one_a_person(cleaned):
    codes = list(cleaned.who_is_who.values())

    assert len(set(codes)) == len(codes) == cleaned.new_codes > 50
    assert all(code.startswith("MD-") and has_check_character(code) for code in codes)


def test_nothing_of_what_tells_is_left_anywhere_in_the_file(cleaned):
    with ZipFile(BytesIO(cleaned.content)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist()).decode()

    assert not [word for word in (NAME, "Tejeverde", "069", "Full name", *cleaned.who_is_who) if word in whole]


def test_codes_that_tell_nothing_stay_so_that_their_history_goes_on(catalogue):
    made = cleaned_offline(catalogue, (ROOT / "sample_data/broken/identifying_column.xlsx").read_bytes())
    after = check_workbook(catalogue, made.content, "b.xlsx", today=DAY)

    assert (made.who_is_who, made.columns_left, after.verdict) == ({}, 1, Verdict.READY)


def test_rows_that_could_not_be_placed_are_not_lost_in_a_copy(catalogue):
    made = cleaned_offline(catalogue, (ROOT / "sample_data/broken/form_twice.xlsx").read_bytes())

    assert (made.content, [problem.code for problem in made.problems]) == (b"", ["form_twice"])


def test_the_desk_hands_out_copy_and_list_in_one_and_keeps_neither(house, telling):
    kept = {path: path.read_bytes() for path in house.settings.data.rglob("*") if path.is_file()}
    with ZipFile(BytesIO(cleaned_pack(OFFICE, house, telling))) as pack:
        listed = read_list(pack.read("who_is_who.csv"))
        copy = check_workbook(house.catalogue, pack.read("cleaned.xlsx"), "b.xlsx", today=DAY)

    assert set(copy.tables["survivors"]["survivor_id"]) <= set(listed.values())
    assert {path: path.read_bytes() for path in house.settings.data.rglob("*") if path.is_file()} == kept


def test_where_no_copy_can_be_made_the_desk_says_why(house):
    pack = cleaned_pack(OFFICE, house, (ROOT / "sample_data/broken/form_twice.xlsx").read_bytes())

    with ZipFile(BytesIO(pack)) as archive:
        assert archive.namelist() == ["why_there_is_no_copy.txt"]
        assert b"both hold providers" in archive.read("why_there_is_no_copy.txt")


def test_the_command_writes_both_and_the_next_copy_continues_the_list(tmp_path, telling, capsys):
    file, out, again = (tmp_path / name for name in ("theirs.xlsx", "copy.xlsx", "again.xlsx"))
    file.write_bytes(telling)
    listed = tmp_path / "copy_who_is_who.csv"

    assert main(["--json", "clean", str(file), "--out", str(out)]) == 0
    said = json.loads(capsys.readouterr().out)
    first = listed.read_bytes()
    assert main(["clean", str(file), "--out", str(again), "--who-is-who", str(listed)]) == 0

    assert (said["written"], said["who_is_who"], said["codes"]) == (str(out), str(listed), len(read_list(first)))
    assert stat.S_IMODE(listed.stat().st_mode) == 0o600
    assert listed.read_bytes() == first
    with ZipFile(out) as one, ZipFile(again) as other:
        assert one.read("xl/sharedStrings.xml") == other.read("xl/sharedStrings.xml")


def test_the_command_speaks_french_and_reads_dates_as_it_is_told(catalogue, tmp_path, capsys):
    file = ROOT / "sample_data" / "broken" / "unclear_date.xlsx"
    out = tmp_path / "copie.xlsx"

    assert main(["clean", str(file), "--out", str(out), "--language", "fr", "--dates", "day-first"]) == 0
    assert capsys.readouterr().out.startswith("Écrit : ")
    copy = check_workbook(catalogue, out.read_bytes(), "copie.xlsx", today=DAY)
    assert [each.code for each in copy.problems if each.code == "unclear_date"] == []


def test_a_file_that_is_no_such_list_is_not_written_over(tmp_path, telling, capsys):
    file, other = tmp_path / "theirs.xlsx", tmp_path / "other.csv"
    file.write_bytes(telling)
    with other.open("w", encoding="utf-8") as out:
        csv.writer(out).writerow(["item", "amount"])

    status = main(["clean", str(file), "--out", str(tmp_path / "copy.xlsx"), "--who-is-who", str(other)])

    assert (status, other.read_text(encoding="utf-8").strip()) == (2, "item,amount")
    assert "no list of who is who" in capsys.readouterr().err
