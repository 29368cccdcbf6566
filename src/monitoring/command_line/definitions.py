"""Commands about definitions: explain, codebook, definitions check. They need no store and nobody's name."""

import argparse

from monitoring.command_line import printing
from monitoring.services import check_definitions, codebook
from monitoring.settings import Settings
from monitoring.words import say


def explain(settings: Settings, words: argparse.Namespace) -> int:
    text = codebook.explain(settings, words.id)
    if text is None:
        return printing.refuse("unknown_indicator", indicator=words.id)
    print(text)
    return 0


def write_codebook(settings: Settings, words: argparse.Namespace) -> int:
    return printing.write_file(words.out, codebook.as_html(settings).encode())


def check(settings: Settings, words: argparse.Namespace) -> int:
    """Every mistake at once, with file, key and the nearest spelling."""
    problems, counted = check_definitions.check(settings)
    if words.json:
        printing.print_json({"problems": [printing.definition_problem(each) for each in problems], **counted})
    elif problems:
        print(say("commands.definitions_broken", count=len(problems)))
        printing.print_problems(problems)
    else:
        print(say("commands.definitions_fine", **counted))
    return 1 if problems else 0
