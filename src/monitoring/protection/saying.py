"""What one cell may say by its own size, before anything else is looked at: a number, a band, or nothing.

The last release is kept where little has changed: one new or one withdrawn person changes nothing anybody can see.
"""

from monitoring.domain.indicator import Kind
from monitoring.domain.release import Published, Shown
from monitoring.domain.release_plan import Group, ReleaseRules
from monitoring.protection.cells import WITHHELD, Block, Saying, SeriesFacts

QUARTERS = 4
"""Bands are quarters: under a quarter, to a half, to three quarters, more."""


def first_saying(block: Block, rules: ReleaseRules, earlier: Saying) -> Saying:
    """What each cell says if nothing else is withheld for its sake."""
    return {
        (name, group): _said(facts, block, group, rules, earlier.get((name, group)))
        for name, facts in block.series.items()
        for group in block.groups
    }


def _said(facts: SeriesFacts, block: Block, group: Group, rules: ReleaseRules, before: Published | None) -> Published:
    people, affected = block.people[group], facts.affected.get(group, 0)
    if facts.kind is Kind.COUNT and group in block.public:
        return Published(Shown.NUMBER, float(people), people)
    if before is not None:
        if before.shown is Shown.WITHHELD:
            if before.for_others:
                return before
            fewer = max(affected - rules.margin, 0)
            is_near = is_near_an_end(facts, facts.values.get(group), 2 * NEAR)
            if is_near or by_size(facts, group, people - rules.margin, fewer, rules).shown is Shown.WITHHELD:
                return WITHHELD
        elif _stays(facts, before, people, affected, rules):
            return Published(
                before.shown, before.value, before.numerator, before.denominator, before.band, carried=True
            )
    return by_size(facts, group, people, affected, rules)


def by_size(facts: SeriesFacts, group: Group, people: int, affected: int, rules: ReleaseRules) -> Published:
    """What so many people may say."""
    match facts.kind:
        case Kind.COUNT:
            if people < rules.first_shown:
                return WITHHELD
            return Published(Shown.NUMBER, float(rules.rounded(people)), rules.rounded(people))
        case Kind.MEAN | Kind.MEDIAN:
            value = facts.values.get(group)
            if value is None or rules.rounded(people) < rules.mean_from or is_near_an_end(facts, value, NEAR):
                return WITHHELD
            return Published(Shown.NUMBER, round(value, facts.decimals), None, rules.rounded(people))
        case _:
            return _share(facts, group, people, affected, rules)


NEAR = 0.05
"""Of its whole scale: a mean so near an end says the same of nearly everybody."""


def is_near_an_end(facts: SeriesFacts, value: float | None, near: float) -> bool:
    """Whether the value would tell of each single person: that nobody has any of it, or everybody all of it."""
    if facts.has_affected or facts.kind is Kind.COUNT or value is None:
        return False
    if facts.top is None:
        return round(value, facts.decimals) <= 0
    return not near * facts.top < value < (1 - near) * facts.top


def _share(facts: SeriesFacts, group: Group, people: int, affected: int, rules: ReleaseRules) -> Published:
    shown = rules.rounded(people)
    if shown < (rules.share_from if facts.is_harm else rules.band_from):
        return WITHHELD
    share = _share_of(facts, group, people, affected)
    if share is None:
        return WITHHELD
    if shown >= rules.share_from and min(affected, people - affected) >= rules.first_shown:
        counted = affected if facts.kind is Kind.SHARE else round(share * people)
        value = min(rules.rounded(counted) / shown, 1.0)
        return Published(Shown.NUMBER, value, rules.rounded(affected), shown)
    return Published(Shown.BAND, None, None, shown, min(int(QUARTERS * share), QUARTERS - 1))


def _share_of(facts: SeriesFacts, group: Group, people: int, affected: int) -> float | None:
    """A risk is not those affected of everybody: some were not followed to the end."""
    if facts.kind is Kind.TIME_TO_EVENT:
        return facts.values.get(group)
    return affected / people if people else None


def _stays(facts: SeriesFacts, before: Published, people: int, affected: int, rules: ReleaseRules) -> bool:
    """Whether what was said before is still nearly so, and still of enough people."""
    within = rules.kept_within
    if facts.kind is Kind.COUNT:
        return people >= rules.smallest and abs(people - (before.numerator or 0)) <= within
    if people < rules.smallest or abs(people - (before.denominator or 0)) > within:
        return False
    if before.band is not None:
        low, high = before.band * people, (before.band + 1) * people - 1
        at_top = before.band == QUARTERS - 1
        return QUARTERS * (affected + rules.margin) >= low and (at_top or QUARTERS * (affected - rules.margin) <= high)
    if facts.has_affected:
        is_near = abs(affected - (before.numerator or 0)) <= within
        return is_near and min(affected, people - affected) >= rules.smallest
    return True
