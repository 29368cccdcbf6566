"""Means beside each other: what subtraction gives of them has to be a mean of enough people too.

A mean times its people is a sum, and sums can be taken from each other. Of a line whose total is shown, whoever
subtracts the parts that are shown gets the mean of all those that are withheld, taken together: of these alone, not of
one of them. So the withheld parts together have to be as many people as a mean is shown of; then nothing comes out that
could not have been printed. Medians do not add up.
"""

from monitoring.domain.indicator import Kind
from monitoring.domain.release import Shown
from monitoring.domain.release_plan import Group, ReleaseRules
from monitoring.protection.cells import FOR_OTHERS, Block, Line, Saying, Series
from monitoring.protection.saying import NEAR, is_near_an_end


def withhold_beside_means(block: Block, saying: Saying, rules: ReleaseRules, last: Saying) -> None:
    """Withholds the next smaller parts of a line until those withheld are enough people together.

    From the last release on fewer will do, by the margin: one person more or less changes nothing that is seen.
    """
    for name, facts in block.series.items():
        if facts.kind is Kind.MEAN:
            for line in block.lines:
                _withhold_beside(block, line, name, saying, rules, last)


def left_by_subtraction(block: Block, line: Line, name: Series, saying: Saying) -> tuple[Group, ...]:
    """The parts whose common mean anybody can work out: those withheld, where the total and any other are shown."""
    hidden = tuple(part for part in line.parts if saying[name, part].shown is Shown.WITHHELD)
    is_open = saying[name, line.whole].shown is not Shown.WITHHELD and len(hidden) < len(line.parts)
    return hidden if is_open else ()


def _withhold_beside(block: Block, line: Line, name: Series, saying: Saying, rules: ReleaseRules, last: Saying) -> None:
    left = left_by_subtraction(block, line, name, saying)
    is_as_before = bool(left) and all(
        (name, part) in last and (last[name, part].shown is Shown.WITHHELD) == (part in left) for part in line.parts
    )
    enough = rules.mean_from - rules.slack if is_as_before else rules.mean_from + rules.margin
    while left and (_people(block, left) < enough or _tells_of_each(block, name, left)):
        shown = [part for part in line.parts if part not in left]
        saying[name, min(shown, key=lambda part: (block.people[part], part))] = FOR_OTHERS
        left = left_by_subtraction(block, line, name, saying)


def _people(block: Block, parts: tuple[Group, ...]) -> int:
    return sum(block.people[part] for part in parts)


def _tells_of_each(block: Block, name: Series, parts: tuple[Group, ...]) -> bool:
    """Whether their common mean is so near an end of the scale that it would be withheld itself."""
    facts, people = block.series[name], block.people
    counted = sum((facts.values[part] or 0) * people[part] for part in parts if people[part])
    return bool(_people(block, parts)) and is_near_an_end(facts, counted / _people(block, parts), NEAR)
