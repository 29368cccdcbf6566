"""Commands that read or change records, each in somebody's name; and the two that only look at workbooks."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monitoring.command_line import annotated, printing, profiles, verdicts
from monitoring.declarations.read import read_catalogue
from monitoring.domain.figures import FigureRequest, View
from monitoring.domain.habits import Habits
from monitoring.domain.people import Actor
from monitoring.domain.refusal import Refusal
from monitoring.domain.verdict import Verdict
from monitoring.intake.gate.choice import GateChoice
from monitoring.services import hand_in, read_figures, submissions, templates
from monitoring.services.house import House
from monitoring.settings import Settings
from monitoring.words import say

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook


def check(settings: Settings, words: argparse.Namespace) -> int:
    """Checks files one after the other, without a store."""
    if missing := _missing(words.files):
        return printing.refuse("no_such_file", file=missing)
    annotated.look_at_request(words)
    if words.profile:
        return profiles.check(settings, words)
    catalogue = read_catalogue(settings.declarations)
    results = []
    unmarked = False
    for path in words.files:
        content = path.read_bytes()
        checked = hand_in.check_offline(catalogue, settings.today, content, path.name, **_asked(words))
        document = printing.checked_document(checked, language=words.language)
        if words.annotated:
            made = annotated.write(words.annotated, checked, content, words.language)
            document["annotated"] = annotated.document(words.annotated, made)
            unmarked = made is None and checked.verdict is not Verdict.REFUSED
        results.append((checked, document))
    status = _report(results, words)
    return 2 if unmarked else status


def load(house: House, actor: Actor, words: argparse.Namespace) -> int:
    """Checks each file and hands it in where it is ready; a bad file does not keep the others out."""
    if missing := _missing(words.files):
        return printing.refuse("no_such_file", file=missing)
    results = []
    for path in words.files:
        checked = hand_in.check(actor, house, path.read_bytes(), path.name, **_asked(words))
        if checked.verdict is not Verdict.READY:
            results.append((checked, printing.checked_document(checked, language=words.language)))
            continue
        done = hand_in.hand_in(actor, house, checked)
        results.append((checked, printing.checked_document(checked, done.id, done.changes, words.language)))
    return _report(results, words)


def history(house: House, actor: Actor, words: argparse.Namespace) -> int:
    listed = submissions.history(actor, house)
    if words.json:
        printing.print_json({"submissions": [printing.submission_document(each) for each in listed]})
        return 0
    for each in listed:
        print(
            f"{each.id:5}  {each.country}  {each.handed_in_at:%Y-%m-%d}  {each.status:9}"
            f"  {each.rows:6} rows  {each.file}"
        )
    if not listed:
        print(say("commands.no_submissions"))
    return 0


def decide(house: House, actor: Actor, words: argparse.Namespace) -> int:
    match words.command:
        case "undo":
            done = submissions.undo(actor, house, words.id, words.reason)
        case "accept":
            done = submissions.accept(actor, house, words.id)
        case _:
            done = submissions.send_back(actor, house, words.id, words.reason)
    if words.json:
        printing.print_json(printing.submission_document(done))
    else:
        print(say(f"commands.{done.status}", id=done.id))
    return 0


def figures(house: House, actor: Actor, words: argparse.Namespace) -> int:
    view = View(words.view) if words.view else read_figures.view_for(actor)
    request = FigureRequest(
        indicators=tuple(name for given in words.indicator for name in given.split(",")),
        by=tuple(filter(None, words.by.split(","))),
        where=_where(words.where),
        as_of=words.as_of,
        view=view,
    )
    found = read_figures.read_figures(actor, house, request)
    if words.json or words.format == "json":
        printing.print_json({"figures": printing.figure_documents(found)})
    else:
        printing.print_figures(found, request)
    return 0


def template(settings: Settings, words: argparse.Namespace) -> int:
    content = templates.plain_template(
        read_catalogue(settings.declarations), language=words.language, country=words.country
    )
    return printing.write_file(words.out, content, ending=".xlsx", as_json=words.json)


def _where(given: list[str]) -> dict[str, tuple[str, ...]]:
    """Raises Refusal for anything but name=value[,value]."""
    where: dict[str, tuple[str, ...]] = {}
    for text in given:
        name, sign, values = text.partition("=")
        if not sign or not values:
            raise Refusal("bad_where")
        where[name] = (*where.get(name, ()), *values.split(","))
    return where


def _missing(files: list[Path]) -> Path | None:
    return next((path for path in files if not path.is_file()), None)


def _asked(words: argparse.Namespace) -> dict[str, Any]:
    """What was told of the files on the command line."""
    said = Habits(words.dates, words.decimals)
    gate = GateChoice(leave_out=words.drop_identifiers)
    return {"country": words.country, "language": words.language, "said": said, "gate": gate}


def _report(results: "list[tuple[CheckedWorkbook, dict[str, Any]]]", words: argparse.Namespace) -> int:
    if words.json:
        documents = [document for _, document in results]
        printing.print_json(documents[0] if len(documents) == 1 else {"files": documents})
    else:
        for checked, document in results:
            verdicts.print_verdict(checked, document, words.language)
            annotated.print_written(document, words.language)
    return 0 if all(checked.verdict is Verdict.READY for checked, _ in results) else 1
