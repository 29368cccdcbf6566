"""Names of what is nobody: countries and languages as Babel knows them, organisations, places, trades, small words."""

import re
import tomllib
from functools import cache
from pathlib import Path

from monitoring.protection.identifiers.plain import folded, plain

_AROUND = Path(__file__).with_name("names_of_places.toml")
_LOCALES = ("en", "fr", "es", "pt", "ar", "ro")
_SMALL_IN_ARABIC = frozenset({
    "في", "من", "إلى", "الى", "على", "عن", "مع", "لم", "لن", "لا", "تم", "قد", "غير", "بدون", "بعد", "قبل", "كل", "هذا",
    "هذه", "التي", "الذي", "كان", "كانت", "أو", "ثم", "عند", "أي", "ليس", "ليست", "قيد", "جدا", "أكثر", "أقل", "أثناء",
    "خارج", "داخل", "حتى", "منذ", "عدم", "ذات", "بين",
})  # fmt: skip
"""Words that stand in sentences and in no name."""


def is_of_a_thing(text: str) -> bool:
    """Whether a whole text, though written like somebody's name, is of a country, an organisation, a place, a trade."""
    simple = plain(text)
    words = re.findall(r"[^\W\d_]+", simple)
    if any(word in _SMALL_IN_ARABIC for word in words):
        return True
    things = _things()
    return any(folded(word) in things for word in words) or folded(simple) in _known_to_babel()


@cache
def _things() -> frozenset[str]:
    around = tomllib.loads(_AROUND.read_text(encoding="utf-8"))
    return frozenset(
        folded(word) for table in ("of_places", "of_things") for words in around[table].values() for word in words
    )


@cache
def _known_to_babel() -> frozenset[str]:
    """Countries, languages, days of the week and months, as many languages call them."""
    from babel import Locale  # only where a column looks like names

    locales = [Locale.parse(each) for each in _LOCALES]
    names = (
        name
        for each in locales
        for table in (each.territories, each.languages, each.days["format"]["wide"], each.months["format"]["wide"])
        for name in table.values()
    )
    return frozenset(folded(str(name)) for name in names)
