"""The command `release`: builds, checks, lists, shows and decides, each one call to a service."""

import argparse
from collections.abc import Callable
from typing import Any

from monitoring.command_line import printing
from monitoring.domain.people import Actor
from monitoring.domain.refusal import Refusal
from monitoring.domain.release import Release, ReleasedCell
from monitoring.services import release_report, released_figures, releases
from monitoring.services.house import House
from monitoring.words import say


def release(house: House, actor: Actor, words: argparse.Namespace) -> int:
    """Carries out what stands behind `monitoring release`. Raises Refusal."""
    return _DEEDS[words.deed](house, actor, words)


def _build(house: House, actor: Actor, words: argparse.Namespace) -> int:
    return _say_of(releases.build(actor, house), words, "built")


def _approve(house: House, actor: Actor, words: argparse.Namespace) -> int:
    return _say_of(releases.approve(actor, house, words.id), words, "approved")


def _refuse(house: House, actor: Actor, words: argparse.Namespace) -> int:
    return _say_of(releases.refuse(actor, house, words.id), words, "refused")


def _list(house: House, actor: Actor, words: argparse.Namespace) -> int:
    found = releases.listed(actor, house)
    if words.json:
        printing.print_json({"releases": [document(each) for each in found]})
        return 0
    for each in found:
        print(_line(each))
    if not found:
        print(say("releases.print.nothing"))
    return 0


def _check(house: House, actor: Actor, words: argparse.Namespace) -> int:
    """Of a release that is there, or of one that would be built now."""
    if words.id is None:
        made = releases.preview(actor, house)
        report = (say("releases.print.preview"), *release_report.of_draft(actor, house, made))
        documents: list[dict[str, Any]] = []
    else:
        found = releases.check(actor, house, words.id)
        report = release_report.of_release(actor, house, found.id)
        documents = [document(found)]
    if words.json:
        printing.print_json({"releases": documents, "report": list(report)})
    else:
        print("\n".join(report))
    return 0


def _show(house: House, actor: Actor, words: argparse.Namespace) -> int:
    id_ = words.id
    if id_ is None:
        newest = released_figures.newest(actor, house)
        if newest is None:
            raise Refusal("no_release_yet")
        id_ = newest.id
    found = releases.one(actor, house, id_)
    cells = releases.cells(actor, house, id_)
    if words.json:
        printing.print_json({"releases": [document(found)], "cells": [cell_document(each) for each in cells]})
        return 0
    print("\n".join(release_report.of_release(actor, house, id_)))
    for each in cells:
        print("\t".join([each.indicator, *_words_of(each)]))
    return 0


_DEEDS: dict[str, Callable[[House, Actor, argparse.Namespace], int]] = {
    "build": _build,
    "check": _check,
    "list": _list,
    "show": _show,
    "approve": _approve,
    "refuse": _refuse,
}


def document(each: Release) -> dict[str, Any]:
    """What `--json` says of a release."""
    audit = each.audit
    return {
        "id": each.id,
        "status": each.status.value,
        "built_by": each.built_by,
        "built_at": each.built_at.isoformat(timespec="seconds"),
        "decided_by": each.decided_by,
        "decided_at": each.decided_at.isoformat(timespec="seconds") if each.decided_at else None,
        "approved_by": each.decided_by if each.status.value == "approved" else None,
        "as_of": each.as_of.isoformat(),
        "data_as_of": each.data_as_of.isoformat(timespec="seconds") if each.data_as_of else None,
        "definitions": each.definitions,
        "fingerprint": each.fingerprint,
        "hand_ins": list(each.hand_ins),
        "cells": audit.cells,
        "withheld": audit.withheld,
        "bands": audit.bands,
        "revised": each.revised,
        "narrowest": audit.narrowest,
        "seconds": audit.seconds,
    }


def cell_document(cell: ReleasedCell) -> dict[str, Any]:
    said = cell.published
    return {
        "indicator": cell.indicator,
        **dict(cell.group),
        "months": cell.months,
        "shown": said.shown.value,
        "value": said.value,
        "numerator": said.numerator,
        "denominator": said.denominator,
        "band": None if said.band is None else say(f"releases.bands.{said.band}", "en"),
        "revised": cell.revised,
    }


def _words_of(cell: ReleasedCell) -> list[str]:
    places = " ".join(code for _, code in cell.group) or "-"
    months = [] if cell.months is None else [str(cell.months)]
    return [" ".join([places, *months]), release_report.said_of(cell.published)]


def _say_of(found: Release, words: argparse.Namespace, what: str) -> int:
    if words.json:
        printing.print_json({"releases": [document(found)]})
    else:
        by = found.built_by if what == "built" else found.decided_by
        print(say(f"releases.print.{what}", id=found.id, by=by))
    return 0


def _line(each: Release) -> str:
    audit = each.audit
    return say(
        "releases.print.one",
        id=each.id,
        status=each.status.value,
        on=each.built_at.date(),
        by=each.built_by,
        as_of=each.as_of,
        shown=audit.cells - audit.withheld,
        cells=audit.cells,
    )
