"""The commands that read or change records: which there are, and how one is carried out in a house that is open."""

import argparse
from collections.abc import Callable

from monitoring.command_line import briefs, exports, hand_ins, records
from monitoring.domain.people import Actor, NotAllowed
from monitoring.services import refused
from monitoring.services.house import House

COMMANDS: dict[str, Callable[[House, Actor, argparse.Namespace], int]] = {
    "load": hand_ins.load,
    "submissions": hand_ins.history,
    "nothing-to-report": hand_ins.nothing_to_report,
    "undo": hand_ins.decide,
    "accept": hand_ins.decide,
    "send-back": hand_ins.decide,
    "figures": records.figures,
    "export": exports.export,
    "brief": briefs.brief,
}


def carry_out(house: House, words: argparse.Namespace) -> int:
    """Prints what the command found; returns its exit status. Raises Refusal; a lack of permission is noted."""
    actor = house.people.find(words.who)
    try:
        return COMMANDS[words.command](house, actor, words)
    except NotAllowed as refusal:
        refused.note(actor, house, refusal)
        raise
