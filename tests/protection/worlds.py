"""Invented people for attacks: who lives where, of which gender and age, and what each answered. Nobody is real."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from monitoring.domain.indicator import Kind
from monitoring.protection.cells import Block, Line, SeriesFacts

SECURE = ("housing_secure", None)
COUNTRIES = ("AL", "BD", "IN", "MD", "NG", "PK", "TN")
GENDERS = ("woman_or_girl", "man_or_boy", "another", "not_recorded")
AGES = ("0-8", "9-17", "18-29", "30-47", "48+")
SIDES = {"country": COUNTRIES, "gender": GENDERS, "age_band": AGES}
TABLES = {"country": "country_round", "gender": "gender_round", "age_band": "age_round"}

WAYS = {
    "age_round": (
        tuple((age,) for age in AGES),
        (("0-8", "9-17"), ("18-29",), ("30-47", "48+")),
        (("0-8", "9-17"), ("18-29", "30-47", "48+")),
    ),
    "gender_round": (
        tuple((gender,) for gender in GENDERS),
        (GENDERS[:1], GENDERS[1:2], GENDERS[2:]),
        (GENDERS[:1], GENDERS[1:]),
    ),
}
"""As in releases.toml."""


@dataclass(frozen=True)
class Person:
    country: str
    gender: str
    age_band: str
    secure: bool

    def at(self, side: str) -> str:
        return str(getattr(self, side))


def people(random: Random, many: int, *, secure: float = 0.6) -> list[Person]:
    """Few countries hold most people, most are women and young: as with us, some groups are tiny."""
    weights = [random.choice((1, 1, 2, 4, 9)) for _ in COUNTRIES]
    drawn = zip(
        random.choices(COUNTRIES, weights, k=many),
        random.choices(GENDERS, (60, 34, 3, 3), k=many),
        random.choices(AGES, (2, 9, 50, 30, 9), k=many),
        strict=True,
    )
    chance = {country: min(max(random.gauss(secure, 0.2), 0.02), 0.98) for country in COUNTRIES}
    return [Person(country, gender, age, random.random() < chance[country]) for country, gender, age in drawn]


def block_of(everybody: Sequence[Person], *, harm: bool = False) -> Block:
    """The block of one share over these people: by country, by gender, by age, and in total."""
    counts: dict[tuple[tuple[str, str], ...], int] = {(): len(everybody)}
    affected = {(): sum(person.secure for person in everybody)}
    lines = []
    for side, codes in SIDES.items():
        parts = tuple(((side, code),) for code in codes)
        lines.append(Line(TABLES[side], (), parts))
        for part, code in zip(parts, codes, strict=True):
            mine = [person for person in everybody if person.at(side) == code]
            counts[part], affected[part] = len(mine), sum(person.secure for person in mine)
    return Block("trial", counts, {SECURE: SeriesFacts(Kind.SHARE, is_harm=harm, affected=affected)}, tuple(lines))


def table(parts: Iterable[tuple[str, int, int]], *, harm: bool = False) -> Block:
    """One table of a share, each part its code, people and affected; the total is their sum."""
    listed = list(parts)
    groups = {(("country", code),): (people, affected) for code, people, affected in listed}
    counts = {(): sum(each[1] for each in listed), **{group: each[0] for group, each in groups.items()}}
    affected = {(): sum(each[2] for each in listed), **{group: each[1] for group, each in groups.items()}}
    facts = SeriesFacts(Kind.SHARE, is_harm=harm, affected=affected)
    return Block("table", counts, {SECURE: facts}, (Line("country_round", (), tuple(groups)),))


def overlapping(random: Random, many: int) -> list[frozenset[str]]:
    """Random sets of countries, as somebody with free filters would ask for."""
    return [frozenset(code for code in COUNTRIES if random.random() < 0.5) for _ in range(many)]
