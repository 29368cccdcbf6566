"""The command `monitoring`: each command is one call to a service, and every refusal is one sentence."""

import argparse
import os
import resource
import sys
from collections.abc import Callable, Sequence

from monitoring.command_line.parser import build_parser
from monitoring.command_line.printing import refuse
from monitoring.domain.refusal import Refusal
from monitoring.settings import Settings, read_settings
from monitoring.spare_memory import keep_little

_DUCKDB_INTERRUPTED = "Query interrupted"
"""What DuckDB makes of Ctrl-C in the midst of a statement."""

INTERRUPTED = 130
"""The exit status by which shells know that somebody pressed Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status."""
    words = build_parser().parse_args(arguments)
    keep_little()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash leaves no picture of memory, and of people, on the disk
    settings = None
    try:
        settings = read_settings(data=words.data, today=words.today)
        status = _run(settings, words, sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except Refusal as refusal:
        return refuse(refusal.reason, **refusal.facts)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever listened, such as `head`, has heard enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _failed(settings, error)
    return status


def _failed(settings: Settings | None, error: Exception) -> int:
    """An error that nobody foresaw has a number, and no text: that may quote a cell."""
    if isinstance(error, RuntimeError) and str(error) == _DUCKDB_INTERRUPTED:
        return INTERRUPTED
    return refuse("failed_unforeseen", number=_noted(settings, error))


def _noted(settings: Settings | None, error: Exception) -> str:
    """Where the data folder has a log the number stands in it."""
    from monitoring.access.failures import noted
    from monitoring.access.log import Log
    from monitoring.bootstrap import open_people

    try:
        log = Log(open_people(settings).file) if settings and (settings.data / "people.sqlite").exists() else None
    except Refusal:
        log = None
    return noted(log, "command line", error)


def _run(settings: Settings, words: argparse.Namespace, arguments: Sequence[str]) -> int:
    from monitoring.command_line import (
        cleaning,
        dashboard,
        definitions,
        doctor,
        keeping,
        log,
        people,
        records,
        xlsforms,
    )

    without_store: dict[str, Callable[[Settings, argparse.Namespace], int]] = {
        "demo": dashboard.demo,
        "serve": dashboard.serve,
        "people": people.people,
        "log": log.log,
        "keys": keeping.keys,
        "restore": keeping.restore,
        "rebuild": keeping.rebuild,
        "doctor": doctor.doctor,
        "check": records.check,
        "clean": cleaning.write,
        "template": records.template,
        "xlsform": xlsforms.write,
        "explain": definitions.explain,
        "codebook": definitions.write_codebook,
        "definitions": definitions.definitions,
    }
    if words.command in without_store:
        return without_store[words.command](settings, words)
    return _in_a_name(settings, words, arguments)


def _in_a_name(settings: Settings, words: argparse.Namespace, arguments: Sequence[str]) -> int:
    """Here, or by the server that holds the data folder."""
    from monitoring.bootstrap import open_house
    from monitoring.command_line.in_a_name import carry_out

    if not settings.data.exists():
        raise Refusal("no_data_folder", folder=settings.data)
    try:
        house = open_house(settings)
    except Refusal as refusal:
        from monitoring.command_line.line_to_server import hand_over

        status = hand_over(settings.data, arguments) if refusal.reason == "store_in_use" else None
        if status is None:
            raise
        return status
    try:
        return carry_out(house, words)
    finally:
        house.store.close()


if __name__ == "__main__":
    sys.exit(main())
