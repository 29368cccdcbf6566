"""The command `check --profile`: a file of another instrument, in sentences or as one JSON document."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monitoring.command_line import printing
from monitoring.domain.habits import Habits
from monitoring.domain.profile_report import FileKind, ProfileReport, ScoreSummary
from monitoring.domain.verdict import Verdict
from monitoring.services import try_profile
from monitoring.settings import Settings
from monitoring.words import in_language, say, spoken

if TYPE_CHECKING:
    from monitoring.intake.profiles.try_profile import Trial, Tried


def check(settings: Settings, words: argparse.Namespace) -> int:
    """Tries one profile against each file; nothing is handed in."""
    with in_language(words.language):
        return _check(settings, words)


def _check(settings: Settings, words: argparse.Namespace) -> int:
    said = Habits(words.dates, words.decimals)
    trial = try_profile.trial_of(settings, words.profile, words.country, language=words.language, said=said)
    tried = [(path, try_profile.try_file(trial, path.read_bytes(), path.name)) for path in words.files]
    if words.json:
        documents = [_document(each) for _, each in tried]
        printing.print_json(documents[0] if len(documents) == 1 else {"files": documents})
    else:
        for path, each in tried:
            _print(path, each, trial)
    return 0 if all(each.checked.verdict is Verdict.READY for _, each in tried) else 1


def _document(tried: "Tried") -> dict[str, Any]:
    report = tried.report
    return {
        **printing.checked_document(tried.checked, language=spoken()),
        "profile": _report_document(report) if report else None,
    }


def _report_document(report: ProfileReport) -> dict[str, Any]:
    return {
        "name": report.profile,
        "version": report.version,
        "kind": report.kind.value,
        "columns": report.columns,
        "rows": report.rows,
        "mapped": [
            {
                "column": each.column,
                "letters": each.letters,
                "onto": each.onto,
                "transform": each.transform,
                "note": _read(each.note),
            }
            for each in report.mapped
        ],
        "unmapped": [
            {"column": each.column, "letters": each.letters, "reason": _read(each.reason)} for each in report.unmapped
        ],
        "choices": [
            {"column": each.column, "mapped": each.mapped, "unmapped": each.unmapped, "unknown": each.unknown}
            for each in report.choices
        ],
        "summaries": [_summary_document(each) for each in report.summaries],
        "drafts_off": report.drafts_off,
        "weights": report.weights,
    }


def _summary_document(each: ScoreSummary) -> dict[str, Any]:
    lowest = each.lowest
    return {
        "name": each.name,
        "label": _read(each.label),
        "minimum": each.minimum,
        "maximum": each.maximum,
        "direction": each.direction,
        "rows": each.rows,
        "answered": each.answered,
        "mean": None if each.mean is None else round(each.mean, 6),
        "says": _read(each.says),
        "small": each.small,
        "lowest": lowest
        and {
            "item": lowest.item,
            "mean": round(lowest.mean, 6),
            "answered": lowest.answered,
            "label": _read(lowest.label),
        },
        "people_by_lowest": dict(each.lowest_of_people),
    }


def _print(path: Path, tried: "Tried", trial: "Trial") -> None:
    report, checked = tried.report, tried.checked
    if report is None:
        print(say("commands.refused", file=path.name))
    else:
        ready = sum(sheet.ready for sheet in checked.sheets)
        key = "read_as_form" if report.kind is FileKind.FORM_DEFINITION else "read_as"
        key = "read_as_scores" if trial.profile.form is None else key
        facts = {"instrument": _read(trial.profile.label), "mapped": len(report.mapped), "columns": report.columns}
        print(say(f"profiles.{key}", file=path.name, rows=report.rows, ready=ready, **facts))
        _print_report(report)
    for asked in checked.asks:
        print(say(f"commands.asks.{asked}"))
    printing.print_problems(checked.problems)


def _print_report(report: ProfileReport) -> None:
    for column in report.mapped:
        facts = {
            "column": column.column,
            "onto": column.onto,
            "transform": column.transform,
            "note": _read(column.note),
        }
        print(say("profiles.mapped", **facts).rstrip())
    for each in report.choices:
        counts = {"mapped": each.mapped, "unmapped": each.unmapped, "unknown": each.unknown}
        print(say("profiles.choices", column=each.column, **counts))
    for summary in report.summaries:
        _print_summary(summary)
    if report.drafts_off:
        print(say("profiles.drafts_off", count=report.drafts_off))


def _print_summary(summary: ScoreSummary) -> None:
    key = "summary" if summary.direction == "up" else "summary_down"
    facts: dict[str, Any] = {
        "label": _read(summary.label),
        "minimum": f"{summary.minimum:g}",
        "maximum": f"{summary.maximum:g}",
        "answered": summary.answered,
        "rows": summary.rows,
        "says": _read(summary.says),
    }
    if summary.mean is None:
        print(say("profiles.nobody_answered", **facts).rstrip())
    else:
        print(say(f"profiles.{key}", mean=f"{summary.mean:.2f}", **facts).rstrip())
    if lowest := summary.lowest:
        shown = f"{lowest.mean:.2f}"
        print(say("profiles.lowest", label=_read(lowest.label), mean=shown, answered=lowest.answered))
    if summary.lowest_of_people:
        counts = ", ".join(f"{step}: {people}" for step, people in summary.lowest_of_people.items())
        print(say("profiles.lowest_of_people", counts=counts))
    if summary.small:
        print(say("profiles.small"))


def _read(words: Any) -> str:
    """In the reader's language, or in English where the profile does not say it otherwise."""
    return str(words.get(spoken()) or words.get("en", ""))
