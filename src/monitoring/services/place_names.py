"""Names of the places of published cells that no list declares: reporting years, and whether with a disability."""

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Words
from monitoring.domain.release_plan import REPORTING_YEAR, TOGETHER
from monitoring.words import say

_ANSWERS = ("gender", "age_band")


def year_name(code: str, language: str | None = None) -> str:
    """`2025-26`, or `up to 2023-24` of all years before those that are shown."""
    if code.startswith("to_"):
        return say("releases.places.up_to", language, year=code.removeprefix("to_"))
    return code


def code_name(catalogue: Catalogue, dimension: str, code: str, language: str) -> str:
    """A code of a dimension in words; codes that were put together are told together."""
    if dimension == REPORTING_YEAR:
        return year_name(code, language)
    if dimension == "disability":
        return " / ".join(say(f"releases.disability.{each}", language) for each in code.split(TOGETHER))
    if dimension == "country":
        return country_name(code, language)
    if dimension in _ANSWERS:
        return " / ".join(_answer(catalogue, dimension, each, language) for each in code.split(TOGETHER))
    return code


def country_name(code: str, language: str) -> str:
    from babel import Locale

    return str(Locale.parse(language).territories.get(code, code))


def text(words: Words, language: str) -> str:
    """The text in the language, or in English where it is not translated yet."""
    return words.get(language) or words["en"]


def _answer(catalogue: Catalogue, question: str, code: str, language: str) -> str:
    choices = catalogue.question("survivors", question).choices
    found = next((each for each in choices.choices if each.code == code), None) if choices else None
    return text(found.label, language) if found else say("releases.disability.not_recorded", language)
