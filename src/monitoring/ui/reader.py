"""Names of declared things, places and numbers in the language of whoever reads.

For pages whose sentences are all translated; elsewhere an English sentence would stand around a French name.
"""

from collections.abc import Sequence
from datetime import date

from monitoring.domain.form import Words
from monitoring.ui import labels, numbers
from monitoring.words import spoken


def text_of(words: Words) -> str:
    return labels.text_of(words, spoken())


def listed(names: Sequence[str]) -> str:
    """`A, B and C`."""
    return labels.listed(list(names), spoken())


def country_name(code: str) -> str:
    return labels.country_name(code, spoken())


def by_name(codes: Sequence[str]) -> list[str]:
    """Countries in the order of their names."""
    return labels.by_name(list(codes), spoken())


def people(number: int) -> str:
    """`1 person`, `231 people`."""
    return numbers.people(number, spoken())


def days(number: float) -> str:
    return numbers.days(number, spoken())


def day(when: date) -> str:
    return numbers.day(when, spoken())
