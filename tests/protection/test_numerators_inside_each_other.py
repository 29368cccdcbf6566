"""Who was interviewed was reached: those reached and not interviewed are a count that nobody prints and two give."""

from random import Random

import pytest
from attacks import RULES

from monitoring.domain.indicator import Kind
from monitoring.domain.release import Shown
from monitoring.protection.audit import known_of
from monitoring.protection.cells import Block, Line, SeriesFacts
from monitoring.protection.jointly import protect
from monitoring.protection.ranges import System

REACHED, INTERVIEWED = ("reached", None), ("interviewed", None)
ALL = ()


def followed_up(parts: dict[str, tuple[int, int, int]], *, is_declared: bool = True) -> Block:
    """Each country's people due, reached and interviewed."""
    counts = {(("country", code),): each for code, each in parts.items()}
    counts[ALL] = tuple(sum(each[at] for each in parts.values()) for at in range(3))
    people, reached, interviewed = ({group: each[at] for group, each in counts.items()} for at in range(3))
    series = {
        REACHED: SeriesFacts(Kind.SHARE, affected=reached),
        INTERVIEWED: SeriesFacts(Kind.SHARE, affected=interviewed),
    }
    lines = (Line("country", ALL, tuple(group for group in counts if group)),)
    nested = ((INTERVIEWED, REACHED),) if is_declared else ()
    return Block("followed up", people, series, lines, nested=nested)


def between(done, group) -> tuple[int, int]:
    """What an attacker with everything published knows of those reached and not interviewed."""
    system = System.of(done.block, known_of(done.block, done.saying, (), RULES))
    for each in done.block.groups:  # and everybody knows that the one is inside the other
        places = {system.places[REACHED, each]: 1.0, system.places[INTERVIEWED, each]: -1.0}
        system.rows.append((places, 0.0, float("inf")))
    found = system.range_of({(REACHED, group): 1, (INTERVIEWED, group): -1})
    assert found is not None
    return found


@pytest.mark.parametrize("seed", range(12))
def test_what_lies_between_two_of_them_keeps_its_range(seed: int):
    random = Random(seed)
    parts = {}
    for code in ("AL", "BD", "MD", "NG", "TN"):
        people = random.randint(60, 200)
        reached = random.randint(20, people - 20)
        parts[code] = (people, reached, reached - random.choice((0, 1, 3, 5, 8, 10, 15)))
    done = protect(followed_up(parts), RULES, (), {})

    for code, (_, reached, interviewed) in parts.items():
        low, high = between(done, (("country", code),))
        if reached - interviewed < RULES.smallest:
            assert (low <= RULES.slack, high >= RULES.smallest - 1 - RULES.slack) == (True, True), code


def test_without_it_two_numbers_would_tell():
    """Sixty reached, sixty interviewed: at most four were reached and not interviewed."""
    parts = {"AL": (140, 61, 60), "BD": (130, 70, 40), "MD": (140, 80, 50)}
    told = between(protect(followed_up(parts, is_declared=False), RULES, (), {}), (("country", "AL"),))
    kept = protect(followed_up(parts), RULES, (), {})

    assert told[1] < RULES.smallest - 1 - RULES.slack
    assert kept.saying[INTERVIEWED, (("country", "AL"),)].shown is Shown.BAND
    assert kept.saying[REACHED, (("country", "AL"),)].shown is Shown.NUMBER


def test_the_same_people_told_of_once_more_are_told_of_in_the_same_way():
    for seed in range(6):
        random = Random(seed)
        parts = {}
        for code in ("AL", "BD", "MD", "NG", "TN"):
            people = random.randint(60, 200)
            reached = random.randint(20, people - 20)
            parts[code] = (people, reached, reached - random.choice((0, 3, 8, 15, 16)))
        first = protect(followed_up(parts), RULES, (), {})
        people, reached, interviewed = parts["AL"]
        for now in (parts, {**parts, "AL": (people + 1, reached + 1, interviewed)}):
            then = protect(followed_up(now), RULES, (first.saying,), {})

            assert {place: said.said for place, said in then.saying.items()} == {
                place: said.said for place, said in first.saying.items()
            }
