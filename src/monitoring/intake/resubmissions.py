"""One submission that stands in an export several times: the latest counts. Prints neither identifier nor time."""

from datetime import UTC, datetime

import polars as pl

from monitoring.intake.links import Links
from monitoring.intake.text_columns import is_one_of
from monitoring.intake.workbook import TextColumn

_NEVER = datetime.min.replace(tzinfo=UTC)


def replaced_rows(links: Links) -> pl.Series | None:
    """For each row whether a later one replaces it; None where none is.

    Later is what arrived later, else what stands further down. Rows without an identifier replace nothing.
    """
    identity = links.identity
    if identity is None:
        return None
    rows = pl.DataFrame({"which": identity.at, "position": range(len(identity.at))}).slice(links.position + 1)
    twice = rows.drop_nulls().filter(pl.col("which").is_duplicated())
    if twice.is_empty():
        return None
    moments = _moments(links.received, twice["position"])
    order = sorted(range(twice.height), key=lambda at: (moments[at], at))
    last = {twice["which"][at]: twice["position"][at] for at in order}
    kept = set(last.values())
    gone = [position for position in twice["position"] if position not in kept]
    return is_one_of(pl.Series(range(len(identity.at))), gone)


def _moments(received: TextColumn | None, positions: pl.Series) -> list[datetime]:
    if received is None:
        return [_NEVER] * len(positions)
    which = received.at.gather(positions)
    return [_NEVER if each is None else _moment(received.texts[each]) for each in which]


def _moment(text: str) -> datetime:
    """Without a zone it is taken as UTC, which is what Kobo and ODK Central write."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return _NEVER
    return found if found.tzinfo else found.replace(tzinfo=UTC)
