"""Means may be subtracted from each other: what comes out is never the mean of fewer people than a mean is shown of."""

from random import Random

import pytest
from attacks import RULES

from monitoring.domain.indicator import Kind
from monitoring.domain.release import Shown
from monitoring.protection.cells import Block, Line, SeriesFacts
from monitoring.protection.jointly import protect
from monitoring.protection.means import left_by_subtraction

SCORE = ("housing_score", None)
COUNTRIES = ("AL", "BD", "IN", "MD", "NG", "PK", "TN")
GENDERS = ("woman_or_girl", "man_or_boy", "another", "not_recorded")


def scored(scores: dict[str, list[float]], genders: dict[str, list[float]] | None = None) -> Block:
    """The block of a mean score, by country and perhaps by gender."""
    sides = {"country": scores, **({"gender": genders} if genders else {})}
    everybody = [score for of_them in scores.values() for score in of_them]
    people, values, lines = {(): len(everybody)}, {(): sum(everybody) / len(everybody)}, []
    for side, parts in sides.items():
        groups = {((side, code),): of_them for code, of_them in parts.items()}
        people |= {group: len(of_them) for group, of_them in groups.items()}
        values |= {group: sum(of_them) / len(of_them) if of_them else None for group, of_them in groups.items()}
        lines.append(Line(side, (), tuple(groups)))
    facts = SeriesFacts(Kind.MEAN, values=values, top=1.0)
    return Block("mean", people, {SCORE: facts}, tuple(lines))


def drawn(random: Random, sizes: dict[str, int]) -> dict[str, list[float]]:
    return {code: [random.choice((0.25, 0.5, 0.75, 1.0)) for _ in range(size)] for code, size in sizes.items()}


def subtracted(done, line) -> tuple[float, int] | None:
    """What an attacker works out of a line who even knows every number of people: a mean, and of how many."""
    left = left_by_subtraction(done.block, line, SCORE, done.saying)
    if not left:
        return None
    people = done.block.people
    whole = (done.saying[SCORE, line.whole].value or 0) * people[line.whole]
    shown = [part for part in line.parts if part not in left]
    among = sum(people[part] for part in left)
    return (whole - sum((done.saying[SCORE, part].value or 0) * people[part] for part in shown)) / among, among


def test_a_small_countrys_mean_is_not_the_total_less_the_others():
    """Six countries shown and Moldova's four withheld alone would give the mean of the four."""
    block = scored(drawn(Random(1), dict(zip(COUNTRIES, (80, 90, 75, 4, 120, 64, 30), strict=True))))
    done = protect(block, RULES, (), {})
    hidden = [group for (_, group), said in done.saying.items() if said.shown is Shown.WITHHELD]

    assert hidden == [(("country", "MD"),), (("country", "TN"),)]
    _, among = subtracted(done, block.lines[0]) or (0, 0)
    assert among == 34


@pytest.mark.parametrize("seed", range(40))
def test_no_subtraction_gives_the_mean_of_few(seed: int):
    random = Random(seed)
    sizes = {code: random.choice((0, 2, 5, 9, 14, 19, 24, 60, 130)) for code in COUNTRIES}
    scores = drawn(random, {**sizes, "NG": 90})
    everybody = [score for of_them in scores.values() for score in of_them]
    cuts = sorted(random.sample(range(len(everybody)), 3))
    parts = [everybody[start:end] for start, end in zip([0, *cuts], [*cuts, len(everybody)], strict=True)]
    block = scored(scores, dict(zip(GENDERS, parts, strict=True)))

    done = protect(block, RULES, (), {})

    found = [subtracted(done, line) for line in block.lines]
    assert [among for _, among in filter(None, found) if among < RULES.mean_from] == []


def test_one_person_more_or_less_changes_nothing_that_is_seen():
    scores = drawn(Random(3), dict(zip(COUNTRIES, (80, 90, 75, 4, 120, 64, 20), strict=True)))
    first = protect(scored(scores), RULES, (), {})
    for code in COUNTRIES:
        more = {**scores, code: [*scores[code], 0.5]}
        less = {**scores, code: scores[code][1:]}
        for other in (more, less):
            then = protect(scored(other), RULES, (first.saying,), {})

            assert {place: said.said for place, said in then.saying.items()} == {
                place: said.said for place, said in first.saying.items()
            }


@pytest.mark.parametrize("everybody", [0.0, 1.0])
def test_a_mean_that_tells_of_each_single_person_is_withheld(everybody: float):
    scores = {**drawn(Random(4), dict.fromkeys(COUNTRIES, 60)), "MD": [everybody] * 40}
    done = protect(scored(scores), RULES, (), {})

    assert done.saying[SCORE, (("country", "MD"),)].shown is Shown.WITHHELD
