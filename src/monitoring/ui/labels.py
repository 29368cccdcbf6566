"""Names of things declared: countries, answers, indicators, in the reader's language. Uploaded names are not here."""

from functools import cache

from babel import Locale

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Words
from monitoring.words import say


def text_of(words: Words, language: str = "en") -> str:
    """The text in the language, or in English where it is not translated yet."""
    return words.get(language) or words["en"]


def lowered(text: str) -> str:
    """Without its first capital, for the middle of a sentence; WHO-5 and the like keep theirs."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


@cache
def country_name(code: str, language: str = "en") -> str:
    """`MD` in words: Moldova."""
    return str(Locale(language).territories.get(code, code))


def language_name(language: str) -> str:
    """`fr` in its own words: Français."""
    name = Locale(language).get_display_name(language) or language
    return name[:1].upper() + name[1:]


def by_name(codes: tuple[str, ...] | list[str], language: str = "en") -> list[str]:
    """Countries in the order of their names, which is not that of their codes."""
    return sorted(codes, key=lambda code: country_name(code, language))


def answer_label(catalogue: Catalogue, question: str, code: str, language: str = "en") -> str:
    """The label of a survivor's answer: `18-29` in words. Unknown codes, and None, are "not recorded"."""
    choices = catalogue.question("survivors", question).choices
    found = next((each for each in choices.choices if each.code == code), None) if choices else None
    return text_of(found.label, language) if found else say("screens.not_recorded", language)


def listed(names: list[str], language: str = "en") -> str:
    """`A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return say("screens.listed", language, first=", ".join(names[:-1]), last=names[-1])
