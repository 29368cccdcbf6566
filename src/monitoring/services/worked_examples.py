"""Runs the worked examples of every indicator through the real store and the SQL that makes the real figures."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from monitoring.derive.query import Query, figures_queries
from monitoring.derive.relations import Sources
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import Figure, FigureRequest
from monitoring.domain.indicator import Example, Indicator, Of
from monitoring.services.example_rows import LOOKED_AT, Rows, UnreadableExample, rounds_named, rows_of
from monitoring.services.figure_numbers import figures_of
from monitoring.store.scratch import Scratch, Uncountable

_TOLERANCE = 0.001


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an example came to, beside what it says it should come to. `column` names a cell that cannot be read."""

    indicator: Indicator
    place: int  # from 1
    example: Example
    numerator: float = 0
    denominator: int = 0
    value: float | None = None
    column: str | None = None
    is_uncountable: bool = False

    @property
    def holds(self) -> bool:
        """A denominator of nobody also says that there is no value; any other part that is not said is not compared."""
        nobody = self.example.denominator == 0 and self.example.value is None
        return (
            self.column is None
            and not self.is_uncountable
            and _same(self.numerator, self.example.numerator)
            and _same(self.denominator, self.example.denominator)
            and (self.value is None if nobody else _same(self.value, self.example.value))
        )


def run_examples(catalogue: Catalogue) -> tuple[Outcome, ...]:
    """Every example of every indicator, in the catalogue's order."""
    everything: Rows = {name: [] for name in catalogue.forms}
    unreadable: dict[str, str] = {}
    listed = list(_listed(catalogue))
    for label, indicator, _, example in listed:
        try:
            for form, rows in rows_of(catalogue, indicator, example, country=label).items():
                everything[form].extend(rows)
        except UnreadableExample as column:
            unreadable[label] = str(column)
    with Scratch(catalogue) as scratch:
        scratch.fill(everything)
        try:
            counted = _counted(catalogue, scratch)
        except Uncountable:
            return tuple(_uncountable(catalogue, scratch))
    return tuple(
        _outcome(indicator, place, example, counted.get((indicator.id, label)), unreadable.get(label))
        for label, indicator, place, example in listed
    )


def _outcome(indicator: Indicator, place: int, example: Example, figure: Figure | None, column: str | None) -> Outcome:
    if figure is None:
        return Outcome(indicator, place, example, column=column)
    numerator, denominator = float(figure.numerator or 0), figure.denominator or 0
    return Outcome(indicator, place, example, numerator, denominator, figure.value, column)


def _listed(catalogue: Catalogue) -> Iterator[tuple[str, Indicator, int, Example]]:
    """(country that stands for the example, indicator, place, example)."""
    for indicator in catalogue.indicators.values():
        for place, example in enumerate(indicator.examples, 1):
            yield f"{indicator.id}/{place}", indicator, place, example


def _counted(catalogue: Catalogue, scratch: Scratch) -> dict[tuple[str, str], Figure]:
    """(indicator, country) to its figure. Interviews count in the rounds that an example names."""
    named = {label: rounds_named(example) for label, _, _, example in _listed(catalogue)}
    found: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for query, has_rounds in _queries(catalogue, catalogue.indicators):
        for row in scratch.counts(query):
            for indicator in query.indicators:
                country = row["country"]
                is_its_own = country.startswith(f"{indicator.id}/")
                if is_its_own and (not has_rounds or row["round"] in named[country]):
                    found.setdefault((indicator.id, country), []).append(row)
    examples = {label: example for label, _, _, example in _listed(catalogue)}
    return {
        (id_, label): _figure(catalogue, catalogue.indicators[id_], rows, examples[label])
        for (id_, label), rows in found.items()
    }


def _queries(catalogue: Catalogue, ids: Iterable[str]) -> Iterator[tuple[Query, bool]]:
    """The statements that count the indicators by country, and whether by round too."""
    for has_rounds in (True, False):
        wanted = tuple(id_ for id_ in ids if _is_by_round(catalogue.indicators[id_]) is has_rounds)
        request = FigureRequest(wanted, by=("country", "round") if has_rounds else ("country",))
        for query in figures_queries(catalogue, request, LOOKED_AT, Sources()):
            yield query, has_rounds


def _uncountable(catalogue: Catalogue, scratch: Scratch) -> Iterator[Outcome]:
    """The indicators whose statement cannot be run, each tried alone; the others wait until these are mended."""
    for id_, indicator in catalogue.indicators.items():
        if not _can_be_counted(catalogue, scratch, id_):
            yield Outcome(indicator, 1, Example("", ()), is_uncountable=True)


def _can_be_counted(catalogue: Catalogue, scratch: Scratch, id_: str) -> bool:
    try:
        for query, _ in _queries(catalogue, [id_]):
            scratch.counts(query)
    except Uncountable:
        return False
    return True


def _is_by_round(indicator: Indicator) -> bool:
    return indicator.has_rounds and indicator.of is Of.FOLLOW_UP


def _figure(catalogue: Catalogue, indicator: Indicator, rows: list[Mapping[str, Any]], example: Example) -> Figure:
    """The figure of an example's rounds together, and of a risk the one for the months that it names."""
    figures = figures_of(catalogue, indicator, (), _together(rows))
    return next(each for each in figures if each.months in (None, example.months))


def _together(rows: list[Mapping[str, Any]]) -> dict[str, Any]:
    """Counts and sums added up, values side by side; a spread of several rounds is not worked out."""
    whole: dict[str, Any] = {}
    for name in rows[0]:
        parts = [row[name] for row in rows if row[name] is not None]
        is_list = bool(parts) and isinstance(parts[0], list)
        if name in ("country", "round") or name.endswith("__spread"):
            continue
        if is_list and name.endswith("__values"):
            whole[name] = sorted(value for part in parts for value in part)
        elif is_list:
            whole[name] = parts[0]
        else:
            whole[name] = sum(parts) if parts else None
    return whole


def _same(found: float | None, said: float | None) -> bool:
    """What an example does not say is not compared."""
    return said is None or (found is not None and abs(found - said) < _TOLERANCE)
