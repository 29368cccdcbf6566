"""Protected figures as one tidy table with HXL tags: at once, for they are what is shared already."""

from collections.abc import Iterator
from pathlib import Path

from monitoring.access.log import Log
from monitoring.domain.figures import Figure
from monitoring.domain.people import Actor, Deed
from monitoring.domain.release import Release
from monitoring.services.brief_basis import release_of
from monitoring.services.export_requests import NotExported
from monitoring.services.house import House
from monitoring.services.released_figures import figure_of
from monitoring.services.typed_sentences import said

PLACES = {
    "country": "#country+code",
    "gender": "#group+gender",
    "age_band": "#group+age",
    "disability": "#group+disability",
    "year": "#period+years_back",
    "reporting_year": "#period+reporting_year",
    "round": "#period+months",
}
"""By what a release lays people side by side; a cell that is not by one of them has nothing there."""

COLUMNS = {
    **PLACES,
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
    release = release_of(actor, house)
    rows = [_row(each) for each in _figures(actor, house, release)]
    with pack.new_folder(folder):
        pack.write_table(folder, "figures.csv", tuple(COLUMNS), [tuple(COLUMNS.values()), *rows])
        facts = {
            "release": release.id,
            "as_of": release.as_of,
            "definitions": release.definitions,
            "figures": len(rows),
        }
        pack.write_manifest(folder, facts)
    Log(house.people.file).add(actor.name, "figures_exported", str(len(rows)))
    return tuple(sorted(path.name for path in folder.iterdir()))


def _figures(actor: Actor, house: House, release: Release) -> Iterator[Figure]:
    """Every cell of the release, as far as the actor may see its country."""
    for cell in house.releases.cells(release):
        country = dict(cell.group).get("country")
        if not actor.countries or (country is not None and actor.covers(country)):
            yield figure_of(cell, house.catalogue, tuple(name for name, _ in cell.group))


def _row(figure: Figure) -> tuple[object, ...]:
    """Of a withheld figure its place alone; an unknown number is an empty cell."""
    places = dict(figure.group)
    numbers = (figure.value, figure.numerator, figure.denominator, figure.low, figure.high)
    shown = tuple("" if each is None or figure.withheld else each for each in numbers)
    place = (*(places.get(name) or "" for name in PLACES), figure.indicator, figure.months or "")
    return (*place, *shown, "true" if figure.withheld else "false")
