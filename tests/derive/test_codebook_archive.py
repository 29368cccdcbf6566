"""The codebook for archives keeps to DDI-Codebook 2.5: elements in the schema's sequence, ids unique, references whole.

The sequences below were read in the schema itself (codebook.xsd of 2012-01-17, DDI Alliance); the schema is not part of
this repository, and no validator is among our tools.
"""

from xml.etree.ElementTree import fromstring

import pytest

from monitoring.derive.codebook.archive import as_ddi

SPACE = "{ddi:codebook:2_5}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SEQUENCES = {
    "codeBook": "docDscr stdyDscr fileDscr dataDscr otherMat",
    "stdyDscr": "citation studyAuthorization stdyInfo studyDevelopment method dataAccs othrStdyMat notes",
    "citation": "titlStmt rspStmt prodStmt distStmt serStmt verStmt biblCit holdings notes",
    "titlStmt": "titl subTitl altTitl parTitl IDNo",
    "stdyInfo": "studyBudget subject abstract sumDscr qualityStatement notes exPostEvaluation",
    "fileDscr": "fileTxt locMap notes",
    "fileTxt": "fileName fileCitation fileCont fileStrc dimensns fileType format filePlac dataChck ProcStat dataMsng"
    " software verStmt",
    "dimensns": "caseQnty varQnty logRecL recPrCas recNumTot",
    "dataDscr": "varGrp nCubeGrp var nCube notes",
    "varGrp": "labl txt concept defntn universe notes",
    "var": "location labl imputation security embargo respUnit anlysUnit qstn valrng invalrng undocCod universe"
    " TotlResp sumStat txt stdCatgry catgryGrp catgry codInstr verStmt concept derivation varFormat geoMap"
    " catLevel notes",
    "catgry": "catValu labl txt catStat mrow",
    "derivation": "drvdesc drvcmd",
    "qstn": "qstnLit ivuInstr",
    "valrng": "range",
    "verStmt": "version",
}
ONCE = {
    "citation": "titlStmt rspStmt prodStmt distStmt biblCit",
    "titlStmt": "titl",
    "fileTxt": "fileName fileCont dimensns verStmt",
    "var": "imputation security embargo respUnit anlysUnit TotlResp derivation varFormat",
    "catgry": "catValu mrow",
    "derivation": "drvdesc drvcmd",
}
AGGREGATED = {"sum", "average", "count", "mode", "median", "maximum", "minimum", "percent", "other"}
REPRESENTED = {"text", "numeric", "code", "datetime", "other"}


@pytest.fixture(scope="module")
def book(catalogue):
    return fromstring(as_ddi(catalogue, dict.fromkeys(catalogue.indicators, "select 1")))


def tag(element):
    assert element.tag.startswith(SPACE)
    return element.tag.removeprefix(SPACE)


def variables(book):
    return {each.get("ID"): each for each in book.iter(f"{SPACE}var")}


def test_children_stand_in_the_sequence_of_the_schema(book):
    assert tag(book) == "codeBook"
    assert book.get("version") == "2.5"
    for parent in book.iter():
        children = [tag(child) for child in parent]
        if children:
            order = SEQUENCES[tag(parent)].split()
            places = [order.index(child) for child in children]
            assert places == sorted(places), tag(parent)
        for once in ONCE.get(tag(parent), "").split():
            assert children.count(once) <= 1, (tag(parent), once)


def test_ids_are_unique_and_whatever_is_referred_to_is_there(book):
    ids = [each.get("ID") for each in book.iter() if each.get("ID")]
    referred = [each.get(name, "").split() for each in book.iter() for name in ("var", "files")]

    assert len(ids) == len(set(ids))
    assert {each for names in referred for each in names} <= set(ids)


def test_attributes_hold_only_what_the_schema_lists(book):
    for var in variables(book).values():
        assert var.get("name")
        assert var.get("representationType") in REPRESENTED
        assert var.get("aggrMeth", "other") in AGGREGATED
        assert var.get("intrvl", "discrete") in ("contin", "discrete")


def test_every_question_score_and_number_is_a_variable(catalogue, book):
    forms = catalogue.forms.values()
    expected = {f"{form.name}.{each.name}" for form in forms for each in (*form.questions, *form.derived)}
    expected |= {f"figures.{name}" for name in catalogue.indicators}

    assert set(variables(book)) == expected
    assert [each.get("ID") for each in book.iter(f"{SPACE}fileDscr")] == list(catalogue.forms)


def test_a_question_has_its_text_in_both_languages_and_its_missing_answers_are_flagged(catalogue, book):
    var = variables(book)["follow_ups.housing_type"]
    question = catalogue.question("follow_ups", "housing_type")
    asked = {each.get(LANGUAGE): each.find(f"{SPACE}qstnLit").text for each in var.iter(f"{SPACE}qstn")}
    values = {each.find(f"{SPACE}catValu").text: each.get("missing") for each in var.iter(f"{SPACE}catgry")}

    assert asked == dict(question.label)
    assert values == {**dict.fromkeys(question.choices.codes), **dict.fromkeys(catalogue.missing.labels, "Y")}


def test_a_number_says_what_it_is_made_of_and_how(book):
    derivation = variables(book)["figures.housing_secure"].find(f"{SPACE}derivation")

    assert derivation.get("var").split() == ["follow_ups.housing_type", "follow_ups.may_stay_six_months"]
    assert derivation.find(f"{SPACE}drvcmd").text == "select 1"
