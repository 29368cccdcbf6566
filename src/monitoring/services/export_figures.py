"""Protected figures as one tidy table with HXL tags: at once, for they are what is shared already."""

from collections.abc import Iterator
from pathlib import Path

from monitoring.access.log import Log
from monitoring.domain.figures import Figure
from monitoring.domain.people import Actor, Deed
from monitoring.services.brief_figures import Asked, shared
from monitoring.services.export_requests import NotExported
from monitoring.services.house import House
from monitoring.services.typed_sentences import said

COLUMNS = {
    "country": "#country+code",
    "round": "#period+months",
    "indicator": "#indicator+code",
    "months": "#period+since_return",
    "value": "#indicator+value+num",
    "numerator": "#indicator+numerator+num",
    "denominator": "#population+num",
    "low": "#indicator+low+num",
    "high": "#indicator+high+num",
    "withheld": "#status+withheld",
}
"""Heading -> its tag of the Humanitarian Exchange Language (hxlstandard.org), which stands in the second row."""


def write(actor: Actor, house: House, purpose: str, folder: Path) -> tuple[str, ...]:
    """The table and its manifest into a new folder; returns their names. Raises NotAllowed, NotExported, Refusal."""
    from monitoring.exports import pack

    actor.must(Deed.SEE_SHARED_FIGURES)
    actor.must(Deed.ASK_FOR_EXPORT)
    if not purpose.strip():
        raise NotExported("export_needs_purpose")
    said(purpose)
    rows = [_row(each) for each in _figures(actor, house)]
    with pack.new_folder(folder):
        pack.write_table(folder, "figures.csv", tuple(COLUMNS), [tuple(COLUMNS.values()), *rows])
        facts = {"as_of": house.today, "definitions": house.catalogue.fingerprint, "figures": len(rows)}
        pack.write_manifest(folder, facts)
    Log(house.people.file).add(actor.name, "figures_exported", str(len(rows)))
    return tuple(sorted(path.name for path in folder.iterdir()))


def _figures(actor: Actor, house: House) -> Iterator[Figure]:
    """Of every indicator by country, and by round where it has any."""
    everywhere = Asked(None, "en")
    for indicator in house.catalogue.indicators.values():
        by = ("country", "round") if indicator.has_rounds else ("country",)
        yield from shared(actor, house, everywhere, (indicator.id,), *by)


def _row(figure: Figure) -> tuple[object, ...]:
    """Of a withheld figure its place alone; an unknown number is an empty cell."""
    places = dict(figure.group)
    numbers = (figure.value, figure.numerator, figure.denominator, figure.low, figure.high)
    shown = tuple("" if each is None or figure.withheld else each for each in numbers)
    place = (places.get("country") or "", places.get("round") or "", figure.indicator, figure.months or "")
    return (*place, *shown, "true" if figure.withheld else "false")
