"""Rows of a hand-in as they would come about on a telephone: typed into our forms, exported, one sheet a form."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from io import BytesIO
from typing import Any

import polars as pl
from filled_form import Filled, XForm, XFormWords
from openpyxl import Workbook

from monitoring.derive.check_character import with_check_character
from monitoring.derive.xlsform_names import HELPER
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, QuestionType

TALKED = ("interviewed", "partly_interviewed")
BEFORE = {"start": "2026-05-31T09:12:01.000+02:00", "end": "2026-05-31T09:51:44.000+02:00"}
AFTER = {
    "_id": "412345", "_uuid": "0d3f6c2e-6f2b-4a34-9c7a-3f1f0d0c9a11", "_submission_time": "2026-05-31T10:00:00",
    "_validation_status": "", "_notes": "", "_status": "submitted_via_web", "_submitted_by": "", "__version__": "vA1",
    "_tags": "", "_index": "1",
}  # fmt: skip

Texts = dict[str, str]


def recoded(tables: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """The same rows with survivor codes that carry a check character."""
    old = tables["survivors"]["survivor_id"].to_list()
    new = {code: with_check_character(code) or with_check_character(f"{code}0") for code in old}
    renamed = pl.col("survivor_id").replace_strict(new)
    return {
        name: table.with_columns(renamed) if "survivor_id" in table.columns else table for name, table in tables.items()
    }


def texts_of(row: Mapping[str, Any], form: Form) -> Texts:
    """A typed row as its answers are written, reasons in the place of answers."""
    reasons = dict(each.split("=") for each in (row["missing_answers"] or "").split())
    written = {name: _written(row[name]) for name in form.names}
    return {name: text or reasons.get(name, "") for name, text in written.items()}


def typed_in(row: Texts, form: Form, age_group: str | None) -> Texts:
    """What somebody types and chooses so that the form holds the row: its own questions beside ours."""
    wanted = dict(row)
    for question in form.questions:
        if question.sensitive:
            text = wanted.pop(question.name)
            wanted[f"{HELPER}{question.name}"] = "" if text == "not_asked" else text
        elif question.type is QuestionType.RANKED:
            named = wanted.pop(question.name).split()
            wanted |= {f"{HELPER}{question.name}_{place}": code for place, code in enumerate(named, 1)}
    if form.name == "survivors":
        wanted[f"{HELPER}survivor_id"] = wanted.pop("survivor_id").rsplit("-", 1)[0]
    if form.interview:
        wanted |= _agreement(row, form, age_group or "18-29")
    return wanted


def _agreement(row: Texts, form: Form, age_group: str) -> Texts:
    met = row.get("status") in (*TALKED, "declined_this_time") or form.name != "follow_ups"
    told = {f"{HELPER}age_group": age_group if met else ""}
    if met and age_group == "9-17":
        told[f"{HELPER}guardian"] = "yes"
    if form.name == "follow_ups":
        told |= {f"{HELPER}met": "yes" if met else "no"}
        told |= {f"{HELPER}agreed": ("yes" if row["status"] in TALKED else "no") if met else ""}
    if row.get("stopped_early") == "yes":
        put = [each for each in form.questions if each.asked_of == "survivor"]
        last = [each.domain for each in put if row[each.name] not in ("", "not_asked")][-1:] or [put[0].domain]
        told[f"{HELPER}go_on_{last[0]}"] = "stop"
    return told


def _written(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
    return str(value)


def exported(
    forms: Mapping[str, tuple[XForm, list[Filled]]],
    catalogue: Catalogue,
    *,
    heading: Callable[[str], str] = lambda path: path,
    together: bool = True,
    ticked: bool = False,
    labels: str | None = None,
) -> bytes:
    """The filled forms as one workbook. Several answers stand `together` in one column, `ticked` apart, or both.

    `labels` is the language in which questions, groups and answers are told; what has no label keeps its name.
    """
    book = Workbook()
    book.remove(book.active)
    for name, (xform, rows) in forms.items():
        sheet = book.create_sheet(catalogue.forms[name].label["en"])
        columns = list(_columns(xform, catalogue.forms[name], together=together, ticked=ticked))
        words = XFormWords(xform, labels) if labels else None
        headings = [words.path(path) if words else path for path, _, _ in columns]
        sheet.append([*BEFORE, *map(heading, headings), *AFTER])
        for at, filled in enumerate(rows, 1):
            cells = [_cell(filled, *column[1:]) for column in columns]
            told = [words.cell(column[1], cell) if words else cell for column, cell in zip(columns, cells, strict=True)]
            sheet.append([*BEFORE.values(), *told, *(AFTER | {"_uuid": f"uuid-{name}-{at}"}).values()])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _columns(xform: XForm, form: Form, *, together: bool, ticked: bool) -> Iterable[tuple[str, str, str | None]]:
    """(heading, name, code or None) of each column, in the form's order."""
    for node in xform.nodes:
        if node.name in xform.groups or node.name == "instanceID":
            continue
        question = form.question(node.name)
        several = question is not None and question.type is QuestionType.SEVERAL
        if together or not several:
            yield node.heading, node.name, None
        if ticked and several and question and question.choices:
            for code in (*question.choices.codes, "dont_know", "prefer_not_to_say", "not_applicable"):
                yield f"{node.heading}/{code}", node.name, code


def _cell(filled: Filled, name: str, code: str | None) -> str | None:
    text = filled.answers.get(name, "")
    if code is None or not text:
        return text or None
    return "1" if code in text.split() else "0"
