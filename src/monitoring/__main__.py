"""The command `monitoring`: each command is one call to a service, and every refusal is one sentence."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from monitoring.command_line.parser import build_parser
from monitoring.command_line.printing import refuse
from monitoring.domain.people import Actor
from monitoring.domain.refusal import Refusal
from monitoring.services.house import House
from monitoring.settings import Settings, read_settings

_DUCKDB_INTERRUPTED = "Query interrupted"
"""What DuckDB makes of Ctrl-C in the midst of a statement."""

INTERRUPTED = 130
"""The exit status by which shells know that somebody pressed Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status."""
    words = build_parser().parse_args(arguments)
    settings = read_settings(data=words.data, today=words.today)
    try:
        status = _run(settings, words)
        sys.stdout.flush()
    except Refusal as refusal:
        return refuse(refusal.reason, **refusal.facts)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever listened, such as `head`, has heard enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except RuntimeError as error:
        if str(error) != _DUCKDB_INTERRUPTED:
            raise
        return INTERRUPTED
    return status


def _run(settings: Settings, words: argparse.Namespace) -> int:
    from monitoring.command_line import dashboard, definitions, people, records, xlsforms

    without_store: dict[str, Callable[[Settings, argparse.Namespace], int]] = {
        "demo": dashboard.demo,
        "serve": dashboard.serve,
        "people": people.people,
        "check": records.check,
        "template": records.template,
        "xlsform": xlsforms.write,
        "explain": definitions.explain,
        "codebook": definitions.write_codebook,
        "definitions": definitions.definitions,
    }
    in_a_name: dict[str, Callable[[House, Actor, argparse.Namespace], int]] = {
        "load": records.load,
        "submissions": records.history,
        "undo": records.decide,
        "accept": records.decide,
        "send-back": records.decide,
        "figures": records.figures,
    }
    if words.command in without_store:
        return without_store[words.command](settings, words)
    from monitoring.bootstrap import open_house

    if not settings.data.exists():
        raise Refusal("no_data_folder", folder=settings.data)
    house = open_house(settings)
    try:
        return in_a_name[words.command](house, house.people.find(words.who), words)
    finally:
        house.store.close()


if __name__ == "__main__":
    sys.exit(main())
