"""Commands that keep the data folder safe: keys, backup, restore, verify, rebuild. They print counts and times only."""

import argparse
from typing import Any

from monitoring.command_line import log as log_command
from monitoring.command_line import printing
from monitoring.declarations.read import read_catalogue
from monitoring.domain.refusal import Refusal
from monitoring.keeping import backup as backups
from monitoring.keeping import restore as restoring
from monitoring.keeping import rotation
from monitoring.keeping import verify as verifying
from monitoring.services.house import House
from monitoring.settings import Settings
from monitoring.words import say


def backup(house: House, words: argparse.Namespace) -> int:
    made = backups.make(house, words.file)
    facts = {
        "file": str(made.file),
        "bytes": made.size,
        "rows": made.rows,
        "hand_ins": made.hand_ins,
        "log_lines": made.log_lines,
        "seconds": round(made.seconds, 1),
    }
    return _print(words, facts, "backup")


def restore(settings: Settings, words: argparse.Namespace) -> int:
    """Puts it back; or, with --drill, tries whether it could be."""
    done = (restoring.drill if words.drill else restoring.restore)(
        settings, read_catalogue(settings.declarations), words.file
    )
    facts = {
        "made_at": done.made_at,
        "rows": done.rows,
        "hand_ins": done.hand_ins,
        "log_lines": done.log_lines,
        "seconds": round(done.seconds, 1),
    }
    folder = str(settings.data)
    return _print(words, facts, "drill") if words.drill else _print(words, {"folder": folder, **facts}, "restored")


def verify(house: House, words: argparse.Namespace) -> int:
    """0 where everything is there, 1 where not."""
    found = verifying.verify(house)
    records = found.records
    facts = {
        "tables": records.tables,
        "rows": records.rows,
        "hand_ins": records.hand_ins,
        "missing": list(records.missing),
        "damaged": list(records.damaged),
        "different": list(records.different),
    }
    if words.json:
        printing.print_json({**facts, "log": log_command.document(found.log), "whole": found.is_whole})
    else:
        print(say("keeping.verified", **{name: facts[name] for name in ("tables", "rows", "hand_ins")}))
        for state in ("missing", "damaged", "different"):
            if numbers := getattr(records, state):
                print(say(f"keeping.verify.{state}", numbers=", ".join(map(str, numbers))))
        log_command.print_checked(found.log)
    return 0 if found.is_whole else 1


def rebuild(settings: Settings, words: argparse.Namespace) -> int:
    _must_exist(settings)
    done, former = verifying.make_anew(settings, read_catalogue(settings.declarations))
    facts = {"hand_ins": done.hand_ins, "rows": done.rows, "former": str(former) if former else None}
    _print(words, facts, "rebuilt")
    if former and not words.json:
        print(say("keeping.former", file=former))
    return 0


def keys(settings: Settings, words: argparse.Namespace) -> int:
    _must_exist(settings)
    if words.deed == "forget":
        return _print(words, {"forgotten": rotation.forget(settings), "file": str(settings.key_file)}, "keys_forgotten")
    done = rotation.rotate(settings)
    facts = {
        "rows": done.rows,
        "kept_files": done.kept_files,
        "older_keys": done.older_keys,
        "went_on": done.went_on,
        "file": str(settings.key_file),
    }
    return _print(words, facts, "keys_went_on" if done.went_on else "keys_rotated")


def _must_exist(settings: Settings) -> None:
    if not settings.data.exists():
        raise Refusal("no_data_folder", folder=settings.data)


def _print(words: argparse.Namespace, facts: dict[str, Any], sentence: str) -> int:
    if words.json:
        printing.print_json(facts)
    else:
        print(say(f"keeping.{sentence}", **facts))
    return 0
