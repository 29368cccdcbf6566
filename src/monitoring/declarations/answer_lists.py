"""Answer lists: written out in their file, or taken whole from a standard (countries, languages)."""

from typing import Any

from monitoring.declarations.toml_files import ProblemList, build, take_tables
from monitoring.domain.form import Choice, ChoiceList

LANGUAGES = ("en", "fr")
"""The languages in which labels are to be complete."""

_STANDARDS = {"iso-3166-1": "territories", "iso-639": "languages"}
_KEYS = ("choice", "frequency", "source", "except", "also")


def read(name: str, table: dict[str, Any], problems: ProblemList) -> ChoiceList:
    """The list of a file `choices/<name>.toml`."""
    file = f"choices/{name}.toml"
    for key in table.keys() - set(_KEYS):
        problems.found("unknown_key", file, key, known=_KEYS, word=key)
    source = table.get("source")
    if source is None:
        tables = take_tables(table, "choice", file, problems)
        built = (build(Choice, each, file, f"choice[{at}]", problems) for at, each in enumerate(tables, 1))
        choices = tuple(choice for choice in built if choice is not None)
        return ChoiceList(name, choices, is_frequency=table.get("frequency") is True)
    if source not in _STANDARDS:
        allowed = ", ".join(_STANDARDS)
        problems.found("not_allowed_value", file, "source", allowed=allowed, word=str(source), known=_STANDARDS)
        return ChoiceList(name, ())
    codes = _from_babel(_STANDARDS[source], set(table.get("except", [])), set(table.get("also", [])))
    return ChoiceList(name, codes, standard=source)


def _from_babel(kind: str, left_out: set[str], added: set[str]) -> tuple[Choice, ...]:
    """Codes of two letters with their names in our languages; babel also knows regions and withdrawn codes."""
    from babel import Locale  # slow to import, and needed once

    names = {language: getattr(Locale(language), kind) for language in LANGUAGES}
    two_letters = {code for code in names["en"] if len(code) == 2 and code.isalpha()}
    codes = sorted(two_letters - left_out | added)
    return tuple(Choice(code, {language: names[language].get(code, code) for language in LANGUAGES}) for code in codes)
