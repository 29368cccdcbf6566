"""Complementary withholding in tables whose answer is known: no withheld cell can be computed from the margins."""

from dataclasses import replace

from worlds import SECURE, table

from monitoring.domain.indicator import Kind
from monitoring.domain.release import Published, Shown
from monitoring.domain.release_plan import ReleaseRules
from monitoring.protection.audit import Tally, audit, known_of
from monitoring.protection.cells import Block, Line, SeriesFacts
from monitoring.protection.jointly import protect
from monitoring.protection.ranges import System

EXACT = ReleaseRules(rounded_to=1, margin=1)
"""Without rounding: the classic problem, whose answers stand in textbooks."""

RULES = ReleaseRules()


def at(**codes):
    return tuple(codes.items())


def counts(people, lines, rules=RULES, **also):
    """A block of plain counts."""
    return Block("counts", people, {SECURE: SeriesFacts(Kind.COUNT)}, lines, **also), rules


def withheld(done):
    return sorted(group for (_, group), said in done.saying.items() if said.shown is Shown.WITHHELD)


def ranges(done, rules):
    known = known_of(done.block, done.saying, (), rules)
    system = System.of(done.block, known)
    return {group: system.range_of({(None, group): 1}) for group in withheld(done)}


def test_one_withheld_cell_of_a_line_takes_the_smallest_other_with_it():
    parts = {at(country="AL"): 80, at(country="MD"): 4, at(country="NG"): 30}
    block, rules = counts({(): 114, **parts}, (Line("country", (), tuple(parts)),), EXACT)

    done = protect(block, rules, (), {})

    assert withheld(done) == [at(country="MD"), at(country="NG")]
    assert ranges(done, rules)[at(country="MD")] == (0, 12)


def test_hierarchical_tables_the_whole_of_a_lower_line_is_a_part_of_a_higher_one():
    """All = AL + NG; NG = three providers, one of them small: NG's own count would undo withholding it alone."""
    ng = {at(provider="NG-1"): 5, at(provider="NG-2"): 40, at(provider="NG-3"): 60}
    people = {(): 205, at(country="AL"): 100, at(country="NG"): 105, **ng}
    lines = (
        Line("country", (), (at(country="AL"), at(country="NG"))),
        Line("provider", at(country="NG"), tuple(ng)),
    )
    block, rules = counts(people, lines, EXACT)

    done = protect(block, rules, (), {})

    assert withheld(done) == [at(provider="NG-1"), at(provider="NG-2")]
    assert ranges(done, rules)[at(provider="NG-1")] == (0, 12)


def test_linked_tables_share_a_total_and_are_looked_at_together():
    """By country and by gender of the same people: in each something is small, in each something else goes with it."""
    countries = {at(country="AL"): 60, at(country="MD"): 3, at(country="NG"): 57}
    genders = {at(gender="woman_or_girl"): 80, at(gender="man_or_boy"): 36, at(gender="another"): 4}
    lines = (Line("country", (), tuple(countries)), Line("gender", (), tuple(genders)))
    block, rules = counts({(): 120, **countries, **genders}, lines, EXACT)

    done = protect(block, rules, (), {})

    assert withheld(done) == sorted([at(country="MD"), at(country="NG"), at(gender="another"), at(gender="man_or_boy")])


def test_rounding_can_be_enough_to_hide_a_single_cell():
    parts = {at(country=code): 50 + number for number, code in enumerate(("AL", "BD", "IN", "NG", "PK", "TN"))}
    people = {(): sum(parts.values()) + 5, **parts, at(country="MD"): 5}
    block, rules = counts(people, (Line("country", (), (*parts, at(country="MD"))),))

    done = protect(block, rules, (), {})

    assert withheld(done) == [at(country="MD")]
    assert done.for_others == 0


def test_a_zero_of_a_possible_group_is_withheld_like_any_small_count():
    done = protect(table([("AL", 90, 50), ("BD", 80, 40), ("MD", 0, 0), ("NG", 200, 100)]), RULES, (), {})

    assert done.saying[SECURE, at(country="MD")].shown is Shown.WITHHELD


def test_public_counts_are_printed_exactly_and_held_against_the_rest():
    parts = {at(country="AL"): 83, at(country="MD"): 4, at(country="NG"): 31}
    block, rules = counts({(): 118, **parts}, (Line("country", (), tuple(parts)),), public=frozenset({(), *parts}))

    done = protect(block, rules, (), {})

    assert {group[0][1]: said.numerator for (_, group), said in done.saying.items() if group} == {
        "AL": 83,
        "MD": 4,
        "NG": 31,
    }


def test_a_count_bounded_by_a_public_one_needs_no_wider_range_than_that():
    """Six came home, and everybody may know it: nobody can be led to believe that ten answered."""
    block = replace(
        table([("AL", 90, 50), ("BD", 80, 40), ("MD", 5, 2), ("NG", 200, 100)]), at_most={at(country="MD"): 6}
    )

    done = protect(block, RULES, (), {})

    assert withheld(done) == [at(country="MD")]


def test_answers_of_one_list_add_up_and_everybody_knows_it():
    """Better, same and worse: two shown shares would give the third."""
    groups = [at(country=code) for code in ("AL", "BD", "NG")]
    people = {(): 240, **dict(zip(groups, (80, 80, 80), strict=True))}
    answers = {"better": (40, 38, 42), "same": (35, 37, 33), "worse": (5, 5, 5)}
    series = {
        (name, None): SeriesFacts(Kind.SHARE, affected={(): sum(of), **dict(zip(groups, of, strict=True))})
        for name, of in answers.items()
    }
    block = Block("answers", people, series, (Line("country", (), tuple(groups)),), adding_up=tuple(series))

    done = protect(block, RULES, (), {})
    known = known_of(done.block, done.saying, (), RULES)

    assert audit(done.block, done.saying, known, RULES, Tally()) == []
    assert done.saying[("worse", None), groups[0]].shown is not Shown.NUMBER


def test_means_are_shown_of_enough_people_only():
    people = {(): 52, at(country="AL"): 26, at(country="MD"): 20 - 3, at(country="NG"): 9}
    values = dict.fromkeys(people, 0.5123)
    facts = SeriesFacts(Kind.MEAN, values=values)
    block = Block("mean", people, {SECURE: facts}, (Line("country", (), tuple(people)[1:]),))

    done = protect(block, RULES, (), {})

    assert done.saying[SECURE, at(country="AL")] == Published(Shown.NUMBER, 0.51, None, 25)
    assert {at(country="MD"), at(country="NG")} <= set(withheld(done))
