"""Briefs of what is published: a summary for funders, and a page back to survivors; as a page, PDF or Word document."""

from monitoring.domain.brief import Brief, Outcome
from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.domain.release import Release
from monitoring.services import summary, targets, told_back
from monitoring.services.brief_basis import basis, release_of
from monitoring.services.brief_figures import (
    AT_RETURN,
    REFERENCE,
    Asked,
    at_round,
    by_country,
    direction,
    mark,
    percent,
    shared,
)
from monitoring.services.house import House
from monitoring.services.place_names import country_name, text
from monitoring.words import LANGUAGES, say

KINDS = ("summary", "survivors")
ENDINGS = (".pdf", ".docx")
DOMAINS = ("housing", "income", "stigma", "wellbeing", "safety")
_TOLD_BACK = ("housing_secure", "income_covers_needs", "stigma_low", "feels_safe", "respect", "can_complain")
_HEAD = ("page.outcome", "summary.at_return", "summary.now", "page.change")
_PLAIN = ("use", "rights", "complain")


def brief(
    actor: Actor, house: House, kind: str, country: str | None, language: str, *, release: int | None = None
) -> Brief:
    """What is published, put into words; `release` is the number that is meant, the newest approved one or none.

    Raises NotAllowed, NoBrief, NotReleased, and Refusal for another kind or language.
    """
    actor.must(Deed.SEE_SHARED_FIGURES, country=country)
    if kind not in KINDS:
        raise Refusal("brief_unknown_kind", known=", ".join(KINDS))
    if language not in LANGUAGES:
        raise Refusal("unknown_language", known=", ".join(LANGUAGES))
    of = release_of(actor, house, release)
    asked = Asked(country, language)
    return _summary(actor, house, asked, of) if kind == "summary" else _back(actor, house, asked, of)


def written(
    actor: Actor,
    house: House,
    kind: str,
    country: str | None,
    language: str,
    ending: str,
    *,
    release: int | None = None,
) -> bytes:
    """The brief as a file. Raises as `brief` does, and Refusal for another ending."""
    if ending.casefold() not in ENDINGS:
        raise Refusal("brief_unknown_ending", known=", ".join(ENDINGS))
    made = brief(actor, house, kind, country, language, release=release)
    if ending.casefold() == ".docx":
        from monitoring.briefs.word import as_word

        return as_word(made)
    from monitoring.briefs.pdf import as_pdf

    return as_pdf(made)


def _summary(actor: Actor, house: House, asked: Asked, release: Release) -> Brief:
    language = asked.language
    headlines = [house.catalogue.headline(domain) for domain in DOMAINS]
    shown = [each for each in headlines if each.is_share and each.has_rounds]
    found = shared(actor, house, asked, [each.id for each in shown], "round")
    aims = {each.target.indicator: each.target for each in targets.standings(actor, house, asked.country, language)}
    outcomes = []
    for each in shown:
        before, now = (mark(at_round(found, each.id, months), language) for months in (AT_RETURN, REFERENCE))
        told = direction(each, before, now, language)
        aim = round(100 * aims[each.id].target, 1) if each.id in aims else None
        outcomes.append(Outcome(text(each.label, language), before, now, told, aim))
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
        numbers=tuple(summary.numbers(actor, house, asked)),
        flow_title=say("briefs.flow.title", language),
        flow=summary.flow(actor, house, asked),
        outcomes_title=say("briefs.summary.outcomes", language),
        outcomes_head=tuple(say(f"briefs.{key}", language) for key in _HEAD),
        outcomes=tuple(outcomes),
        key=say("briefs.key", language),
        people=summary.people(actor, house, asked),
        targets=targets.table(actor, house, asked.country, language),
        sections=tuple(summary.sections(actor, house, asked)),
        places=by_country(actor, house, asked, shown),
        basis=basis(release, _place(asked), language),
        notes=(say("briefs.withheld_note", language), say("briefs.definitions", language)),
        file=f"summary_{(asked.country or 'all').lower()}_{language}_{release.id}",
    )


def _back(actor: Actor, house: House, asked: Asked, release: Release) -> Brief:
    """For people themselves, to be read out in three minutes: what was told, what it is for, how to complain."""
    language = asked.language
    rounds = shared(actor, house, asked, _TOLD_BACK, "round")
    told = []
    for id_ in _TOLD_BACK:
        figure = at_round(rounds, id_, REFERENCE)
        if figure is not None and figure.value is not None and not figure.withheld:
            finding = text(house.catalogue.indicators[id_].finding, language)
            tenths = round(10 * figure.value)
            told.append((tenths, say("briefs.back.told", language, tenths=tenths, finding=finding)))
    heard = say("briefs.back.heard", language)
    changed = told_back.listed(actor, house, asked.country, language)
    lists = {each: tuple(say(f"briefs.back.{each}_{at}", language) for at in (1, 2, 3)) for each in _PLAIN}
    return Brief(
        language=language,
        product=say("screens.product", language),
        place=_place(asked),
        title=say("briefs.back.title", language),
        lead=(say("briefs.back.lead", language),),
        tenths_title=heard,
        tenths=tuple(told),
        sections=(
            *([] if told else [(heard, (say("briefs.back.too_few", language),))]),
            (say("briefs.back.changed", language), changed or (say("briefs.back.nothing_changed", language),)),
            *((say(f"briefs.back.{each}", language), lists[each]) for each in _PLAIN),
        ),
        basis=basis(release, _place(asked), language),
        notes=(say("briefs.back.note", language), say("briefs.foot", language)),
        file=f"back_to_survivors_{(asked.country or 'all').lower()}_{language}_{release.id}",
    )


def _place(asked: Asked) -> str:
    if asked.country is None:
        return say("briefs.everywhere", asked.language)
    return country_name(asked.country, asked.language)
