"""What a release would say: every block protected, as published cells, and what the audit found. Writes nothing."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from time import monotonic

from monitoring.domain.people import Actor, Deed
from monitoring.domain.release import Audit, Published, Release, ReleasedCell, ReleaseStatus, Shown
from monitoring.domain.release_plan import Group
from monitoring.domain.submission import Status, Submission
from monitoring.protection.cells import WITHHELD, Block, Saying, Series
from monitoring.protection.jointly import Protected, Ways, protect
from monitoring.protection.saying import first_saying
from monitoring.services.house import House
from monitoring.services.release_blocks import blocks
from monitoring.services.release_counts import Counted, count
from monitoring.services.release_years import as_in_the_same_year

ENOUGH = 0.6
"""Where less of the cells by country and round says something, neighbouring rounds are put together."""

Before = dict[tuple[str, Group, int | None], Published]
"""What the last approved release says, by place."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A release before it is frozen. It holds published cells only."""

    cells: tuple[ReleasedCell, ...]
    audit: Audit
    people: int  # in all, exactly: for the refusal of too few, never shown
    hand_ins: tuple[int, ...] = ()  # that counted when it was made: with others it is another draft

    @property
    def contents(self) -> str:
        """SHA-256 of everything it says."""
        said = [[cell.place, asdict(cell.published.said)] for cell in self.cells]
        return sha256(json.dumps(said).encode()).hexdigest()


def draft(actor: Actor, house: House) -> Draft:
    """Counts, merges, withholds and looks again until no withheld count is known too well. Raises NotAllowed."""
    begun = monotonic()
    earlier = approved(actor, house)
    history = [_said(house, each) for each in earlier]
    before = history[0] if history else {}
    found, unmerged = _counted(actor, house, before)
    done: list[Protected] = []
    for block in blocks(house.catalogue, found):
        done.append(_below(_protected(house, block, found, history, done), done))
    cells = tuple(_cells(done, before))
    hand_ins = standing(actor, house)
    ids = tuple(sorted(each.id for each in hand_ins))
    audit = _audit(done, cells, unmerged, monotonic() - begun)
    audit = replace(audit, open_warnings=sum(each.open_warnings for each in hand_ins))
    return Draft(cells, audit, _people(found), ids)


def _counted(actor: Actor, house: House, before: Before) -> tuple[Counted, float]:
    """Single rounds, or pooled ones where so little could be said of single ones; and how much single ones say."""
    single = count(actor, house, is_pooled=False)
    said = _said_by_size(house, single)
    if _was_pooled(before):
        return count(actor, house, is_pooled=True), said
    if said < ENOUGH:
        pooled = count(actor, house, is_pooled=True)
        return (pooled if _said_by_size(house, pooled) > said else single), said
    return single, said


def approved(actor: Actor, house: House) -> tuple[Release, ...]:
    """Approved releases, the newest first. Raises NotAllowed."""
    actor.must(Deed.SEE_SHARED_FIGURES)
    return tuple(each for each in house.releases.all() if each.status is ReleaseStatus.APPROVED)


def standing(actor: Actor, house: House, *only: Status) -> tuple[Submission, ...]:
    """Hand-ins that count, or those of some statuses. Raises NotAllowed."""
    actor.must(Deed.BUILD_RELEASES)
    return tuple(each for each in house.store.submissions() if (each.status in only if only else each.stands))


def _said(house: House, release: Release) -> Before:
    return {cell.place: cell.published for cell in house.releases.cells(release)}


def _protected(
    house: House, block: Block, found: Counted, history: Sequence[Before], done: Sequence[Protected]
) -> Protected:
    plan = house.catalogue.releases
    tables = {table.id: table.side for table in plan.tables}
    ways: Ways = {
        line.table: plan.ways(tables[line.table], tuple(part[0][1] for part in line.parts))
        for line in block.lines
        if len(plan.ways(tables[line.table], ())) > 1
    }
    earlier = [_of_block(said, block) for said in history]
    block, left = as_in_the_same_year(block, ways, done)
    return protect(block, plan.rules, earlier, left)


def _below(made: Protected, done: Sequence[Protected]) -> Protected:
    """A year's people are said once, by the table of years; of a year that it withholds nothing else is said."""
    earlier = [each.saying[place] for each in done for place in made.saying if place in each.saying]
    places = {place for each in done for place in each.saying}
    own = {place: said for place, said in made.saying.items() if place not in places}
    if any(each.shown is Shown.WITHHELD for each in earlier):
        return replace(made, saying=dict.fromkeys(own, WITHHELD))
    return replace(made, saying=own)


def _of_block(said: Before, block: Block) -> Saying:
    """What was said of the block's series in its round; of cells that were merged then too."""
    rest = next(line.whole for line in block.lines)
    return {
        (series, group): said[id_, group, months]
        for id_, group, months in said
        if (series := (id_, months)) in block.series and set(rest) <= set(group)
    }


def _said_by_size(house: House, found: Counted) -> float:
    """The share of cells by country that say something by their size alone."""
    rules = house.catalogue.releases.rules
    said = [
        each.shown is not Shown.WITHHELD
        for block in blocks(house.catalogue, found)
        for (_, group), each in first_saying(block, rules, {}).items()
        if "country" in dict(group)
    ]
    return sum(said) / len(said) if said else 1.0


def _was_pooled(before: Before) -> bool:
    """Once rounds were put together they stay so: what lies between two ways to group would be known."""
    return any("-" in dict(group).get("round", "") for _, group, _ in before)


def _cells(done: Iterable[Protected], before: Before) -> Iterator[ReleasedCell]:
    for each in done:
        table_of = {part: line.table for line in each.block.lines for part in line.parts}
        for (series, group), said in _in_order(each.saying):
            id_, months = series
            earlier = before.get((id_, group, months))
            is_revised = earlier is not None and earlier.said != said.said
            yield ReleasedCell(id_, table_of.get(group, "total"), group, said, months, is_revised)


def _in_order(saying: Saying) -> list[tuple[tuple[Series, Group], Published]]:
    return sorted(saying.items(), key=lambda pair: (pair[0][0][0], pair[0][0][1] or 0, pair[0][1]))


def _people(found: Counted) -> int:
    figure = found.counts.get(("people_returned", None, ()))
    return int(figure.numerator or 0) if figure else 0


def _audit(done: Sequence[Protected], cells: Sequence[ReleasedCell], unmerged: float, seconds: float) -> Audit:
    shown = [cell.published.shown for cell in cells]
    of_countries = [cell.published.shown for cell in cells if dict(cell.group).get("country")]
    widths = [each.tally.narrowest for each in done if each.tally.narrowest is not None]
    merged: dict[str, int] = {}
    for each in done:
        for table in each.merged:
            merged[table] = merged.get(table, 0) + 1
    return Audit(
        cells=len(cells),
        numbers=shown.count(Shown.NUMBER),
        bands=shown.count(Shown.BAND),
        withheld=shown.count(Shown.WITHHELD),
        withheld_to_protect_others=sum(each.for_others for each in done),
        ranges=sum(each.tally.ranges for each in done),
        solved=sum(each.tally.solved for each in done),
        narrowest=min(widths, default=None),
        seconds=round(seconds, 1),
        country_cells=len(of_countries),
        country_cells_shown=len(of_countries) - of_countries.count(Shown.WITHHELD),
        percent_shown_unmerged=round(100 * unmerged),
        merged=merged,
    )
