"""What shows in a column as a whole: running numbers are no telephones, and long texts tell stories."""

import pytest

from monitoring.protection.identifiers.codes import in_codes
from monitoring.protection.identifiers.columns import in_column
from monitoring.protection.identifiers.kinds import LONGEST_TEXT, Kind
from monitoring.protection.identifiers.texts import in_text
from monitoring.protection.identifiers.varied_initials import with_varied_initials

STORY = "She went back to live with her aunt and says that things are better than {}"


@pytest.mark.parametrize(
    ("heading", "texts", "kind"),
    [
        ("Full name", ["Tejeverde"], Kind.NAME),
        ("Phone", ["22345678"], Kind.PHONE),
        ("Phone", ["yes", "no"], None),
        ("Places left", ["3", "4"], None),
        ("Remarks", [STORY.format(number) for number in range(5)], Kind.LONG_TEXT),
        ("Remarks", ["paid", "not paid", "half paid"], None),
        ("Who", ["Solvène Delacroisette", "Jucélia Montesol", "Nouara Bondoc"], Kind.NAME),
        ("When", ["1991-02-03", "1988-11-30", "2001-06-07", "1979-01-01"], Kind.BIRTH_DATE),
        ("When", ["2024-02-03", "2025-11-30", "2025-06-07", "2026-01-01"], None),
        ("Line", ["8035550142", "8035550143", "8135550190"], Kind.PHONE),
        ("Amount", ["150000", "98000", "1250000"], None),
        (None, ["fuel", "call +216 22 345 678"], Kind.PHONE),
    ],
)
def test_a_column_is_judged_by_its_heading_and_by_all_its_texts(heading, texts, kind):
    assert in_column(heading, texts, len(texts)) == kind


def test_running_numbers_of_an_office_give_nothing_away():
    assert in_codes([f"MD-{number:06}" for number in range(1, 20_000)]) == {}
    assert in_codes([f"B{number:07}" for number in range(2_000_001, 2_000_400)]) == {}
    assert in_codes([f"TSP{year}-{number:03}" for year in (2019, 2020, 2021) for number in range(9)]) == {}
    assert in_codes([f"MD-{number}" for number in range(1_900, 2_100)], "MD") == {}


def test_codes_of_six_digits_that_are_nearly_all_days_are_days_of_birth():
    codes = ["MD-850312", "MD-991130", "MD-010203", "MD-780922"]

    assert in_codes(codes) == dict.fromkeys(range(4), Kind.BIRTH_DATE)


def test_one_passport_number_among_good_codes_is_found():
    assert in_codes(["MD-0001", "MD-0002", "A01234567"]) == {2: Kind.IDENTITY_NUMBER}


def test_what_is_too_long_to_be_looked_through_counts_as_a_find():
    assert in_text("a" * (LONGEST_TEXT + 1)) is Kind.LONG_TEXT


def test_a_text_that_makes_the_look_fail_counts_as_a_find():
    """No text is known that does; the promise is tried on a detector that is broken on purpose."""
    from monitoring.protection.identifiers.kinds import closed

    assert closed(Kind, "quoted in the error") is Kind.NOT_LOOKED_THROUGH


def test_letters_that_differ_from_code_to_code_before_two_digits_are_initials_and_years():
    codes = ["RK94", "AM-88", "FT 01", "SB79", "LO-96", "N.E-99"]

    assert with_varied_initials(codes) == set(codes)


def test_the_letters_of_an_office_before_two_digits_are_nobodys():
    assert with_varied_initials([f"LM-{number}" for number in range(80, 99)]) == set()
    assert with_varied_initials(["LM-85", "AK-90"]) == set()
    assert (
        with_varied_initials([f"{letters}-{at + 20}" for at, letters in enumerate(("AB", "CD", "EF", "GH"))]) == set()
    )


@pytest.mark.parametrize(
    ("heading", "texts", "kind"),
    [
        ("Account", ["1177889034", "2034567891", "3045678912"], Kind.IDENTITY_NUMBER),
        ("Account balance", ["1500000", "2350000", "900000"], None),
        ("Serial", ["SN-77120034", "SN-77120035", "SN-77120041"], None),
        ("Number", ["199533138720001", "198844123450004", "200115987650007"], Kind.IDENTITY_NUMBER),
        ("Country", ["Saudi Arabia", "Sri Lanka", "Hong Kong", "United Arab Emirates"], None),
        ("Bank", ["Sonali Bank", "Grameen Bank", "City Bank"], None),
    ],
)
def test_a_heading_that_promises_little_and_numbers_that_tell_little_tell_more_together(heading, texts, kind):
    assert in_column(heading, texts, len(texts)) == kind
