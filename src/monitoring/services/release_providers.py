"""Counts the cells of providers that agreed to be named, and of all others together. Names nobody else."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import Figure
from monitoring.domain.release_plan import OTHER_PROVIDERS, Group, ReleaseTable

Place = tuple[str, int | None, Group]
"""Indicator, months (of a risk) and cell."""


def by_provider(
    catalogue: Catalogue, table: ReleaseTable, ids: Sequence[str], read: Callable[..., dict[Place, Figure]]
) -> dict[Place, Figure]:
    """Those that agreed to be named one by one, and all others as what they leave of the total."""
    found: dict[Place, Figure] = {}
    rest = dict(read(ids, table.by[1:]))
    for provider in catalogue.releases.agreed_providers:
        where = {"country": (provider.country,), "provider": (provider.id,)}
        mine = read(ids, table.by[1:], where=where, also=(("provider", provider.id),))
        for (id_, months, (_, *group)), figure in mine.items():
            rest[id_, months, tuple(group)] = _less(rest[id_, months, tuple(group)], figure)
        found |= mine
    others = ("provider", OTHER_PROVIDERS)
    return found | {(id_, months, (others, *group)): figure for (id_, months, group), figure in rest.items()}


def _less(whole: Figure, part: Figure) -> Figure:
    numerator = (whole.numerator or 0) - (part.numerator or 0)
    denominator = (whole.denominator or 0) - (part.denominator or 0)
    value = numerator / denominator if denominator else None
    return replace(whole, numerator=numerator, denominator=denominator, value=value)
