"""Whoever is in an export shares what they could be recognised by with enough others, whoever they are."""

from hypothesis import given
from hypothesis import strategies as st

from monitoring.domain.export import HidingRules, QuasiIdentifier
from monitoring.protection.crowds import crowds, hide
from monitoring.protection.ladders import Ladder, in_groups, period

AGES = ("0-8", "9-17", "18-29", "30-47", "48+")
GENDER = QuasiIdentifier("gender", ({"others": ("man", "another")},))
AGE = QuasiIdentifier(
    "age", ({"young": ("0-8", "9-17")}, {"under_30": ("0-8", "9-17", "18-29"), "older": ("30-47", "48+")})
)
RETURN = QuasiIdentifier("returned", periods=("quarter", "half_year", "year", "two_years"))
LADDERS = [Ladder(GENDER), Ladder(AGE), Ladder(RETURN)]
RULES = HidingRules(smallest=11, different=2, most_dropped=5)

PEOPLE = st.lists(
    st.tuples(
        st.tuples(
            st.sampled_from(["woman", "man", "another", None]),
            st.sampled_from([*AGES, None]),
            st.sampled_from(["2024-Q1", "2024-Q2", "2025-Q4", None]),
        ),
        st.tuples(st.sampled_from(["safe", "unsafe", None])),
        st.integers(1, 15),
    ),
    max_size=60,
)


def given_out(people, hidden, left_out):
    """How many people share each combination of answers as it is given, and what they told."""
    classes = {}
    for answers, told, count in people:
        key = tuple(ladder.at(hidden.levels[ladder.name], each) for ladder, each in zip(LADDERS, answers, strict=True))
        if key not in left_out:
            of_class = classes.setdefault(key, [0, set()])
            of_class[0] += count
            of_class[1] |= set(told) - {None}
    return classes


@given(PEOPLE)
def test_nobody_who_is_given_out_stands_in_too_small_or_too_alike_a_group(people):
    hidden, left_out = hide(crowds(people), LADDERS, RULES)

    for count, told in given_out(people, hidden, left_out).values():
        assert count >= 11
        assert not told or len(told) >= 2


@given(PEOPLE)
def test_everybody_is_given_out_or_counted_as_left_out(people):
    hidden, left_out = hide(crowds(people), LADDERS, RULES)
    kept = sum(count for count, _ in given_out(people, hidden, left_out).values())

    assert (kept, kept + hidden.dropped) == (hidden.after.people, sum(count for *_, count in people))


def test_answers_become_coarser_before_anybody_is_left_out():
    people = [(("woman", age, "2024-Q1"), ("safe",), 6) for age in ("0-8", "9-17")]
    people += [(("woman", age, "2024-Q1"), ("unsafe",), 6) for age in ("0-8", "9-17")]
    hidden, left_out = hide(crowds([*people, (("woman", "48+", "2024-Q1"), ("safe",), 12)]), LADDERS, RULES)

    assert hidden.levels["age"] >= 1
    assert not left_out or hidden.dropped <= 12


def test_what_is_large_and_mixed_enough_is_given_as_it_was_answered():
    people = [(("woman", "18-29", "2024-Q1"), (told,), 10) for told in ("safe", "unsafe")]
    hidden, left_out = hide(crowds(people), LADDERS, RULES)

    assert hidden.levels == {"gender": 0, "age": 0, "returned": 0}
    assert (left_out, hidden.before.k, hidden.after.l) == (frozenset(), 20, 2)


def test_a_group_that_told_one_and_the_same_thing_is_not_given_out():
    hidden, _ = hide(crowds([(("woman", "18-29", "2024-Q1"), ("unsafe",), 100)]), LADDERS, RULES)

    assert (hidden.after.people, hidden.dropped) == (0, 100)


def test_answers_grow_coarser_step_by_step():
    assert [Ladder(AGE).at(level, "9-17") for level in range(4)] == ["9-17", "young", "under_30", None]
    assert [Ladder(RETURN).at(level, "2025-Q3") for level in range(5)] == [
        "2025-Q3", "2025-H2", "2025", "2024-2025", None,
    ]  # fmt: skip
    assert in_groups({"labour": ("ForcedLabour", "Servitude")}, "ForcedLabour Other Servitude") == "Other labour"
    assert period("half_year", "2025-Q2") == "2025-H1"
