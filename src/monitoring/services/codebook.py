"""Writes the codebook and gives the statement behind an indicator: public texts that need nobody's name."""

from monitoring.declarations.answer_lists import LANGUAGES
from monitoring.declarations.expressions import check_expressions
from monitoring.declarations.read import BrokenDeclarations, read_catalogue
from monitoring.derive.query import figures_queries
from monitoring.derive.relations import Sources
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import FigureRequest
from monitoring.domain.refusal import Refusal
from monitoring.settings import Settings

ENDINGS = (".html", ".xlsx", ".xml")


def written(settings: Settings, ending: str, language: str = "en") -> bytes:
    """The codebook as a page, a workbook, or DDI-Codebook 2.5 for archives, by the file's ending.

    The XML holds every language at once. Raises BrokenDeclarations, Refusal for another ending or language.
    """
    if ending.casefold() not in ENDINGS:
        raise Refusal("unknown_ending", known=", ".join(ENDINGS))
    if language not in LANGUAGES:
        raise Refusal("unknown_language", known=", ".join(LANGUAGES))
    catalogue = read_catalogue(settings.declarations)
    if problems := check_expressions(catalogue):
        raise BrokenDeclarations(problems)
    return _shape(catalogue, ending.casefold(), language, _statements(catalogue, settings))


def counting_sql(catalogue: Catalogue, indicator: str, settings: Settings) -> str:
    """The statement that counts the indicator by country."""
    request = FigureRequest((indicator,), by=("country",))
    return "\n\n".join(query.sql for query in figures_queries(catalogue, request, settings.today, Sources()))


def _statements(catalogue: Catalogue, settings: Settings) -> dict[str, str]:
    return {name: counting_sql(catalogue, name, settings) for name in catalogue.indicators}


def _shape(catalogue: Catalogue, ending: str, language: str, sql: dict[str, str]) -> bytes:
    """Each shape's tools are imported where it is written: openpyxl alone takes a third of a second."""
    match ending:
        case ".html":
            from monitoring.derive.codebook.page import as_html

            return as_html(catalogue, language, sql).encode()
        case ".xlsx":
            from monitoring.derive.codebook.workbook import as_workbook

            return as_workbook(catalogue, language, sql)
        case _:
            from monitoring.derive.codebook.archive import as_ddi

            return as_ddi(catalogue, sql)
