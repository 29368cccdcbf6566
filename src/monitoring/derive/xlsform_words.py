"""Sentences of the forms for the telephone, each in every language at once. Holds no question."""

from babel import Locale

from monitoring.domain.form import Words
from monitoring.words import say

LANGUAGES = ("en", "fr")


def said(key: str, **facts: Words | str | int) -> Words:
    """The sentence of a key in `words/<language>/xlsform.toml`; facts that are words are said in the same language."""
    return {language: say(f"xlsform.{key}", language, **_in(facts, language)) for language in LANGUAGES}


def joined(*texts: Words, by: str = " ") -> Words:
    """The texts one after the other, in each language; those that are not there are left out."""
    every = {language: by.join(filter(None, (text.get(language, "") for text in texts))) for language in LANGUAGES}
    return every if any(every.values()) else {}


def language_heading(language: str) -> str:
    """As XLSForm names a language: `French` is `Français (fr)`."""
    name = Locale(language).get_display_name(language) or language
    return f"{name[:1].upper()}{name[1:]} ({language})"


def _in(facts: dict[str, Words | str | int], language: str) -> dict[str, object]:
    return {
        key: fact if isinstance(fact, str | int) else fact.get(language, fact.get("en", ""))
        for key, fact in facts.items()
    }
