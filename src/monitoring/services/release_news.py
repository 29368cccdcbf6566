"""What a release withholds and why, and what it says unlike the one before it, in sentences for its readers."""

from monitoring.domain.people import Actor
from monitoring.domain.release import Release, ReleasedCell, Shown
from monitoring.services import releases
from monitoring.services.brief_figures import REFERENCE, Asked, number
from monitoring.services.house import House
from monitoring.services.place_names import text
from monitoring.services.release_report import said_of
from monitoring.services.summary import PEOPLE
from monitoring.words import say

_MOST = 4
"""Differences that are told in full; the others are counted."""


def withheld(release: Release, language: str) -> tuple[str, ...]:
    """What the release does not say, how much of it, and why, in sentences."""
    audit, rules = release.audit, release.rules
    counts = {"cells": audit.cells, "numbers": audit.numbers, "bands": audit.bands, "withheld": audit.withheld}
    told = [say("briefs.held.counts", language, **{name: number(count) for name, count in counts.items()})]
    if audit.withheld_to_protect_others:
        told.append(say("briefs.held.others", language, n=number(audit.withheld_to_protect_others)))
    told.append(say("briefs.held.rules", language, smallest=rules.smallest, rounded_to=rules.rounded_to))
    return tuple(told)


def changed(actor: Actor, house: House, release: Release, asked: Asked) -> tuple[str, ...]:
    """What the release says otherwise than the one before it, in sentences. Raises NotAllowed, ReleaseDamaged."""
    language = asked.language
    earlier = [each for each in releases.listed(actor, house) if each.id < release.id and each.decided_at]
    if not any(each.status is release.status for each in earlier):
        return (say("briefs.changed.first", language),)
    found = releases.differences(actor, house, release.id)
    both = [each for each in found if each.before is not None and each.now is not None]
    new = sum(each.before is None for each in found)
    told = [say("briefs.changed.counts", language, revised=number(len(both)), new=number(new))]
    place = {"country": asked.country} if asked.country else {}
    for each in both:
        now, before = each.now, each.before
        if now is None or before is None or len(told) > _MOST or now.published.shown is not Shown.NUMBER:
            continue
        where = dict(now.group)
        if REFERENCE in where.pop("round", REFERENCE).split("-") and where == place and _is_headline(house, now):
            label = text(house.catalogue.indicators[now.indicator].label, language)
            facts = {"before": said_of(before.published), "now": said_of(now.published)}
            told.append(say("briefs.changed.one", language, label=label, **facts))
    return tuple(told)


def _is_headline(house: House, cell: ReleasedCell) -> bool:
    indicator = house.catalogue.indicators.get(cell.indicator)
    return indicator is not None and (indicator.headline or indicator.id in PEOPLE)
