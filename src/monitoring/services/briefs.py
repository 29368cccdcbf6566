"""Briefs of what is published: a summary for funders, and a page back to survivors; as a page, PDF or Word document."""

from collections.abc import Iterator

from monitoring.domain.brief import BigNumber, Brief, Outcome
from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.services.brief_basis import basis
from monitoring.services.brief_figures import (
    AT_RETURN,
    REFERENCE,
    Asked,
    at_round,
    by_country,
    country_name,
    direction,
    mark,
    number,
    percent,
    sentence,
    shared,
    text,
)
from monitoring.services.house import House
from monitoring.words import LANGUAGES, say

KINDS = ("summary", "survivors")
ENDINGS = (".pdf", ".docx")
_DOMAINS = ("housing", "income", "stigma", "wellbeing", "safety")
_RETURN = ("informed_choice", "legal_advice_before", "risk_assessed", "risk_assessed_jointly", "contact_named")
_RESPECT = ("respect", "can_complain", "say_in_plan")
_TOLD_BACK = ("housing_secure", "income_covers_needs", "stigma_low", "feels_safe", "respect", "can_complain")


def brief(actor: Actor, house: House, kind: str, country: str | None, language: str) -> Brief:
    """What is published, put into words. Raises NotAllowed, and Refusal for another kind or language."""
    actor.must(Deed.SEE_SHARED_FIGURES, country=country)
    if kind not in KINDS:
        raise Refusal("brief_unknown_kind", known=", ".join(KINDS))
    if language not in LANGUAGES:
        raise Refusal("unknown_language", known=", ".join(LANGUAGES))
    asked = Asked(country, language)
    return _summary(actor, house, asked) if kind == "summary" else _back(actor, house, asked)


def written(actor: Actor, house: House, kind: str, country: str | None, language: str, ending: str) -> bytes:
    """The brief as a file. Raises as `brief` does, and Refusal for another ending."""
    if ending.casefold() not in ENDINGS:
        raise Refusal("brief_unknown_ending", known=", ".join(ENDINGS))
    made = brief(actor, house, kind, country, language)
    if ending.casefold() == ".docx":
        from monitoring.briefs.word import as_word

        return as_word(made)
    from monitoring.briefs.pdf import as_pdf

    return as_pdf(made)


def _summary(actor: Actor, house: House, asked: Asked) -> Brief:
    language = asked.language
    headlines = [house.catalogue.headline(domain) for domain in _DOMAINS]
    shown = [each for each in headlines if each.is_share and each.has_rounds]
    found = shared(actor, house, asked, [each.id for each in shown], "round")
    outcomes = []
    for each in shown:
        before, now = (mark(at_round(found, each.id, months), language) for months in (AT_RETURN, REFERENCE))
        told = direction(each, before, now, language)
        outcomes.append(Outcome(text(each.label, language), before, now, told))
    first = next(((each, at.now) for each, at in zip(shown, outcomes, strict=True) if at.now.value is not None), None)
    title = say("briefs.summary.no_title", language)
    if first is not None and first[1].value is not None:
        told = text(first[0].finding, language)
        title = say("briefs.summary.title", language, share=percent(first[1].value / 100), finding=told)
    return Brief(
        language=language,
        product=say("screens.product", language),
        place=_place(asked),
        title=title,
        lead=(say("briefs.summary.lead", language), say("briefs.foot", language)),
        numbers=tuple(_numbers(actor, house, asked)),
        outcomes_title=say("briefs.summary.outcomes", language),
        outcomes=tuple(outcomes),
        key=say("briefs.key", language),
        sections=tuple(_sections(actor, house, asked)),
        table_title=say("briefs.summary.by_country", language),
        table=by_country(actor, house, asked, shown),
        basis=basis(actor, house, _place(asked), language),
        notes=(say("briefs.withheld_note", language), say("briefs.definitions", language)),
        file=f"summary_{(asked.country or 'all').lower()}_{language}",
    )


def _numbers(actor: Actor, house: House, asked: Asked) -> Iterator[BigNumber]:
    """People returned; how many of those due were interviewed; known renewed exploitation within a year."""
    language = asked.language
    for figure in shared(actor, house, asked, ("people_returned",)):
        told = say("briefs.withheld", language) if figure.withheld else number(figure.numerator or figure.value or 0)
        yield BigNumber(told, say("briefs.number.returned", language))
    interviewed = at_round(shared(actor, house, asked, ("interviewed",), "round"), "interviewed", REFERENCE)
    if interviewed is not None:
        known = interviewed.value is not None and not interviewed.withheld
        told = percent(interviewed.value or 0) if known else say("briefs.withheld", language)
        yield BigNumber(told, say("briefs.number.interviewed", language))
    risks = (each for each in shared(actor, house, asked, ("re_trafficked",)) if each.months == int(REFERENCE))
    for figure in risks:
        yield BigNumber(_risk(figure.value, figure.high, language), say("briefs.number.again", language))


def _risk(value: float | None, high: float | None, language: str) -> str:
    """A share that is none is told by its upper limit: nobody known is not nobody."""
    if value is None:
        return say("briefs.withheld", language)
    if value == 0 and high is not None:
        return say("briefs.under", language, share=percent(high))
    return percent(value)


def _sections(actor: Actor, house: House, asked: Asked) -> Iterator[tuple[str, tuple[str, ...]]]:
    indicators = house.catalogue.indicators
    found = {each.indicator: each for each in shared(actor, house, asked, _RETURN)}
    told = tuple(sentence(indicators[id_], found.get(id_), asked.language) for id_ in _RETURN)
    yield say("briefs.summary.return", asked.language), told
    rounds = shared(actor, house, asked, _RESPECT, "round")
    told = tuple(sentence(indicators[id_], at_round(rounds, id_, REFERENCE), asked.language) for id_ in _RESPECT)
    yield say("briefs.summary.respect", asked.language), told


def _back(actor: Actor, house: House, asked: Asked) -> Brief:
    """For people themselves, to be read out in three minutes: what was told, what it is for, how to complain."""
    language = asked.language
    rounds = shared(actor, house, asked, _TOLD_BACK, "round")
    told = []
    for id_ in _TOLD_BACK:
        figure = at_round(rounds, id_, REFERENCE)
        if figure is not None and figure.value is not None and not figure.withheld:
            finding = text(house.catalogue.indicators[id_].finding, language)
            told.append(say("briefs.back.told", language, tenths=round(10 * figure.value), finding=finding))
    told = told or [say("briefs.back.too_few", language)]
    plain = ("use", "rights", "complain")
    lists = {each: tuple(say(f"briefs.back.{each}_{at}", language) for at in (1, 2, 3)) for each in plain}
    return Brief(
        language=language,
        product=say("screens.product", language),
        place=_place(asked),
        title=say("briefs.back.title", language),
        lead=(say("briefs.back.lead", language),),
        numbers=(),
        outcomes_title="",
        outcomes=(),
        key="",
        sections=(
            (say("briefs.back.heard", language), tuple(told)),
            *((say(f"briefs.back.{each}", language), lists[each]) for each in plain),
        ),
        table_title="",
        table=(),
        basis=basis(actor, house, _place(asked), language),
        notes=(say("briefs.back.note", language), say("briefs.foot", language)),
        file=f"back_to_survivors_{(asked.country or 'all').lower()}_{language}",
    )


def _place(asked: Asked) -> str:
    if asked.country is None:
        return say("briefs.everywhere", asked.language)
    return country_name(asked.country, asked.language)
