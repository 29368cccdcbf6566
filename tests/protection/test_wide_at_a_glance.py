"""What is seen to be wide at a glance is wide to the solver too: moving counts about proves nothing that is not so."""

from random import Random

import pytest
from attacks import RULES, worlds
from worlds import WAYS, block_of, people

from monitoring.protection.audit import known_of, needed, targets, wide_at_a_glance
from monitoring.protection.cells import Block
from monitoring.protection.jointly import protect
from monitoring.protection.ranges import System


def disagreements(block: Block, saying) -> list[object]:
    known = known_of(block, saying, (), RULES)
    system = System.of(block, known)
    found = []
    for target in targets(block, saying, known, RULES):
        if wide_at_a_glance(block, known, target, RULES) is not None:
            low, high = system.range_of(target.terms) or (target.true, target.true)
            if not any(low <= each.low and high >= each.high for each in needed(target, RULES)):
                found.append(target)
    return found


@pytest.mark.parametrize("at", range(3))
def test_of_a_share(at):
    done = protect(worlds(3)[at], RULES, (), WAYS)

    assert disagreements(done.block, done.saying) == []


def test_of_answers_that_add_up():
    first = block_of(people(Random(4), 260))
    name, facts = next(iter(first.series.items()))
    rest = {group: first.people[group] - facts.affected[group] for group in first.people}
    kinds = {name: facts, ("rest", None): type(facts)(facts.kind, affected=rest)}
    block = Block("list", first.people, kinds, first.lines, adding_up=tuple(kinds))
    done = protect(block, RULES, (), WAYS)

    assert disagreements(done.block, done.saying) == []
