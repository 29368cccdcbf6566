"""The steps of a return in one sentence: which is on file most often, which least, and of how many returns."""

from collections.abc import Mapping, Sequence

from monitoring.ui import labels, numbers
from monitoring.ui.findings.compare import has_few, nothing_known, ranges_meet, readable
from monitoring.ui.points import Point, State
from monitoring.words import say


def of_referrals(point: Point) -> str:
    """`Of 5 038 referrals 75 % led to a service that began.` Nothing where nothing can be told of them."""
    if not point.is_known or point.is_too_wide:
        return ""
    return say("journey.says.referrals", n=numbers.count(point.n or 0), value=numbers.percent(point.value or 0))


def of_steps(points: Sequence[Point], names: Mapping[str, str], returns: int | None) -> str:
    """`Of 231 returns, most often on file: contact named (88 %); least often: risks assessed by both (31 %).`

    `returns` None: withheld.
    """
    if returns == 0:
        return say("journey.says.nobody_home")
    found = readable(points)
    if not found:
        return say("journey.says.nothing_on_file" if nothing_known(points) == "nobody" else "screens.says.withheld")
    sentence = _most_and_least(found, names)
    if returns is not None:
        of = say("journey.says.of_one" if returns == 1 else "journey.says.of", n=numbers.count(returns))
        sentence = f"{of} {labels.lowered(sentence)}"
    return " ".join([f"{sentence}.", *_without_a_word(points, names)])


def _most_and_least(found: Sequence[Point], names: Mapping[str, str]) -> str:
    most = max(found, key=lambda point: point.value or 0)
    least = min(found, key=lambda point: point.value or 0)
    facts = {"most": labels.lowered(names[most.key]), "most_value": numbers.percent(most.value or 0)}
    facts |= {"least": labels.lowered(names[least.key]), "least_value": numbers.percent(least.value or 0)}
    if most.value == least.value:
        key = "only_one" if len(found) == 1 else "all_alike"
        return say(f"journey.says.{key}", **facts) + _caution(found)
    meet = ranges_meet(most, least)
    verdict = f"; {say('journey.says.may_not_differ')}" if meet else ""
    return say("journey.says.most_and_least", **facts) + verdict + _caution([most, least])


def _caution(said_of: Sequence[Point]) -> str:
    return f"; {say('screens.says.few')}" if has_few(*said_of) else ""


def _without_a_word(points: Sequence[Point], names: Mapping[str, str]) -> list[str]:
    """Silence of the files is no "not done"."""
    silent = [labels.lowered(names[point.key]) for point in points if point.state is State.MISSING]
    return [say("journey.says.no_file_tells", names=labels.listed(silent))] if silent else []
