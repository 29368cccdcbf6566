"""Commands about figures and templates, and the one that only looks at workbooks."""

import argparse

from monitoring.command_line import annotated, hand_ins, printing, profiles
from monitoring.command_line.headings import said_of_headings
from monitoring.declarations.read import read_catalogue
from monitoring.domain.figures import FigureRequest, View
from monitoring.domain.people import Actor
from monitoring.domain.refusal import Refusal
from monitoring.domain.verdict import Verdict
from monitoring.services import read_figures, templates, workbook_check, write_log
from monitoring.services.house import House
from monitoring.settings import Settings


def check(settings: Settings, words: argparse.Namespace) -> int:
    """Checks files one after the other, without a store."""
    if absent := hand_ins.missing(words.files):
        return printing.refuse("no_such_file", file=absent)
    annotated.look_at_request(words)
    if words.profile:
        return profiles.check(settings, words)
    catalogue = read_catalogue(settings.declarations)
    said = said_of_headings(catalogue, words.heading)
    results = []
    unmarked = False
    for path in words.files:
        content = path.read_bytes()
        checked = workbook_check.check_offline(
            catalogue, settings.today, content, path.name, headings=said, **hand_ins.asked(words)
        )
        document = printing.checked_document(checked, language=words.language)
        if words.annotated:
            made = annotated.write(words.annotated, checked, content, words.language)
            document["annotated"] = annotated.document(words.annotated, made)
            unmarked = made is None and checked.verdict is not Verdict.REFUSED
        results.append(hand_ins.Result(checked, document))
    status = hand_ins.report(results, words)
    return 2 if unmarked else status


def figures(house: House, actor: Actor, words: argparse.Namespace) -> int:
    view = View(words.view) if words.view else read_figures.view_for(actor)
    request = FigureRequest(
        indicators=tuple(name for given in words.indicator for name in given.split(",")),
        by=tuple(filter(None, words.by.split(","))),
        where=narrowed(words.where),
        as_of=words.as_of,
        view=view,
    )
    found = read_figures.read_figures(actor, house, request)
    as_of = (request.as_of.isoformat(),) if request.as_of else ()
    asked = {"indicator": request.indicators, "by": request.by, "view": (view.value,), "as_of": as_of}
    write_log.saw(actor, house, "command_figures", {**request.where, **asked})
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


def narrowed(given: list[str]) -> dict[str, tuple[str, ...]]:
    """Raises Refusal for anything but name=value[,value]."""
    where: dict[str, tuple[str, ...]] = {}
    for text in given:
        name, sign, values = text.partition("=")
        if not sign or not values:
            raise Refusal("bad_where")
        where[name] = (*where.get(name, ()), *values.split(","))
    return where
