"""The codebook for archives: DDI-Codebook 2.5 (namespace ddi:codebook:2_5), with every text in every language it has.

Elements stand in the sequence that the schema codebook.xsd of 2012-01-17 (DDI Alliance) prescribes; tests hold it.
A file describes what is asked and computed: it holds no data, so no counts and no statistics.
"""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from monitoring.derive.codebook.entries import change_told, indicator_facts
from monitoring.derive.codebook.formula import Names, formula
from monitoring.derive.codebook.lists import declared_as, derivation
from monitoring.derive.meaning import questions_used
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.derived import Derived
from monitoring.domain.form import Choice, Form, Question, QuestionType, Words
from monitoring.domain.indicator import Indicator, Kind
from monitoring.words import say

NAMESPACE = "ddi:codebook:2_5"
LANGUAGES = ("en", "fr")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FIGURES = "figures"
_REPRESENTED = {QuestionType.DATE: "datetime", QuestionType.WHOLE: "numeric", QuestionType.TEXT: "text"}
_AGGREGATED = {Kind.COUNT: "count", Kind.SHARE: "percent", Kind.MEAN: "average", Kind.MEDIAN: "median"}


def as_ddi(catalogue: Catalogue, sql: Mapping[str, str]) -> bytes:
    """The XML document. `sql`: indicator -> the statement that counts it, its derivation's command."""
    register_namespace("", NAMESPACE)
    book = Element(f"{{{NAMESPACE}}}codeBook", {"version": "2.5", _LANGUAGE: "en"})
    _study(_add(book, "stdyDscr"), catalogue)
    for form in catalogue.forms.values():
        _file(book, form)
    data = _add(book, "dataDscr")
    _group(data, catalogue)
    for form in catalogue.forms.values():
        for question in form.questions:
            _question(
                _variable(data, f"{form.name}.{question.name}", question.name, form.name), catalogue, form, question
            )
        for derived in form.derived:
            _derived(_variable(data, f"{form.name}.{derived.name}", derived.name, form.name), catalogue, form, derived)
    for indicator in catalogue.indicators.values():
        _indicator(data, catalogue, indicator, sql[indicator.id])
    indent(book)
    text: bytes = tostring(book, encoding="utf-8", xml_declaration=True)
    return text


def _study(study: Element, catalogue: Catalogue) -> None:
    citation = _add(study, "citation")
    titles = _add(citation, "titlStmt")
    _add(titles, "titl", say("codebook.ddi.title"), language="en")
    _add(titles, "parTitl", say("codebook.ddi.title", "fr"), language="fr")
    _add(titles, "IDNo", catalogue.fingerprint[:12])
    info = _add(study, "stdyInfo")
    for language in LANGUAGES:
        _add(info, "abstract", say("codebook.ddi.abstract", language), language=language)


def _file(book: Element, form: Form) -> None:
    text = _add(_add(book, "fileDscr", attributes={"ID": form.name}), "fileTxt")
    _add(text, "fileName", form.name)
    said = (f"{form.label.get(language, '')}: {form.row_is.get(language, '')}" for language in LANGUAGES)
    _add(text, "fileCont", " / ".join(said))
    _add(_add(text, "dimensns"), "varQnty", str(len(form.questions)))
    _add(text, "verStmt").append(_element("version", str(form.version)))


def _group(data: Element, catalogue: Catalogue) -> None:
    group = _add(data, "varGrp", attributes={"ID": _FIGURES, "type": "analysis"})
    group.set("var", " ".join(f"{_FIGURES}.{name}" for name in catalogue.indicators))
    for language in LANGUAGES:
        _add(group, "labl", say("codebook.ddi.group", language), language=language)


def _variable(data: Element, id_: str, name: str, file: str | None) -> Element:
    attributes = {"ID": id_, "name": name, **({"files": file} if file else {})}
    return _add(data, "var", attributes=attributes)


def _question(var: Element, catalogue: Catalogue, form: Form, question: Question) -> None:
    var.set("representationType", _REPRESENTED.get(question.type, "code"))
    _texts(var, "labl", question.label)
    _add(var, "respUnit", str(question.asked_of))
    for language, text in question.label.items():
        asked = _add(var, "qstn", language=language)
        _add(asked, "qstnLit", text)
        if hint := question.hint.get(language):
            _add(asked, "ivuInstr", hint)
    limits = {"min": question.minimum, "max": question.maximum}
    if given := {name: str(limit) for name, limit in limits.items() if limit is not None}:
        _add(_add(var, "valrng"), "range", attributes={"UNITS": "INT", **given})
    for language in LANGUAGES:
        _add(var, "universe", _universe(catalogue, form, question, language), language=language)
    if question.choices and question.choices.standard:
        _add(var, "stdCatgry", question.choices.standard)
    elif question.choices:
        for choice in question.choices.choices:
            _category(var, choice, question)
    for code, label in catalogue.missing.labels.items():
        missing = _add(var, "catgry", attributes={"missing": "Y", "missType": code})
        _add(missing, "catValu", code)
        _texts(missing, "labl", label)
    if question.name in form.key:
        _add(var, "notes", say("codebook.ddi.key"), language="en")


def _universe(catalogue: Catalogue, form: Form, question: Question, language: str) -> str:
    """Whose answer, of whom, in which rounds, and under which condition."""
    facts = {
        "asked_of": say(f"codebook.asked_of.{question.asked_of}", language),
        "who": say(f"codebook.who.{question.who}", language),
        "rounds": say(f"codebook.rounds.{'core' if question.core else 'extended'}", language),
    }
    universe = say("codebook.ddi.universe", language, **facts)
    if not question.asked_if:
        return universe
    condition = formula(question.asked_if, Names.of(catalogue, form.name), language)
    return f"{universe}. {say('codebook.ddi.asked_if', language, expression=condition)}"


def _category(var: Element, choice: Choice, question: Question) -> None:
    category = _add(var, "catgry")
    _add(category, "catValu", choice.code)
    _texts(category, "labl", choice.label)
    if choice.score is not None:
        score = 1 - choice.score if question.flipped else choice.score
        _add(category, "txt", say("codebook.ddi.scored", score=f"{score:.4g}"))


def _derived(var: Element, catalogue: Catalogue, form: Form, derived: Derived) -> None:
    var.set("representationType", "numeric")
    var.set("intrvl", "contin")
    _texts(var, "labl", derived.label)
    made = _add(var, "derivation")
    _add(made, "drvdesc", derivation(catalogue, form, derived, "en"), language="en")
    _add(made, "drvcmd", declared_as(derived))


def _indicator(data: Element, catalogue: Catalogue, indicator: Indicator, sql: str) -> None:
    var = _variable(data, f"{_FIGURES}.{indicator.id}", indicator.id, None)
    var.set("aggrMeth", _AGGREGATED.get(indicator.kind, "other"))
    var.set("intrvl", "contin")
    var.set("measUnit", indicator.unit)
    var.set("representationType", "numeric")
    _texts(var, "labl", indicator.label)
    _texts(var, "txt", indicator.description)
    _add(var, "verStmt").append(_element("version", str(indicator.version)))
    if indicator.mscos:
        _texts(var, "concept", catalogue.mscos[indicator.mscos])
    made = _add(var, "derivation")
    used = [f"{form.name}.{question.name}" for form, question in questions_used(catalogue, indicator)]
    if used:
        made.set("var", " ".join(used))
    facts = [f"{fact.name}: {fact.value}" for fact in indicator_facts(catalogue, indicator, "en")]
    _add(made, "drvdesc", "\n".join(facts), language="en")
    _add(made, "drvcmd", sql)
    for note in _notes(indicator):
        _add(var, "notes", note[1], language=note[0])


def _notes(indicator: Indicator) -> Iterator[tuple[str, str]]:
    yield from indicator.caution.items()
    for change in indicator.changes:
        yield from ((language, change_told(change, language)) for language in LANGUAGES)


def _texts(parent: Element, tag: str, words: Words) -> None:
    for language, text in words.items():
        _add(parent, tag, text, language=language)


def _add(
    parent: Element,
    tag: str,
    text: str | None = None,
    *,
    language: str | None = None,
    attributes: Mapping[str, str] | None = None,
) -> Element:
    child = SubElement(parent, f"{{{NAMESPACE}}}{tag}", dict(attributes or {}))
    child.text = text
    if language:
        child.set(_LANGUAGE, language)
    return child


def _element(tag: str, text: str) -> Element:
    element = Element(f"{{{NAMESPACE}}}{tag}")
    element.text = text
    return element
