"""Change in the same people against SciPy and against published tables; who improved is counted by the rule given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from monitoring.statistics.change import Change, change_of_shares, change_of_values

SCORES = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=2, max_size=60)


@pytest.mark.parametrize(
    ("both", "first_only", "second_only", "neither", "low", "high"),
    [(36, 12, 2, 0, -0.3404, -0.0569), (53, 16, 8, 9, -0.2039, 0.0201)],
)
def test_the_range_of_a_paired_share_is_newcombes(both, first_only, second_only, neither, low, high):
    """The first row is printed in Newcombe 1998 (Statistics in Medicine 17: 2635-2650) as 0.0569 to 0.3404."""
    found = change_of_shares(kept=both, lost=first_only, gained=second_only, without=neither, up_is_better=True)

    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)
    assert found.value == pytest.approx((second_only - first_only) / found.people)


def test_nobody_changed_is_not_certainty():
    found = change_of_shares(gained=0, kept=6, without=4, lost=0, up_is_better=True)

    assert (found.value, found.improved, found.same, found.worsened) == (0, 0, 10, 0)
    assert found.low < 0 < found.high


@given(st.tuples(*[st.integers(0, 40)] * 4).filter(any))
def test_a_paired_share_turned_round_is_the_same_seen_from_behind(counts):
    gained, kept, without, lost = counts
    there = change_of_shares(gained=gained, kept=kept, without=without, lost=lost, up_is_better=True)
    back = change_of_shares(gained=lost, kept=kept, without=without, lost=gained, up_is_better=True)

    assert (back.value, back.low, back.high) == pytest.approx((-there.value, -there.high, -there.low), abs=1e-12)
    assert -1 <= there.low <= there.value <= there.high <= 1
    assert (back.improved, back.worsened) == (there.worsened, there.improved)


@given(SCORES)
def test_the_mean_change_and_its_range_are_scipys(pairs):
    found = change_of_values(pairs, measurable=0.125, up_is_better=True)

    differences = [second - first for first, second in pairs]
    assert found.value == pytest.approx(sum(differences) / len(pairs), abs=1e-9)
    if max(differences) - min(differences) > 1e-3:  # of nearly equal differences SciPy has no range worth its name
        test = stats.ttest_rel([second for _, second in pairs], [first for first, _ in pairs])
        assert (found.low, found.high) == pytest.approx(tuple(test.confidence_interval()), abs=1e-6)


def test_a_change_counts_from_the_measurable_one_on():
    pairs = [(0.575, 0.7), (0.5, 0.62), (0.5, 0.5), (0.75, 0.625), (0.9, 0.1)]

    up = change_of_values(pairs, measurable=0.125, up_is_better=True)
    down = change_of_values(pairs, measurable=0.125, up_is_better=False)

    assert (up.improved, up.same, up.worsened) == (1, 2, 2)
    assert (down.improved, down.same, down.worsened) == (2, 2, 1)


def test_of_one_person_there_is_a_change_and_no_range():
    assert change_of_values([(0.5, 0.75)], measurable=0.125, up_is_better=True) == Change(1, 0.25, None, None, 1, 0, 0)


def test_of_nobody_there_is_no_change():
    assert change_of_values([], measurable=0.125, up_is_better=True) is None
    assert change_of_shares(gained=0, kept=0, without=0, lost=0, up_is_better=True) is None
