"""What may be asked of figures: known names and values, and no harm broken down so far that it points at somebody."""

from collections.abc import Collection

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import DIMENSIONS, FILTERS, FigureRequest
from monitoring.domain.indicator import Indicator
from monitoring.domain.people import Actor, Deed, NotAllowed, Role
from monitoring.domain.period import Quarter
from monitoring.domain.refusal import Refusal

_ANSWERS = {
    "gender": "gender",
    "age_band": "age_band",
    "return_route": "return_route",
    "return_kind": "return_kind",
    "exploitation": "exploitation_types",
    "country": "country",
}


class ImpossibleRequest(Refusal):
    """The figure cannot be given as asked."""


def known_indicators(catalogue: Catalogue, request: FigureRequest) -> list[Indicator]:
    """The request's indicators. Raises ImpossibleRequest for any name or value that nobody declared."""
    for id_ in request.indicators:
        if id_ not in catalogue.indicators:
            raise ImpossibleRequest("unknown_indicator", indicator=id_)
    _check_names(request)
    for name, values in request.where.items():
        _check_values(catalogue, name, values)
    indicators = [catalogue.indicators[id_] for id_ in request.indicators]
    for indicator in indicators:
        if not indicator.has_rounds and {"round", "pooled_round"} & {*request.by, *request.where}:
            raise ImpossibleRequest("has_no_rounds", indicator=indicator.id)
    return indicators


def may_see(actor: Actor, indicator: Indicator) -> bool:
    """Whether a person may be shown the indicator at all: every figure of a provider is a figure by provider."""
    if actor.role is not Role.PROVIDER:
        return True
    by_provider = indicator.break_down_by is None or "provider" in indicator.break_down_by
    return by_provider and (indicator.roles_by_provider is None or actor.role in indicator.roles_by_provider)


def check_breakdowns(actor: Actor, indicator: Indicator, request: FigureRequest) -> None:
    """Raises ImpossibleRequest where harm would be shown too finely, NotAllowed where by provider to others."""
    if not may_see(actor, indicator):
        raise NotAllowed(Deed.SEE_PROGRAMME_FIGURES, "harm_by_provider")
    touches_provider = "provider" in request.by or "provider" in request.where
    for name in request.by:
        if indicator.break_down_by is not None and name not in indicator.break_down_by:
            raise ImpossibleRequest("not_broken_down", indicator=indicator.id, name=name)
    for name in request.where:
        by_provider = name == "provider" and "provider" in (indicator.break_down_by or ())
        if indicator.filter_by is not None and name not in indicator.filter_by and not by_provider:
            raise ImpossibleRequest("not_narrowed", indicator=indicator.id, name=name)
    if touches_provider and indicator.roles_by_provider and actor.role not in indicator.roles_by_provider:
        raise NotAllowed(Deed.SEE_PROGRAMME_FIGURES, "harm_by_provider")


def _check_names(request: FigureRequest) -> None:
    for name in request.by:
        if name not in DIMENSIONS:
            raise ImpossibleRequest("unknown_breakdown", name=name, known=", ".join(DIMENSIONS))
    for name in request.where:
        if name not in FILTERS:
            raise ImpossibleRequest("unknown_filter", name=name, known=", ".join(FILTERS))
    one_country = "country" in request.by or len(request.where.get("country", ())) == 1
    if "provider" in request.by and not one_country:
        raise ImpossibleRequest("provider_needs_country")


def _check_values(catalogue: Catalogue, name: str, values: Collection[str]) -> None:
    """A misspelt value would find nobody, and nobody looks like a result."""
    if name in ("quarter", "quarter_from", "quarter_to", "return_quarter"):
        for text in values:
            try:
                Quarter.parse(text)
            except ValueError:
                raise ImpossibleRequest("bad_quarter") from None
    known = _codes(catalogue, name)
    if known is not None and set(values) - set(known):
        listed = ", ".join(known) if len(known) < 30 else "ISO 3166-1 codes of two letters"
        raise ImpossibleRequest("unknown_value", name=name, known=listed)


def _codes(catalogue: Catalogue, name: str) -> Collection[str] | None:
    if name == "round":
        return [str(each.months) for each in catalogue.rounds]
    if name == "pooled_round":
        return list(dict.fromkeys(each.pooled_with for each in catalogue.rounds))
    if name in _ANSWERS:
        choices = catalogue.question("survivors", _ANSWERS[name]).choices
        return choices.codes if choices else None
    return None
