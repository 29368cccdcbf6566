"""What everybody can work out of one cell by itself: limits of its counts. The audit begins with these.

Whoever attacks is taken to know our rules, and of every withheld cell whether it was too small by itself or withheld
for the sake of others. Nobody tells them; so what holds against them holds against everybody.
"""

from dataclasses import dataclass, replace

from monitoring.domain.indicator import Kind
from monitoring.domain.release import Published, Shown
from monitoring.domain.release_plan import Group, ReleaseRules
from monitoring.protection.cells import Block, Saying, Series, SeriesFacts
from monitoring.protection.saying import QUARTERS

MANY = 10**5
"""More people than any release is of."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The smallest and largest a count can be, both possible."""

    low: int
    high: int

    def and_(self, other: "Limits") -> "Limits":
        return Limits(max(self.low, other.low), min(self.high, other.high))

    def widened(self, by: int) -> "Limits":
        return Limits(max(self.low - by, 0), self.high + by)

    def holds(self, count: int) -> bool:
        return self.low <= count <= self.high


@dataclass(frozen=True, slots=True)
class AffectedLimits:
    """Limits of those affected: as a count, as a part of the people, and of how many the rest are at least."""

    count: Limits
    band: int | None = None
    from_below: bool = True  # whether the band's lower end binds the count: not of a risk, where some were lost
    least_rest: int = 0
    looser: int = 0  # by how many people the band may be wrong: it was carried, or is of an earlier release

    def hold(self, affected: int, people: int) -> bool:
        if not (self.count.holds(affected) and affected <= people - self.least_rest):
            return False
        if self.band is None:
            return True
        low, high = self.band * people, (self.band + 1) * people - 1
        above = not self.from_below or QUARTERS * (affected + self.looser) >= low
        return above and (self.band == QUARTERS - 1 or QUARTERS * (affected - self.looser) <= high)


def people_limits(block: Block, group: Group, saying: Saying, rules: ReleaseRules) -> Limits:
    """Of the people of a cell: as rounded where any series shows them; else whether they were too few."""
    if group in block.public:
        return Limits(block.people[group], block.people[group])
    found = Limits(0, block.at_most.get(group, MANY))
    is_told = False
    for name, facts in block.series.items():
        said = saying[name, group]
        if said.shown is not Shown.WITHHELD:
            found = found.and_(_of_rounded(said, facts, rules))
            is_told = True
    if is_told:
        return found
    too_few = min(least_people(facts, rules) for facts in block.series.values()) + rules.margin
    if block.people[group] < too_few:
        return found.and_(Limits(0, too_few - 1))
    return found.and_(Limits(too_few - rules.margin, MANY))


def least_people(facts: SeriesFacts, rules: ReleaseRules) -> int:
    """From how many people on a cell says anything by itself."""
    match facts.kind:
        case Kind.COUNT:
            return rules.first_shown
        case Kind.MEAN | Kind.MEDIAN:
            return rules.mean_from - rules.slack
        case _:
            return (rules.share_from if facts.is_harm else rules.band_from) - rules.slack


def affected_limits(said: Published, facts: SeriesFacts, rules: ReleaseRules) -> AffectedLimits:
    """Of those affected, by what the cell says of them."""
    is_share = facts.kind is Kind.SHARE
    looser = rules.margin if said.carried else 0
    if said.shown is Shown.NUMBER:
        least = rules.smallest if said.carried else rules.first_shown
        around = _around(said.numerator or 0, rules, carried=said.carried)
        return AffectedLimits(around.and_(Limits(least, MANY)), least_rest=least)
    if said.shown is Shown.BAND:
        return AffectedLimits(Limits(0, MANY), said.band, from_below=is_share, looser=looser)
    return AffectedLimits(Limits(0, MANY))


def _of_rounded(said: Published, facts: SeriesFacts, rules: ReleaseRules) -> Limits:
    count = said.numerator if facts.kind is Kind.COUNT else said.denominator
    least = rules.smallest if said.carried else least_people(facts, rules)
    return _around(count or 0, rules, carried=said.carried).and_(Limits(least, MANY))


def _around(count: int, rules: ReleaseRules, *, carried: bool) -> Limits:
    wide = rules.kept_within if carried else rules.slack
    return Limits(max(count - wide, 0), count + wide)


@dataclass(frozen=True, slots=True)
class Known:
    """The limits of a whole block, ready to be looked through. Of those affected several may hold at once."""

    people: dict[Group, Limits]
    affected: dict[tuple[Series, Group], tuple[AffectedLimits, ...]]
    told: frozenset[tuple[Series | None, Group]] = frozenset()  # by earlier releases: no later one can take it back

    @classmethod
    def of(cls, block: Block, saying: Saying, rules: ReleaseRules) -> "Known":
        """What this release says."""
        return cls(
            {group: people_limits(block, group, saying, rules) for group in block.groups},
            {
                (name, group): (affected_limits(saying[name, group], facts, rules),)
                for name, facts in block.series.items()
                if facts.has_affected
                for group in block.groups
            },
        )

    def with_earlier(self, block: Block, earlier: Saying, rules: ReleaseRules, drift: int) -> "Known":
        """And what the last one said, if since then no count has moved by more than `drift`."""
        people, affected, told = dict(self.people), dict(self.affected), set(self.told)
        for (name, group), said in earlier.items():
            facts = block.series.get(name)
            if facts is None or group not in people or said.shown is Shown.WITHHELD:
                continue
            told |= {(None, group), (name, group)}
            people[group] = people[group].and_(_of_rounded(said, facts, rules).widened(drift))
            if facts.has_affected:
                limits = affected_limits(said, facts, rules)
                moved = replace(limits, count=limits.count.widened(drift), looser=limits.looser + drift, least_rest=0)
                affected[name, group] = (*affected[name, group], moved)
        return Known(people, affected, frozenset(told))

    def holds(self, group: Group, people: int, affected: dict[Series, int]) -> bool:
        """Whether a cell of so many people and affected would say what is said."""
        return self.people[group].holds(people) and all(
            limits.hold(count, people) for name, count in affected.items() for limits in self.affected[name, group]
        )
