"""The command `brief`: a summary for funders, the page back to survivors, or the results framework."""

import argparse

from monitoring.command_line import printing
from monitoring.domain.people import Actor
from monitoring.services import briefs, results_framework
from monitoring.services.house import House
from monitoring.words import say


def brief(house: House, actor: Actor, words: argparse.Namespace) -> int:
    """Writes the file; its ending says which kind."""
    content = _content(house, actor, words)
    status = printing.write_file(words.out, content, ending=words.out.suffix, as_json=words.json)
    if not words.json and status == 0:
        print(say("briefs.commands.written", file=words.out, bytes=len(content)))
    return status


def _content(house: House, actor: Actor, words: argparse.Namespace) -> bytes:
    country, language, ending, release = words.country, words.language, words.out.suffix, words.release
    if words.kind == "framework":
        return results_framework.written(actor, house, country, language, ending, release=release)
    return briefs.written(actor, house, words.kind, country, language, ending, release=release)
