"""What helps and what makes things harder, by level, in words. Names the level most named, where one stands out."""

from collections.abc import Mapping, Sequence

from monitoring.services.community import Community
from monitoring.ui import labels, numbers
from monitoring.ui.charts.mirror import Pair
from monitoring.ui.findings.compare import has_few, ranges_meet
from monitoring.ui.points import Point, Scale
from monitoring.words import say

_PERCENT = Scale("percent")


def of_survivors(pairs: Sequence[Pair]) -> str:
    """`Of 61 people, most name what helped at household and family (64 %), what made things harder at ... (58 %).`"""
    people = max(((each.helps.n or each.hinders.n or 0) for each in pairs), default=0)
    helps, hinders = ([_side(each, name) for each in pairs] for name in ("helps", "hinders"))
    said = say("context.levels.says.survivors", people=numbers.people(people), **_both(helps, hinders))
    points = [point for _, point in (*helps, *hinders) if point.is_known]
    return f"{said}; {say('screens.says.few')}." if has_few(*points) else f"{said}."


def of_community(pairs: Sequence[Pair], of: int) -> str:
    """The same of sessions: a meeting of twenty counts as one."""
    helps, hinders = ([_side(each, name) for each in pairs] for name in ("helps", "hinders"))
    return say("context.levels.says.around", n=numbers.count(of), **_both(helps, hinders)) + "."


def of_sessions(around: Community, tools: Mapping[str, str]) -> str:
    """`Held: key informant interview 4, community advisory group 3; 2 led by survivors.`"""
    if not around.all_sessions:
        return say("context.levels.says.no_session")
    parts = [f"{labels.lowered(tools.get(tool, tool))} {n}" for tool, n in around.sessions.items()]
    return say("context.levels.says.held", parts=labels.listed(parts), led=numbers.count(around.survivor_led))


def _side(pair: Pair, name: str) -> tuple[str, Point]:
    return pair.name, pair.helps if name == "helps" else pair.hinders


def _both(helps: Sequence[tuple[str, Point]], hinders: Sequence[tuple[str, Point]]) -> dict[str, str]:
    return {"helps": _most_named(helps), "hinders": _most_named(hinders)}


def _most_named(side: Sequence[tuple[str, Point]]) -> str:
    """The level named most; two whose ranges overlap are named as what they are: not to be told apart."""
    known = sorted(((name, point) for name, point in side if point.is_known), key=lambda each: -(each[1].value or 0))
    if not known or not known[0][1].value:
        return say("context.levels.says.none_named")
    (first, most), rest = known[0], known[1:]
    near = [name for name, point in rest if point.value == most.value or ranges_meet(most, point)]
    facts = {"level": labels.lowered(first), "value": _PERCENT.of(most)}
    if not near:
        return say("context.levels.says.most", **facts)
    if len(near) == len(side) - 1:
        return say("context.levels.says.no_level", **facts)
    return say("context.levels.says.near", others=labels.listed([labels.lowered(name) for name in near]), **facts)
