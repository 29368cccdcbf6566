"""A miscopied survivor code is found, by the form on the telephone exactly where the standard finds it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from stdnum.iso7064 import mod_37_2
from xpath_in_python import evaluate, is_true

from monitoring.derive.check_character import (
    NO_CHARACTER,
    character_value,
    completed,
    ends_rightly,
    has_check_character,
    with_check_character,
)

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*"
CODES = st.text("ABCXYZ0189-abcz", min_size=4, max_size=38).filter(lambda code: code.strip("-"))
ON_FORM = ends_rightly(".")
VALUE = character_value(".")
WHOLE = completed("${base}", "${value}")


@given(CODES, st.sampled_from(ALPHABET[:-1]))
@example("MD-0001", "N")
@settings(max_examples=150, deadline=None)
def test_the_form_the_check_and_the_standard_agree_on_any_code(base, last):
    code = base + last
    standard = mod_37_2.is_valid(code.replace("-", "").upper())

    assert (is_true(ON_FORM, {".": code}), has_check_character(code)) == (standard, standard)


@given(CODES)
@settings(max_examples=150, deadline=None)
def test_the_form_makes_the_code_that_the_standard_makes(base):
    value = evaluate(VALUE, {".": base})

    assert ALPHABET[int(value)] == mod_37_2.calc_check_digit(base.replace("-", "").upper())
    if value < NO_CHARACTER:
        whole = evaluate(WHOLE, {"base": base, "value": str(int(value))})
        assert whole == with_check_character(base)
        assert is_true(ON_FORM, {".": whole})


@given(CODES.map(with_check_character).filter(bool), st.data())
@settings(max_examples=150, deadline=None)
def test_every_slip_of_one_letter_is_found(code, data):
    at = data.draw(st.sampled_from([place for place, letter in enumerate(code) if letter != "-"]))
    other = data.draw(st.sampled_from([letter for letter in ALPHABET[:-1] if letter != code[at].upper()]))
    slip = code[:at] + other + code[at + 1 :]

    assert not has_check_character(slip)
    assert not is_true(ON_FORM, {".": slip})


def test_hyphens_and_case_do_not_count():
    code = with_check_character("MD-0001")

    assert code is not None
    spelt = (code, code.lower(), code.replace("-", ""))
    assert [(has_check_character(each), is_true(ON_FORM, {".": each})) for each in spelt] == [(True, True)] * 3


def test_no_code_is_given_out_that_would_end_with_a_star():
    without = next(base for base in (f"MD-{number:04}" for number in range(100)) if with_check_character(base) is None)

    assert evaluate(VALUE, {".": without}) == NO_CHARACTER
    assert not has_check_character(without + "*")


@pytest.mark.parametrize("code", ["", "----", "MD 0001", "MÉ-0001"])
def test_what_is_no_code_has_no_check_character(code):
    assert not has_check_character(code)
