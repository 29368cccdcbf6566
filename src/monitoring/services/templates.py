"""Makes the Excel template: empty for everybody, with an office's own providers offered for those who hand in."""

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.services.house import House


def excel_template(actor: Actor, house: House, *, language: str = "en", country: str | None = None) -> bytes:
    """The workbook's bytes. Raises NotAllowed for a country outside the actor's scope."""
    actor.must(Deed.SEE_DEFINITIONS)
    providers: tuple[str, ...] = ()
    if country is not None:
        actor.must(Deed.HAND_IN, country=country)
        providers = tuple(house.store.rows_of("providers", country)["provider_id"].to_list())
    return plain_template(house.catalogue, language=language, country=country, providers=providers)


def plain_template(
    catalogue: Catalogue, *, language: str = "en", country: str | None = None, providers: tuple[str, ...] = ()
) -> bytes:
    """The workbook from the declarations alone. Raises Refusal for a language or country that is not declared."""
    from monitoring.derive.excel_template import excel_template as derive  # openpyxl, of no use to other pages

    known = tuple(catalogue.domains["housing"].label)
    if language not in known:
        raise Refusal("unknown_language", known=", ".join(known))
    if country is not None and country not in catalogue.choices["countries"].codes:
        raise Refusal("unknown_country", code=country)
    content: bytes = derive(catalogue, language=language, country=country, providers=providers)
    return content
