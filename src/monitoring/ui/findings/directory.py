"""A service directory in words: how many providers, how many free, which help nobody offers, what is out of date."""

from collections.abc import Sequence

from monitoring.services.service_directory import Listed
from monitoring.ui import numbers
from monitoring.words import say


def of_directory(found: Sequence[Listed]) -> str:
    """`12 providers are listed; 8 help free of charge. 3 rows were not checked in the last 180 days.`"""
    if not found:
        return say("context.directory.says.none")
    parts = [_providers(found)]
    old = sum(each.is_old for each in found)
    if old == len(found):
        parts.append(say("context.directory.says.all_old"))
    elif old:
        parts.append(say("context.directory.says.old_one" if old == 1 else "context.directory.says.old", n=old))
    return " ".join(parts)


def _providers(found: Sequence[Listed]) -> str:
    free = sum(each.cost == "free" for each in found)
    unsaid = sum(each.cost is None for each in found)
    if len(found) == 1:
        return say(f"context.directory.says.one_{'free' if free else 'unsaid' if unsaid else 'costs'}")
    sentence = say("context.directory.says.many", n=numbers.count(len(found)), free=numbers.count(free))
    return f"{sentence} {say('context.directory.says.cost_unsaid', n=numbers.count(unsaid))}" if unsaid else sentence
