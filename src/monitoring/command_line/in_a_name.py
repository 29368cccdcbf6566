"""The commands that read or change records: which there are, and how one is carried out in a house that is open."""

import argparse
from collections.abc import Callable

from monitoring.command_line import records
from monitoring.domain.people import Actor, NotAllowed
from monitoring.services import refused
from monitoring.services.house import House

COMMANDS: dict[str, Callable[[House, Actor, argparse.Namespace], int]] = {
    "load": records.load,
    "submissions": records.history,
    "undo": records.decide,
    "accept": records.decide,
    "send-back": records.decide,
    "figures": records.figures,
}


def carry_out(house: House, words: argparse.Namespace) -> int:
    """Prints what the command found; returns its exit status. Raises Refusal; a lack of permission is noted."""
    actor = house.people.find(words.who)
    try:
        return COMMANDS[words.command](house, actor, words)
    except NotAllowed as refusal:
        refused.note(actor, house, refusal)
        raise
