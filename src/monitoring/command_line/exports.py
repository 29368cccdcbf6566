"""The command `export`: ask for rows, approve a request, write an approved one. Prints no row."""

import argparse
import sys
from typing import Any

from monitoring.command_line import printing
from monitoring.command_line.records import narrowed
from monitoring.domain.export import EXPORT_FORMATS, Anonymity, ExportRequest, Hidden
from monitoring.domain.people import Actor
from monitoring.domain.refusal import Refusal
from monitoring.services import export_contents, export_figures, export_packs, export_requests, export_tables
from monitoring.services.house import House
from monitoring.words import say


def export(house: House, actor: Actor, words: argparse.Namespace) -> int:
    """One deed of the command: what was typed says which."""
    if words.deed:
        return _decide(house, actor, words)
    if words.request is not None and words.out is not None:
        return _write(house, actor, words)
    if words.what == "table":
        return _table(house, actor, words)
    if words.what is None or words.out is None:
        raise Refusal("export_needs")
    return {"rows": _ask, "figures": _figures, "practice": _practice}[words.what](house, actor, words)


def _table(house: House, actor: Actor, words: argparse.Namespace) -> int:
    """A table of a later release is asked for; nothing is written."""
    by = tuple(filter(None, words.by.split(",")))
    wanted = export_tables.WantedTable(words.purpose or "", words.indicator or "", by)
    return _filed(export_tables.ask(actor, house, wanted), words, "asked_table")


def _ask(house: House, actor: Actor, words: argparse.Namespace) -> int:
    formats = tuple(words.format.split(",")) if words.format else EXPORT_FORMATS
    wanted = export_requests.Wanted(words.purpose or "", narrowed(words.where), formats, words.ethics)
    return _filed(export_requests.ask(actor, house, wanted), words, "asked")


def _filed(request: ExportRequest, words: argparse.Namespace, sentence: str) -> int:
    if words.json:
        printing.print_json({"request": request.id})
    else:
        print(say(f"exports.commands.{sentence}", id=request.id))
    return 0


def _figures(house: House, actor: Actor, words: argparse.Namespace) -> int:
    files = export_figures.write(actor, house, words.purpose or "", words.out)
    if words.json:
        printing.print_json({"folder": str(words.out), "files": list(files)})
    else:
        print(say("exports.commands.figures", folder=words.out))
    return 0


def _practice(house: House, actor: Actor, words: argparse.Namespace) -> int:
    words.out.mkdir(parents=True, exist_ok=True)
    return printing.write_file(
        words.out / "practice.csv", export_packs.practice(actor, house), ending=".csv", as_json=words.json
    )


def _decide(house: House, actor: Actor, words: argparse.Namespace) -> int:
    id_ = words.id
    if id_ is None:
        raise Refusal("export_needs")
    approves = words.deed == "approve"
    decided = (export_requests.approve if approves else export_requests.refuse)(actor, house, id_)
    hidden = export_packs.look(actor, house, id_) if approves and not decided.is_table else None
    if words.json:
        printing.print_json(_document(house, decided, hidden))
    elif decided.is_table and approves:
        print(say("exports.commands.table_approved", id=id_))
    elif hidden is None:
        print(say("exports.commands.refused", id=id_))
    else:
        status = say(f"exports.status.{decided.status}")
        day = decided.expires_on(house.catalogue.exports.rules)
        print(say("exports.commands.decided", id=id_, status=status, who=decided.decided_by, day=day))
        _print_hidden(house, hidden)
    return 0


def _write(house: House, actor: Actor, words: argparse.Namespace) -> int:
    def progress(rows: int) -> None:
        print(say("exports.commands.progress", rows=rows), file=sys.stderr, flush=True)

    written = export_packs.write(actor, house, words.request, words.out, progress)
    day = written.request.expires_on(house.catalogue.exports.rules)
    if words.json:
        document = _document(house, written.request, written.hidden)
        printing.print_json({**document, "rows": written.rows, "files": list(written.files)})
    else:
        people = written.hidden.after.people
        print(say("exports.commands.written", rows=written.rows, people=people, folder=written.folder, day=day))
        _print_hidden(house, written.hidden)
    return 0


def _print_hidden(house: House, hidden: Hidden) -> None:
    before, after = hidden.before, hidden.after
    facts = {"k_before": before.k, "k_after": after.k, "l_before": before.l, "l_after": after.l}
    print(say("exports.commands.hidden", dropped=hidden.dropped, people=before.people, **facts))
    for question, how in export_contents.made_coarser(house.catalogue, hidden).items():
        print(say("exports.commands.how", question=question, how=export_contents.how_said(how)))


def _document(house: House, request: ExportRequest, hidden: Hidden | None) -> dict[str, Any]:
    document: dict[str, Any] = {
        "request": request.id,
        "status": request.status.value,
        "decided_by": request.decided_by,
        "expires_on": request.expires_on(house.catalogue.exports.rules),
    }
    if hidden is None:
        return document
    coarser = export_contents.made_coarser(house.catalogue, hidden)
    both = {"before": _anonymity(hidden.before), "after": _anonymity(hidden.after)}
    return {**document, **both, "people_left_out": hidden.dropped, "made_coarser": coarser}


def _anonymity(found: Anonymity) -> dict[str, int | None]:
    return {"people": found.people, "k": found.k, "l": found.l}
