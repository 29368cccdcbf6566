"""What of the Modern Slavery Core Outcome Set is covered by what, and by whose answer; and what is not covered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from monitoring.derive.meaning import questions_used
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Words
from monitoring.domain.indicator import Indicator


@dataclass(frozen=True, slots=True)
class Covered:
    """One outcome or long-list domain, the indicators that serve it, and whose answers those are made of."""

    id: str | None  # None: indicators that no domain of the long-list was given to
    label: Words
    indicators: tuple[Indicator, ...]
    whose: tuple[str, ...]


def core_outcomes(catalogue: Catalogue) -> tuple[Covered, ...]:
    """The seven core outcomes in the set's order, those without any indicator included."""
    return tuple(_covered(catalogue, catalogue.mscos, "mscos"))


def long_list(catalogue: Catalogue) -> tuple[Covered, ...]:
    """The ten domains of the long-list; last, where there are any, the indicators without one."""
    found = list(_covered(catalogue, catalogue.long_list, "long_list"))
    without = tuple(each for each in catalogue.indicators.values() if each.long_list is None)
    if without:
        found.append(Covered(None, {}, without, _whose(catalogue, without)))
    return tuple(found)


def whose_answer(catalogue: Catalogue, indicator: Indicator) -> tuple[str, ...]:
    """Who gives the answers that the figure is made of: survivor, worker, file; nobody for mere dates and contacts.

    Whom a figure is about is no answer: keys, dates of return and age are the file's, and are left out of what a
    survivor says, so a question of the survivor's comes first.
    """
    return _in_order({str(question.asked_of) for _, question in questions_used(catalogue, indicator)})


def _covered(catalogue: Catalogue, outcomes: Mapping[str, Words], field: str) -> Iterator[Covered]:
    for id_, label in outcomes.items():
        mine = tuple(each for each in catalogue.indicators.values() if getattr(each, field) == id_)
        yield Covered(id_, label, mine, _whose(catalogue, mine))


def _whose(catalogue: Catalogue, indicators: tuple[Indicator, ...]) -> tuple[str, ...]:
    return _in_order({who for each in indicators for who in whose_answer(catalogue, each)})


def _in_order(whose: set[str]) -> tuple[str, ...]:
    return tuple(who for who in ("survivor", "worker", "file") if who in whose)
