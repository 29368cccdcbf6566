"""What is seen without solving is so: ranges that are shown lie inside the solver's, bounds from outside around it."""

from random import Random

import pytest
from attacks import RULES, worlds
from worlds import WAYS, block_of, people, table

from monitoring.domain.release_plan import ReleaseRules
from monitoring.protection.audit import known_of
from monitoring.protection.cells import Block
from monitoring.protection.jointly import protect
from monitoring.protection.ranges import System
from monitoring.protection.reach import Reach
from monitoring.protection.star import Star
from monitoring.protection.targets import Target, targets


def ranges(block: Block, saying) -> list[tuple[Target, tuple[int, int], tuple[int, int], tuple[int, int]]]:
    """Each target with the range that is shown, the solver's, and the bounds from outside."""
    known = known_of(block, saying, (), RULES)
    system = System.of(block, known)
    reach = Reach(block, known, Star.of(block))
    asked = list(targets(block, saying, known, RULES))
    for target in asked:
        reach.push(target.group)
    return [(each, reach.of(each), system.range_of(each.terms), reach.outside(each)) for each in asked]


def lies(found) -> list[object]:
    return [
        target
        for target, shown, solved, outside in found
        if not outside[0] <= solved[0] <= shown[0] <= target.true <= shown[1] <= solved[1] <= outside[1]
    ]


def listed() -> Block:
    """A list of two answers that add up to the people."""
    first = block_of(people(Random(4), 260))
    name, facts = next(iter(first.series.items()))
    rest = {group: first.people[group] - facts.affected[group] for group in first.people}
    kinds = {name: facts, ("rest", None): type(facts)(facts.kind, affected=rest)}
    return Block("list", first.people, kinds, first.lines, adding_up=tuple(kinds))


@pytest.mark.parametrize("at", range(3))
def test_of_a_share(at):
    done = protect(worlds(3)[at], RULES, (), WAYS)

    assert lies(ranges(done.block, done.saying)) == []


def test_of_answers_that_add_up():
    done = protect(listed(), RULES, (), WAYS)

    assert lies(ranges(done.block, done.saying)) == []


@pytest.mark.parametrize("block", [*worlds(2), listed()], ids=["first", "second", "list"])
def test_most_ranges_need_no_solver(block):
    done = protect(block, RULES, (), WAYS)

    assert done.tally.solved < 0.1 * done.tally.ranges


def test_lines_that_hang_from_each_other_are_left_to_the_solver():
    block = table([("AL", 80, 40), ("MD", 4, 1)])
    (line,) = block.lines
    hung = type(line)("provider", line.parts[0], ((("provider", "AL-1"),),))
    people_of = {**block.people, hung.parts[0]: 80}

    assert Star.of(Block("hung", people_of, block.series, (line, hung))) is None


def test_a_country_that_everybody_knows_to_be_tiny_takes_no_other_with_it():
    """Three came home, and that is public: nobody can be led to believe that more were asked, so nothing is withheld
    to hide it."""
    parts = [("AL", 90, 50), ("BD", 80, 40), ("MD", 2, 1), ("NG", 200, 100)]
    tiny = (("country", "MD"),)
    plain = table(parts)
    known_tiny = Block(plain.name, plain.people, plain.series, plain.lines, at_most={tiny: 3})

    done = protect(known_tiny, ReleaseRules(), (), {})

    assert (done.for_others, done.saying[next(iter(plain.series)), tiny].shown) == (0, "withheld")
