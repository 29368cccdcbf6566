"""Compares two folders of declarations: which indicators differ, in what, and how past figures move on our data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from monitoring.declarations.expressions import check_expressions
from monitoring.declarations.read import read_declarations
from monitoring.derive.meaning import meaning
from monitoring.derive.within import needs, within
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import Figure, FigureRequest
from monitoring.domain.indicator import Indicator
from monitoring.domain.people import Actor
from monitoring.domain.problem import Problem
from monitoring.domain.refusal import Refusal
from monitoring.services.house import House
from monitoring.services.read_figures import read_figures

_Key = tuple[str | None, int | None]
"""Country and months."""


class BrokenFolder(Refusal):
    """One of the two folders cannot be read: it is broken, or of another version of this program. Carries why."""

    def __init__(self, folder: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__("broken_folder", folder=folder, count=len(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of an indicator's meaning under the old and the new declarations; None: there was none."""

    part: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Moved:
    """One country's figure under both declarations. None: it cannot be counted, or is of nobody.

    `months`: of a time to event, within how many months of return; such a figure is one of several of its country.
    """

    country: str | None
    months: int | None
    old: Figure | None
    new: Figure | None


@dataclass(frozen=True, slots=True)
class Changed:
    """An indicator that is declared in both folders and means different things."""

    indicator: str
    versions: tuple[int, int]
    differences: tuple[Difference, ...]
    figures: tuple[Moved, ...] = ()
    not_counted: Mapping[str, tuple[str, ...]] | None = None  # "old" or "new" -> what the data at hand do not have


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is different between two folders of declarations."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Changed, ...]


def compare(old: Path, new: Path, house: House | None = None, actor: Actor | None = None) -> Comparison:
    """With a house and a person, past figures too.

    Raises BrokenFolder, NotAllowed, and Refusal for a folder that holds no declarations.
    """
    before, after = _catalogue(old), _catalogue(new)
    changed = tuple(_changed(before, after))
    if house is not None and actor is not None:
        changed = tuple(_with_figures(each, before, after, house, actor) for each in changed)
    return Comparison(
        added=tuple(sorted(after.indicators.keys() - before.indicators.keys())),
        removed=tuple(sorted(before.indicators.keys() - after.indicators.keys())),
        changed=changed,
    )


def _catalogue(folder: Path) -> Catalogue:
    """A checkout may be named by its root as well."""
    inside = folder / "indicators"
    found = inside if inside.is_dir() else folder
    if not (found / "domains.toml").is_file():
        raise Refusal("no_declarations", folder=folder)
    catalogue, problems = read_declarations(found)
    if catalogue is not None:
        problems = check_expressions(catalogue)  # they become part of statements: none runs unread
    if catalogue is None or problems:
        raise BrokenFolder(found, problems)
    return catalogue


def _changed(before: Catalogue, after: Catalogue) -> Iterator[Changed]:
    for name, indicator in after.indicators.items():
        if (former := before.indicators.get(name)) is None:
            continue
        old, new = _told(before, former), _told(after, indicator)
        differing = [part for part in {**old, **new} if old.get(part) != new.get(part)]
        if differing:
            differences = tuple(Difference(part, old.get(part), new.get(part)) for part in differing)
            yield Changed(name, (former.version, indicator.version), differences)


def _told(catalogue: Catalogue, indicator: Indicator) -> dict[str, str]:
    """The meaning, and for follow-ups the rounds' windows: where they move, every figure over rounds does."""
    told = meaning(catalogue, indicator)
    if indicator.form == "follow_ups":
        windows = (f"{each.months}: {each.first_day}-{each.last_day}" for each in catalogue.rounds)
        told["rounds"] = ", ".join(windows)
    return told


def _with_figures(changed: Changed, before: Catalogue, after: Catalogue, house: House, actor: Actor) -> Changed:
    columns = house.store.columns()
    found: dict[str, dict[_Key, Figure]] = {}
    not_counted: dict[str, tuple[str, ...]] = {}
    for side, catalogue in (("old", before), ("new", after)):
        if lacking := needs(catalogue, catalogue.indicators[changed.indicator], columns):
            not_counted[side] = lacking
        else:
            found[side] = _figures(within(catalogue, columns), changed.indicator, house, actor)
    old, new = found.get("old", {}), found.get("new", {})
    keys = sorted({**old, **new}, key=lambda key: (key[0] or "", key[1] or 0))
    moved = tuple(Moved(*key, old.get(key), new.get(key)) for key in keys)
    return replace(changed, figures=moved, not_counted=not_counted or None)


def _figures(catalogue: Catalogue, indicator: str, house: House, actor: Actor) -> dict[_Key, Figure]:
    """By country and, of a time to event, by months: the SQL of those declarations over the history as it stands."""
    there = replace(house, catalogue=catalogue, store=house.store.under(catalogue))
    request = FigureRequest((indicator,), by=("country",), as_of=house.today)
    return {(figure.at("country"), figure.months): figure for figure in read_figures(actor, there, request)}
