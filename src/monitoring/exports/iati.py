"""Results as the International Aid Transparency Initiative's Activity Standard 2.03 orders them.

Elements stand in the order of its schema. What is withheld has no `actual` at all: an empty one would read as nothing
achieved. A group is an indicator of its own, or a dimension of the whole's: the plan says which.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from monitoring.domain.form import Words
from monitoring.domain.results_framework import Disaggregation, Group, IatiPlan, Level, Line, ResultsFramework
from monitoring.words import LANGUAGES, say

VERSION = "2.03"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_RESULT_TYPES = {Level.OUTPUT: "1", Level.OUTCOME: "2"}
_UNIT, _PERCENTAGE = "1", "2"
_ACTUAL_START, _IMPLEMENTING = "2", "4"
"""Codes of IATI's lists ResultType, IndicatorMeasure, ActivityDateType and OrganisationRole."""


def as_iati(framework: ResultsFramework, plan: IatiPlan, country: str | None, now: datetime) -> bytes:
    """The file. `plan` is complete; see `IatiPlan.is_complete`."""
    assert plan.begins_on is not None, "whoever calls has looked whether the plan is complete"
    written_at = now.isoformat(timespec="seconds")
    root = Element("iati-activities", {"version": VERSION, "generated-datetime": written_at})
    activity = SubElement(root, "iati-activity", {"last-updated-datetime": written_at, _LANG: framework.language})
    SubElement(activity, "iati-identifier").text = f"{plan.organisation}-{plan.activity}"
    organisation = {"ref": plan.organisation, "type": plan.organisation_type}
    _told(SubElement(activity, "reporting-org", organisation), plan.organisation_name)
    _told(SubElement(activity, "title"), plan.title)
    _told(SubElement(activity, "description"), plan.description)
    _told(SubElement(activity, "participating-org", organisation | {"role": _IMPLEMENTING}), plan.organisation_name)
    SubElement(activity, "activity-status", {"code": plan.status})
    SubElement(activity, "activity-date", {"type": _ACTUAL_START, "iso-date": plan.begins_on.isoformat()})
    if country is not None:
        SubElement(activity, "recipient-country", {"code": country})
    for level in Level:
        _result(activity, level, [line for line in framework.lines if line.level is level], plan)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _result(activity: Element, level: Level, lines: list[Line], plan: IatiPlan) -> None:
    """One result a level: the schema wants at least one indicator in each."""
    if not lines:
        return
    result = SubElement(activity, "result", {"type": _RESULT_TYPES[level], "aggregation-status": "false"})
    _told(SubElement(result, "title"), _in_all(f"briefs.framework.{level}_title"))
    for mine in _indicators(lines, plan.disaggregation):
        _indicator(result, mine, plan)


def _indicators(lines: list[Line], how: Disaggregation) -> Iterator[list[Line]]:
    """The lines of each indicator; with groups as indicators of their own, those of each group apart."""

    def name(line: Line) -> tuple[str, ...]:
        group = line.group
        if how is Disaggregation.DIMENSIONS or group is None:
            return (line.indicator,)
        return (line.indicator, group.dimension, group.code)

    for _, mine in groupby(sorted(lines, key=name), key=name):
        yield list(mine)


def _indicator(result: Element, lines: list[Line], plan: IatiPlan) -> None:
    first = lines[0]
    facts = {"measure": _PERCENTAGE if first.is_percent else _UNIT, "aggregation-status": "false"}
    if first.ascending is not None:
        facts["ascending"] = str(first.ascending).lower()
    indicator = SubElement(result, "indicator", facts)
    own = first.group if plan.disaggregation is Disaggregation.INDICATORS else None
    _told(SubElement(indicator, "title"), {code: _named(words, own) for code, words in first.label.items()})
    _told(SubElement(indicator, "description"), first.description)
    target = next((line.target for line in lines if line.target is not None), None)
    if target is not None:
        baseline = {"value": _percent(target.baseline)}
        if target.set_on is not None:
            baseline = {"year": str(target.set_on.year), "iso-date": target.set_on.isoformat(), **baseline}
        SubElement(indicator, "baseline", baseline)
    periods = sorted(lines, key=lambda line: (_start(line, plan), line.until))
    for (start, end), mine in groupby(periods, key=lambda line: (_start(line, plan), line.until)):
        _period(indicator, start, end, mine, has_dimensions=plan.disaggregation is Disaggregation.DIMENSIONS)
    if target is not None:
        period = _bare_period(indicator, min(_start(first, plan), target.due_on), target.due_on)
        SubElement(period, "target", {"value": _percent(target.target)})


def _period(indicator: Element, start: date, end: date, lines: Iterable[Line], *, has_dimensions: bool) -> None:
    period = _bare_period(indicator, start, end)
    for line in lines:
        if line.actual.value is None:
            continue
        actual = SubElement(period, "actual", {"value": f"{line.actual.value:g}"})
        if line.group is not None and has_dimensions:
            SubElement(actual, "dimension", {"name": line.group.dimension, "value": line.group.name})
        if line.actual.low is not None and line.actual.high is not None:
            said = _in_all("briefs.framework.likely", low=f"{line.actual.low:g}", high=f"{line.actual.high:g}")
            _told(SubElement(actual, "comment"), said)


def _bare_period(indicator: Element, start: date, end: date) -> Element:
    period = SubElement(indicator, "period")
    SubElement(period, "period-start", {"iso-date": start.isoformat()})
    SubElement(period, "period-end", {"iso-date": end.isoformat()})
    return period


def _start(line: Line, plan: IatiPlan) -> date:
    begins_on = plan.begins_on or line.until
    return min(line.since or begins_on, line.until)


def _named(label: str, group: Group | None) -> str:
    return label if group is None else f"{label}: {group.name}"


def _percent(share: float) -> str:
    return f"{round(100 * share, 1):g}"


def _in_all(key: str, **facts: object) -> Words:
    return {language: say(key, language, **facts) for language in LANGUAGES}


def _told(parent: Element, words: Words) -> None:
    for language, text in words.items():
        SubElement(parent, "narrative", {_LANG: language}).text = text
