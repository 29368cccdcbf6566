"""How a comparison of declarations is printed: what differs in words, then each country's figure before and after."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from monitoring.command_line.printing import figure_document, print_json
from monitoring.domain.figures import Figure
from monitoring.services.compare_definitions import Changed, Comparison
from monitoring.words import say


def show(found: Comparison, day: date, *, as_json: bool) -> None:
    """Prints the comparison; `day` is the one that figures are of."""
    if as_json:
        print_json(_document(found, day))
        return
    for key, names in (("added", found.added), ("removed", found.removed)):
        if names:
            print(say(f"commands.compare.{key}", names=", ".join(names)))
    for changed in found.changed:
        _print_changed(changed, day)
    if not (found.added or found.removed or found.changed):
        print(say("commands.compare.same"))


def _print_changed(changed: Changed, day: date) -> None:
    old, new = changed.versions
    print(say("commands.compare.changed", indicator=changed.indicator, old=old, new=new))
    for difference in changed.differences:
        print(say("commands.compare.part", part=difference.part))
        for side, text in (("old", difference.old), ("new", difference.new)):
            print(say(f"commands.compare.{side}", text=text or say("commands.compare.nothing")))
    for side, names in (changed.not_counted or {}).items():
        print(say("commands.compare.not_counted", side=side, names=", ".join(names)))
    if changed.figures:
        print(say("commands.compare.figures", day=day))
    for line in _lines(changed):
        print(line)


def _lines(changed: Changed) -> Iterable[str]:
    for moved in changed.figures:
        old, new = _number(moved.old), _number(moved.new)
        place = moved.country or "-"
        if moved.months is not None:
            place = say("commands.compare.within", country=place, months=moved.months)
        yield say("commands.compare.figure", country=place, old=old, new=new)


def _number(figure: Figure | None) -> str:
    if figure is None or figure.value is None:
        return say("commands.compare.nobody")
    key = "count" if figure.denominator is None else "number"
    facts = figure_document(figure)
    numbers = {name: f"{facts[name]:.6g}" for name in ("value", "numerator", "denominator") if facts[name] is not None}
    return say(f"commands.compare.{key}", **{"numerator": "-", **numbers})


def _document(found: Comparison, day: date) -> dict[str, Any]:
    return {
        "added": list(found.added),
        "removed": list(found.removed),
        "day": day,
        "changed": [
            {
                "indicator": each.indicator,
                "versions": {"old": each.versions[0], "new": each.versions[1]},
                "differences": [{"part": one.part, "old": one.old, "new": one.new} for one in each.differences],
                "not_counted": {side: list(names) for side, names in (each.not_counted or {}).items()},
                "figures": [
                    {
                        "country": moved.country,
                        "months": moved.months,
                        "old": None if moved.old is None else figure_document(moved.old),
                        "new": None if moved.new is None else figure_document(moved.new),
                    }
                    for moved in each.figures
                ],
            }
            for each in found.changed
        ],
    }
