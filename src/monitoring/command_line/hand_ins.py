"""Commands about hand-ins: load, list, compare, what is expected, and what may still be decided. Each in a name."""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monitoring.command_line import annotated, printing, verdicts
from monitoring.command_line.headings import said_of_headings
from monitoring.domain.habits import Habits
from monitoring.domain.heading_answers import HeadingAnswers
from monitoring.domain.people import Actor
from monitoring.domain.refusal import Refusal
from monitoring.domain.submission import Changes
from monitoring.domain.verdict import Verdict
from monitoring.intake.gate.choice import GateChoice
from monitoring.services import compare_hand_ins, expected, hand_in, submissions, workbook_check, write_log
from monitoring.services.house import House
from monitoring.services.typed_sentences import NotSaid
from monitoring.words import say

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook

_REFUSED = 2


@dataclass(frozen=True, slots=True)
class Result:
    """One file: what its check said, the document that is printed, and why it was not handed in though ready."""

    checked: "CheckedWorkbook"
    document: dict[str, Any]
    is_again: bool = False
    refusal: Refusal | None = None


def load(house: House, actor: Actor, words: argparse.Namespace) -> int:
    """Checks each file and hands it in where it is ready; a bad file does not keep the others out."""
    if absent := missing(words.files):
        return printing.refuse("no_such_file", file=absent)
    headings = said_of_headings(house.catalogue, words.heading)
    return report([_load(house, actor, words, path, headings) for path in words.files], words)


def _load(house: House, actor: Actor, words: argparse.Namespace, path: Path, headings: HeadingAnswers) -> Result:
    checked = workbook_check.check(actor, house, path.read_bytes(), path.name, headings=headings, **asked(words))
    if checked.verdict is not Verdict.READY:
        return Result(checked, printing.checked_document(checked, language=words.language))
    try:
        done = hand_in.hand_in(actor, house, checked, drop_reason=words.reason)
    except NotSaid as refusal:
        document = printing.checked_document(checked, language=words.language)
        return Result(checked, document, refusal=refusal)
    document = printing.checked_document(checked, done.id, done.changes, words.language)
    return Result(checked, document, is_again=done.is_again)


def history(house: House, actor: Actor, words: argparse.Namespace) -> int:
    """The list; or, asked so, what is expected, or two hand-ins side by side."""
    write_log.saw(actor, house, "command_submissions", {"compare": [str(each) for each in words.compare or ()]})
    if words.compare:
        return _compare(house, actor, words)
    if words.expected:
        return _expected(house, actor, words)
    listed = submissions.history(actor, house, words.as_of)
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


def nothing_to_report(house: House, actor: Actor, words: argparse.Namespace) -> int:
    said = expected.nothing_to_report(actor, house, words.country, words.quarter)
    if words.json:
        printing.print_json(printing.expected_document(said))
    else:
        print(say("hand_ins.commands.nothing", country=said.country, quarter=said.quarter))
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


def missing(files: Iterable[Path]) -> Path | None:
    """The first of the files that is not there."""
    return next((path for path in files if not path.is_file()), None)


def asked(words: argparse.Namespace) -> dict[str, Any]:
    """What was told of the files on the command line."""
    said = Habits(words.dates, words.decimals)
    gate = GateChoice(leave_out=words.drop_identifiers)
    return {"country": words.country, "language": words.language, "said": said, "gate": gate}


def report(results: Sequence[Result], words: argparse.Namespace) -> int:
    """Prints what became of each file; returns the exit status: the worst of all."""
    if words.json:
        documents = [each.document for each in results]
        printing.print_json(documents[0] if len(documents) == 1 else {"files": documents})
    for each in results:
        if not words.json:
            if each.is_again:
                print(say("hand_ins.commands.again", file=each.checked.file, id=each.document["submission"]))
            else:
                verdicts.print_verdict(each.checked, each.document, words.language)
                annotated.print_written(each.document, words.language)
        if each.refusal is not None:
            printing.refuse(each.refusal.reason, **each.refusal.facts)
    if any(each.refusal is not None for each in results):
        return _REFUSED
    return 0 if all(each.checked.verdict is Verdict.READY for each in results) else 1


def _compare(house: House, actor: Actor, words: argparse.Namespace) -> int:
    """Counts only: old and new answers are for the screen of those who may see them."""
    sides = compare_hand_ins.of_hand_ins(actor, house, *words.compare)
    found = compare_hand_ins.counts(actor, house, sides)
    total = sum(found.values(), Changes())
    if words.json:
        before, after = words.compare
        forms = [{"form": name, **(printing.changes_document(each) or {})} for name, each in found.items()]
        document = {"before": before, "after": after, "forms": forms, "changes": printing.changes_document(total)}
        printing.print_json(document)
        return 0
    for name, each in {**found, say("hand_ins.commands.total"): total}.items():
        print(say("hand_ins.commands.compared", form=name, **(printing.changes_document(each) or {})))
    return 0


def _expected(house: House, actor: Actor, words: argparse.Namespace) -> int:
    found = expected.expected(actor, house, words.as_of)
    if words.json:
        printing.print_json({"expected": [printing.expected_document(each) for each in found]})
        return 0
    for each in found:
        print(f"{each.country}  {each.quarter}  {each.state:9}  {each.due:%Y-%m-%d}  {each.submission or '-'}")
    if not found:
        print(say("hand_ins.expected.not_declared"))
    return 0
