"""The command `brief`: a summary for funders or the page back to survivors, as PDF or Word."""

import argparse

from monitoring.command_line import printing
from monitoring.domain.people import Actor
from monitoring.services import briefs
from monitoring.services.house import House
from monitoring.words import say


def brief(house: House, actor: Actor, words: argparse.Namespace) -> int:
    """Writes the file; its ending says which kind."""
    content = briefs.written(actor, house, words.kind, words.country, words.language, words.out.suffix)
    status = printing.write_file(words.out, content, ending=words.out.suffix, as_json=words.json)
    if not words.json and status == 0:
        print(say("briefs.commands.written", file=words.out, bytes=len(content)))
    return status
