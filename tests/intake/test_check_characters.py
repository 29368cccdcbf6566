"""A survivor code that was miscopied is noticed where the office's codes carry a check character."""

import pytest
from office_workbooks import checked, good, told, written

from monitoring.derive.check_character import with_check_character

BASES = ("MD-0001", "MD-0002", "MD-0003", "MD-0005", "MD-0006")


def survivors(catalogue, codes):
    row = good(catalogue)["survivors"][0]
    return checked(
        catalogue, written({"survivors": [{**row, "survivor_id": code, "provider_id": None} for code in codes]})
    )


def given():
    codes = [with_check_character(base) for base in BASES]
    assert None not in codes
    return codes


def test_codes_with_their_check_characters_are_right(catalogue):
    assert told(survivors(catalogue, given())) == []


@pytest.mark.parametrize("spoil", [lambda code: code[:-1] + "0", lambda code: code.replace("0006", "0007")])
def test_the_one_that_does_not_fit_is_warned_of_at_its_cell(catalogue, spoil):
    codes = given()
    workbook = survivors(catalogue, [*codes[:-1], spoil(codes[-1])])

    assert [(each.code, each.level.value, each.row) for each in workbook.problems] == [
        ("check_character", "warning", 6)
    ]


def test_an_office_without_check_characters_hears_nothing_of_them(catalogue):
    assert told(survivors(catalogue, BASES)) == []
    assert told(survivors(catalogue, [*BASES, given()[0]])) == []
