"""One sentence for groups side by side: how far they lie apart, and whether that may be chance. Ranks nobody."""

from collections.abc import Mapping, Sequence

from monitoring.ui import labels
from monitoring.ui.findings.compare import has_few, may_be_chance, nothing_known, ranges_meet, readable
from monitoring.ui.points import Point, Scale, State
from monitoring.words import say


def of_countries(points: Sequence[Point], names: Mapping[str, str], scale: Scale) -> str:
    """`Between Albania 73 % and Tunisia 47 %; the ranges overlap, so the countries may not differ.`"""
    return _of(points, scale, "countries", names)


def of_answers(points: Sequence[Point], names: Mapping[str, str], scale: Scale) -> str:
    """By gender or age. Two groups: `Woman or girl 67 %, man or boy 65 %: no clear difference.`"""
    return _of(points, scale, "answers", names)


def of_providers(points: Sequence[Point], scale: Scale) -> str:
    """Only how far they lie apart: the sentence names no provider, so that none is first and none is last."""
    return _of(points, scale, "providers", {})


def _of(points: Sequence[Point], scale: Scale, kind: str, names: Mapping[str, str]) -> str:
    found = readable(points)
    if not found:
        return say(f"screens.says.{nothing_known(points)}")
    if len(found) == 1:
        return _closed(say(f"screens.says.{kind}_one", **_facts(found, names, scale)), points, found)
    ends = _ends(found)
    facts = _facts(ends, names, scale)
    is_pair = len(found) == 2
    key = f"screens.says.{kind}_{'two' if is_pair else 'many'}"
    return _closed(say(key, **facts) + _verdict(ends, kind, is_pair=is_pair), points, found)


def _ends(found: Sequence[Point]) -> list[Point]:
    """Lowest and highest, in the order in which the chart shows them."""
    lowest = min(found, key=lambda point: point.value or 0)
    highest = max((point for point in found if point is not lowest), key=lambda point: point.value or 0)
    return [point for point in found if point in (lowest, highest)][:2]


def _facts(ends: Sequence[Point], names: Mapping[str, str], scale: Scale) -> dict[str, str]:
    """`low` and `high` for those that name nobody, `one` and `other` for those that do."""
    values = [point.value or 0 for point in (ends[0], ends[-1])]
    facts = {"low": scale.bare(min(values)), "high": scale.words(max(values))}
    facts |= {"one_value": scale.of(ends[0]), "other_value": scale.of(ends[-1])}
    if names:
        other = names[ends[-1].key]
        facts |= {"one": names[ends[0].key], "other": labels.lowered(other) if len(ends) > 1 else other}
        facts |= {"other_as_is": other, "one_lowered": labels.lowered(names[ends[0].key])}
    return facts


def _verdict(ends: Sequence[Point], kind: str, *, is_pair: bool) -> str:
    meet = may_be_chance(*ends) if is_pair else ranges_meet(*ends)
    if meet is None:
        return ""
    said = say(f"screens.says.{'two' if is_pair else kind}_{'meet' if meet else 'apart'}")
    return f": {said}" if is_pair else f"; {said}"


def _closed(sentence: str, points: Sequence[Point], said_of: Sequence[Point]) -> str:
    if has_few(*said_of):
        return f"{sentence}; {say('screens.says.few')}."
    if any(point.state is State.WITHHELD for point in points):
        return f"{sentence}; {say('screens.says.some_withheld')}."
    if any(point.state is State.FEW for point in points):
        return f"{sentence}; {say('screens.says.few_left_out')}."
    return f"{sentence}."
