"""What has been chosen to look at: filters as codes, and the same in words. Draws nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import View
from monitoring.domain.indicator import Indicator
from monitoring.ui import labels, numbers
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say

Where = Mapping[str, tuple[str, ...]]

QUESTIONS = {
    "gender": "gender",
    "age_band": "age_band",
    "exploitation": "exploitation_types",
    "return_route": "return_route",
}
"""Filters that are answers of the survivors' form, and the question whose list offers their codes."""

SHARED = ("country", "round")
"""What the shared view can be narrowed to."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The filters in force. `countries` are those the person may choose from, by name."""

    countries: tuple[str, ...]
    today: date
    view: View
    where: Where = field(default_factory=dict)
    providers: Mapping[str, str] = field(default_factory=dict)  # id -> uploaded name, of those that may be chosen
    is_of_one_country: bool = False  # the page is about one country, whichever: naming it narrows nothing
    as_of: date | None = None  # an earlier day, as reported on which everything is told; None: as things stand

    @property
    def country(self) -> str | None:
        """The one country looked at, or None for all of several."""
        chosen = self.where.get("country", ())
        return chosen[0] if len(chosen) == 1 else None

    @property
    def day(self) -> date:
        """The day that everything is told of."""
        return self.as_of or self.today

    @property
    def is_narrowed(self) -> bool:
        is_given = self.is_of_one_country or len(self.countries) == 1
        return self.as_of is not None or bool(set(self.where) - ({"country"} if is_given else set()))

    @property
    def is_empty(self) -> bool:
        """Whether nobody has handed in anything that this person may see."""
        return not self.countries

    def for_indicator(self, indicator: Indicator) -> Where:
        """The filters that the indicator can be narrowed to; harm is never narrowed to gender, age or route."""
        return {name: codes for name, codes in self.where.items() if self.narrows(indicator, name)}

    def left_out(self, indicator: Indicator) -> tuple[str, ...]:
        """The names of filters that are in force and that this indicator does not follow."""
        return tuple(name for name in self.where if not self.narrows(indicator, name))

    def narrows(self, indicator: Indicator, name: str) -> bool:
        if self.view is View.SHARED:
            return name in SHARED
        by_provider = name == "provider" and "provider" in (indicator.break_down_by or ())
        return indicator.filter_by is None or name in indicator.filter_by or by_provider


def in_words(chosen: Chosen, catalogue: Catalogue, language: str | None = None) -> str:
    """`Showing **Nigeria** · woman or girl · as reported on **1 June 2026**`, as Markdown."""
    parts = [f"**{_place(chosen, language)}**"]
    parts += [_answers(chosen, catalogue, name, language) for name in QUESTIONS if chosen.where.get(name)]
    if named := chosen.where.get("provider"):
        parts.append(labels.listed([for_markdown(chosen.providers.get(each, each)) for each in named], language))
    parts += _period(chosen, language)
    if len(parts) == 1:
        parts.append(say("screens.filters.everyone", language))
    day = f"**{numbers.day(chosen.day, language)}**"
    return say("screens.filters.showing", language, what=" · ".join(parts), day=day)


def left_out_in_words(names: tuple[str, ...], language: str | None = None) -> str:
    """`Shown for everyone instead: this number is not narrowed to age group.`"""
    words = [labels.lowered(say(f"screens.filters.names.{name}", language)) for name in names]
    return say("screens.filters.left_out", language, names=labels.listed(words, language))


def _place(chosen: Chosen, language: str | None) -> str:
    if chosen.country is not None:
        return labels.country_name(chosen.country, language)
    return say("screens.filters.all_countries", language)


def _answers(chosen: Chosen, catalogue: Catalogue, name: str, language: str | None) -> str:
    codes = chosen.where[name]
    words = [labels.answer_label(catalogue, QUESTIONS[name], code, language) for code in codes]
    return " / ".join(labels.lowered(each) for each in words)


def _period(chosen: Chosen, language: str | None) -> list[str]:
    first, last = chosen.where.get("quarter_from"), chosen.where.get("quarter_to")
    said = []
    if first:
        said.append(say("screens.filters.since", language, quarter=numbers.quarter(first[0], language)))
    if last:
        said.append(say("screens.filters.until", language, quarter=numbers.quarter(last[0], language)))
    return said
