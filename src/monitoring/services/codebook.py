"""Writes definitions down for the command line: public texts that need nobody's name."""

from monitoring.declarations.read import read_catalogue
from monitoring.derive import codebook
from monitoring.derive.query import figures_queries
from monitoring.derive.relations import Sources
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import FigureRequest
from monitoring.settings import Settings


def as_html(settings: Settings) -> str:
    """The whole codebook as one page. Raises BrokenDeclarations."""
    return codebook.as_html(read_catalogue(settings.declarations))


def explain(settings: Settings, indicator: str) -> str | None:
    """One indicator's definition, examples and SQL; None where there is no such indicator."""
    catalogue = read_catalogue(settings.declarations)
    if indicator not in catalogue.indicators:
        return None
    return codebook.as_text(catalogue.indicators[indicator], counting_sql(catalogue, indicator, settings))


def counting_sql(catalogue: Catalogue, indicator: str, settings: Settings) -> str:
    """The statement that counts the indicator by country."""
    request = FigureRequest((indicator,), by=("country",))
    (query,) = figures_queries(catalogue, request, settings.today, Sources())
    return query.sql
