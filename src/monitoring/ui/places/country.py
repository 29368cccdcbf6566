"""One country's providers, in words."""

from monitoring.services import places
from monitoring.ui import labels
from monitoring.ui.plain_text import for_markdown
from monitoring.ui.reading import Desk
from monitoring.words import say


def providers_in_words(desk: Desk) -> str:
    """`Service providers: A, B and C.`"""
    found = places.providers(desk.actor, desk.house, desk.chosen.country)
    if not found:
        return say("screens.places.no_providers")
    names = [f"**{for_markdown(each.name)}**" for each in found]
    key = "screens.places.one_provider" if len(names) == 1 else "screens.places.providers_are"
    return say(key, names=labels.listed(names))
