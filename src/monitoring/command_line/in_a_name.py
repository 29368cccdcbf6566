"""The commands that need records: which there are, and how one is carried out in a house that is open."""

import argparse
from collections.abc import Callable

from monitoring.command_line import briefs, erasing, exports, hand_ins, keeping, records, releases
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
    "erase": erasing.erase,
    "retention": erasing.retention,
    "release": releases.release,
    "export": exports.export,
    "brief": briefs.brief,
}

WITHOUT_A_NAME: dict[str, Callable[[House, argparse.Namespace], int]] = {
    "backup": keeping.backup,
    "verify": keeping.verify,
}
"""What whoever runs the machine does with a house that may be open in a server."""


def carry_out(house: House, words: argparse.Namespace) -> int:
    """Prints what the command found; returns its exit status. Raises Refusal; a lack of permission is noted."""
    if words.command in WITHOUT_A_NAME:
        return WITHOUT_A_NAME[words.command](house, words)
    actor = house.people.find(words.who)
    try:
        return COMMANDS[words.command](house, actor, words)
    except NotAllowed as refusal:
        refused.note(actor, house, refusal)
        raise
