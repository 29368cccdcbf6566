"""A .csv file is read whatever its separator and encoding, and says the same as a workbook."""

import pytest
from office_workbooks import checked, full_row, good, told, written

from monitoring.domain.verdict import Verdict
from monitoring.intake.workbook import read_workbook

NAME = "Hôtel d’Été – Aïcha"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")


def as_text(rows, separator=",", quote='"'):
    def cell(value):
        text = "" if value is None else str(value)
        return f"{quote}{text}{quote}" if separator in text or "\n" in text else text

    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = [names, *([row.get(name) for name in names] for row in rows)]
    return "\r\n".join(separator.join(map(cell, line)) for line in lines) + "\r\n"


def providers(catalogue, name=NAME):
    given = {"provider_id": "MD-P1", "provider_name": name, "country": "MD"}
    return [full_row(catalogue.forms["providers"], given)]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
def test_separator_and_encoding_are_found(catalogue, separator, encoding):
    content = as_text(providers(catalogue), separator).encode(encoding)
    workbook = checked(catalogue, content, file="anything.csv")

    assert (workbook.verdict, told(workbook)) == (Verdict.READY, [])
    assert workbook.tables["providers"]["provider_name"].to_list() == [NAME]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("دار الأمل للنساء", "cp1256"),
        ("Дом надежды для женщин", "cp1251"),
        ("Casa speranței și a păcii".replace("ț", "ţ").replace("ș", "ş"), "cp1250"),
        ("São João, associação", "cp1252"),
    ],
)
def test_letters_of_older_programs_are_read(catalogue, name, encoding):
    content = as_text(providers(catalogue, name), ";").encode(encoding)

    assert checked(catalogue, content, file="x.csv").tables["providers"]["provider_name"].to_list() == [name]


@pytest.mark.parametrize(
    "file",
    ["follow_ups.csv", "Follow-ups.csv", "Follow-ups_-_all_versions_-_English_-_2026-05-31-12-00-00.csv", "a.csv"],
)
def test_the_form_is_found_by_the_files_name_or_by_its_headings(catalogue, file):
    sheets = good(catalogue)
    rows = checked(catalogue, written(sheets)).tables["follow_ups"]
    workbook = checked(catalogue, as_text(sheets["follow_ups"]).encode(), file=file, country="MD")

    assert ([each.form for each in workbook.sheets], workbook.country) == (["follow_ups"], "MD")
    assert workbook.tables["follow_ups"].equals(rows)


def test_survivors_say_which_country_it_is(catalogue):
    workbook = checked(catalogue, as_text(good(catalogue)["survivors"]).encode(), file="people.csv")

    assert workbook.country == "MD"


def test_what_excel_writes_to_itself_above_the_headings_is_a_row_like_any(catalogue):
    content = b"sep=|\r\n" + as_text(providers(catalogue), "|").encode()
    workbook = checked(catalogue, content, file="x.csv")

    assert told(workbook) == []
    assert workbook.tables["providers"]["sheet_row"].to_list() == [3]


def test_cells_with_lines_in_them_and_rows_of_unequal_length_keep_their_places():
    (sheet,) = read_workbook(b'a,b\n"one\ntwo",2\n\nthree\n4,5,6\n', "x.csv")

    assert sheet.name == "x"
    assert sheet.rows.to_list() == [1, 2, 3, 4, 5]
    assert [column.top(5) for column in sheet.columns] == [
        ["a", "one\ntwo", None, "three", "4"],
        ["b", "2", None, None, "5"],
        [None, None, None, None, "6"],
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_a_table"),
        (b"only one column\nwithout any sign\n", "not_a_table"),
        (b"\x7fELF\x02\x01\x01" + bytes(400), "not_a_table"),
        (b'survivor_id,round\n"MD-0001,0\nMD-0002,3\n', "open_quotation_mark"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_excel_file"),
        (b"a,b\n" + b"," * 5_000 + b"\n", "too_large"),
    ],
)
def test_what_is_no_table_is_refused_in_its_own_words(catalogue, content, code):
    workbook = checked(catalogue, content, file="follow_ups.csv")

    assert (workbook.verdict, [problem.code for problem in workbook.problems]) == (Verdict.REFUSED, [code])


def test_a_workbook_under_the_name_of_a_table_is_a_workbook(catalogue):
    assert told(checked(catalogue, written(good(catalogue)), file="really_a_workbook.csv")) == []
