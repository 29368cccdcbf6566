"""Attacks that must fail: by filters, tables, totals, complements; groups of which all or nobody is counted; bands."""

from random import Random

import pytest
from attacks import RULES, SCHEMES, attack, common_counts, figures, worlds
from worlds import SECURE, WAYS, Person, block_of, overlapping, people, table

from monitoring.domain.release import Shown
from monitoring.protection.audit import Tally, audit, known_of
from monitoring.protection.jointly import protect
from monitoring.protection.ranges import System

MD = (("country", "MD"),)
OVER_GUESSING = 0.05


def protected(block):
    return protect(block, RULES, (), WAYS if len(block.lines) > 1 else {})


def ranges(done, group):
    """What an attacker knows of a cell: its people, those affected, the rest."""
    system = System.of(done.block, known_of(done.block, done.saying, (), RULES))
    rest = {(None, group): 1, (SECURE, group): -1}
    return [system.range_of(terms) for terms in ({(None, group): 1}, {(SECURE, group): 1}, rest)]


def said(done):
    """Everything anybody sees."""
    return {place: each.said for place, each in done.saying.items()}


@pytest.mark.parametrize("queries", [0, 100])
def test_what_we_withhold_is_known_no_better_than_by_guessing(queries):
    exact, guessed, hidden = figures(8, queries)["ours"]

    assert hidden > 10
    assert exact <= guessed + OVER_GUESSING


def test_the_attacks_are_attacks_they_break_what_others_do():
    found = figures(8, 100)

    assert found["threshold only"][0] > 0.9
    assert found["rounding only"][0] > found["ours"][0] + 0.2
    assert set(found) == set(SCHEMES)


def test_all_minus_one_says_nothing_of_the_one():
    """Six countries shown, one withheld: the total less the six is known to the rounding of seven counts."""
    shown = [("AL", 80, 40), ("BD", 90, 50), ("IN", 75, 30), ("NG", 120, 60), ("PK", 64, 32), ("TN", 70, 40)]
    done = protected(table([*shown, ("MD", 4, 1)]))
    (low, high), *_ = ranges(done, MD)

    assert done.saying[SECURE, MD].shown is Shown.WITHHELD
    assert (low <= RULES.slack, high >= 10 - RULES.slack) == (True, True)


@pytest.mark.parametrize("affected", [0, 30])
def test_a_group_of_which_nobody_or_everybody_is_counted_is_not_known_to_be_one(affected):
    others = [(code, 100, 55) for code in ("AL", "BD", "IN", "NG", "PK", "TN")]
    done = protected(table([*others, ("MD", 30, affected)]))
    _, counted, rest = ranges(done, MD)

    assert done.saying[SECURE, MD].shown is not Shown.NUMBER
    assert min(counted[1] - counted[0], rest[1] - rest[0]) >= RULES.narrowest


@pytest.mark.parametrize("among", [18, 22, 27, 33, 42, 43, 52])
def test_a_band_never_narrows_down_to_less_than_five(among):
    others = [(code, 100, 55) for code in ("AL", "BD", "IN", "NG", "PK", "TN")]
    for affected in range(0, among + 1, 4):
        done = protected(table([*others, ("MD", among, affected)]))
        low, high = ranges(done, MD)[1]

        assert high - low >= RULES.narrowest, affected


def test_a_hidden_count_of_any_table_keeps_its_range():
    """Linked tables: countries, genders and ages of the same people share one total."""
    for block in worlds(8):
        done = protect(block, RULES, (), WAYS)
        known = known_of(done.block, done.saying, (), RULES)

        assert audit(done.block, done.saying, known, RULES, Tally()) == []


@pytest.mark.parametrize("secure", [True, False])
@pytest.mark.parametrize("country", ["MD", "NG"])
def test_one_new_person_changes_nothing_that_anybody_sees(secure, country):
    for seed in range(4):
        everybody = people(Random(seed), 300)
        first = protect(block_of(everybody), RULES, (), WAYS)
        newcomer = Person(country, "woman_or_girl", "18-29", secure)
        second = protect(block_of([*everybody, newcomer]), RULES, (first.saying,), WAYS)

        assert said(second) == said(first)


def test_one_withdrawn_person_changes_nothing_that_anybody_sees():
    for seed in range(4):
        everybody = people(Random(seed), 300)
        first = protect(block_of(everybody), RULES, (), WAYS)
        for at in (0, 7, 100):
            fewer = everybody[:at] + everybody[at + 1 :]

            assert said(protect(block_of(fewer), RULES, (first.saying,), WAYS)) == said(first)


def test_two_releases_together_say_no_more_than_they_may():
    for seed in range(4):
        random = Random(seed)
        everybody = people(random, 300)
        first = protect(block_of(everybody), RULES, (), WAYS)
        later = [*everybody[20:], *people(random, 40)]
        second = protect(block_of(later), RULES, (first.saying,), WAYS)
        known = known_of(second.block, second.saying, (first.saying,), RULES)

        assert audit(second.block, second.saying, known, RULES, Tally()) == []


def test_harm_is_a_number_or_under_a_quarter_of_many_or_nothing():
    done = protected(table([("AL", 200, 30), ("BD", 90, 3), ("MD", 40, 2), ("NG", 300, 80)], harm=True))
    found = {group[0][1]: each for (_, group), each in done.saying.items() if group}

    assert [found[code].shown for code in ("AL", "BD", "MD")] == [Shown.NUMBER, Shown.BAND, Shown.WITHHELD]
    assert found["BD"].band == 0


def test_sums_of_overlapping_filters_are_not_answered_by_a_release():
    block = block_of(people(Random(2), 400))
    asked = overlapping(Random(1), 100)

    assert attack(block, "ours", asked) == attack(block, "ours")
    assert sum(common_counts([block]).values()) > 0
