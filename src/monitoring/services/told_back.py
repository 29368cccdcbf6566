"""What changed because of what people said: told by managers, for the page back to survivors. Names nobody."""

from collections.abc import Sequence

from monitoring.access.log import Log
from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.services.house import House
from monitoring.services.typed_sentences import said
from monitoring.words import LANGUAGES

MOST = 3
"""Sentences: what can be read out with the rest in three minutes."""


def tell(actor: Actor, house: House, country: str | None, language: str, sentences: Sequence[str]) -> None:
    """These sentences, and no earlier ones, stand on the page from now on; an empty one leaves its place empty.

    Raises NotAllowed, NotSaid for a sentence that names somebody or is too long, Refusal for another language.
    """
    actor.must(Deed.TELL_BACK, country=country or ("" if actor.countries else None))
    if language not in LANGUAGES:
        raise Refusal("unknown_language", known=", ".join(LANGUAGES))
    kept = [said(each) if each.strip() else "" for each in (*sentences, *[""] * MOST)[:MOST]]
    house.store.told_back.add(country, language, kept, by=actor.name, at=house.now)
    Log(house.people.file).add(actor.name, "told_back", country or "all")


def own(actor: Actor, house: House, country: str | None, language: str) -> tuple[str, ...]:
    """Those of the country itself, to be changed. Raises NotAllowed."""
    actor.must(Deed.TELL_BACK, country=country or ("" if actor.countries else None))
    return house.store.told_back.listed(country, language)


def listed(actor: Actor, house: House, country: str | None, language: str) -> tuple[str, ...]:
    """As they stand; a country without words of its own has those of the whole programme. Raises NotAllowed."""
    actor.must(Deed.SEE_SHARED_FIGURES, country=country)
    try:
        return house.store.told_back.listed(country, language) or house.store.told_back.listed(None, language)
    except Refusal as refusal:
        if refusal.reason == "releases_only":
            return ()
        raise
