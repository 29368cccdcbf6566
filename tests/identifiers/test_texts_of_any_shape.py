"""Whatever the text, the gate answers, and soon enough: hostile texts are as good as any."""

from hypothesis import given, settings
from hypothesis import strategies as st

from monitoring.protection.identifiers.codes import in_codes
from monitoring.protection.identifiers.columns import in_column
from monitoring.protection.identifiers.kinds import LONGEST_TEXT, Kind
from monitoring.protection.identifiers.sentences import in_sentence

TEXTS = st.text(max_size=80) | st.text(alphabet="0123456789 -+.()/AZde la'", max_size=LONGEST_TEXT)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_text_is_left_without_an_answer(text):
    answers = [in_sentence(text), in_column("Remarks", [text], 1), *in_codes([text, text]).values()]

    assert Kind.NOT_LOOKED_THROUGH not in answers


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_a_telephone_number_is_found_in_whatever_stands_around_it(text):
    assert in_sentence(f"{text} | +216 22 345 678 | {text}") is not None
