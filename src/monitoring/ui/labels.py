"""Names of things declared: countries, answers, indicators, in the reader's language. Uploaded names are not here."""

from collections.abc import Iterable, Sequence
from functools import cache
from unicodedata import combining, normalize

from babel import Locale

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Words
from monitoring.words import say, spoken


def text_of(words: Words, language: str | None = None) -> str:
    """The text in the reader's language or the one named, or in English where it is not translated yet."""
    return words.get(language or spoken()) or words["en"]


def lowered(text: str) -> str:
    """Without its first capital, for the middle of a sentence; WHO-5 and the like keep theirs."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def country_name(code: str, language: str | None = None) -> str:
    """`MD` in words: Moldova."""
    return _country_name(code, language or spoken())


@cache
def _country_name(code: str, language: str) -> str:
    return str(Locale(language).territories.get(code, code))


def language_name(language: str) -> str:
    """`fr` in its own words: Français."""
    name = Locale(language).get_display_name(language) or language
    return name[:1].upper() + name[1:]


def by_name(codes: Iterable[str], language: str | None = None) -> list[str]:
    """Countries in the order of their names, which is not that of their codes nor, with accents, of their letters."""
    return sorted(codes, key=lambda code: _plain(country_name(code, language)))


def _plain(text: str) -> str:
    """Without accents: `Égypte` stands beside `Espagne`, not behind `Zambie`."""
    return "".join(each for each in normalize("NFKD", text) if not combining(each)).casefold()


def answer_label(catalogue: Catalogue, question: str, code: str, language: str | None = None) -> str:
    """The label of a survivor's answer: `18-29` in words. Unknown codes, and None, are "not recorded"."""
    choices = catalogue.question("survivors", question).choices
    found = next((each for each in choices.choices if each.code == code), None) if choices else None
    return text_of(found.label, language) if found else say("screens.not_recorded", language)


def listed(names: Sequence[str], language: str | None = None) -> str:
    """`A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return say("screens.listed", language, first=", ".join(names[:-1]), last=names[-1])
