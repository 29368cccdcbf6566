"""Every form of the declarations becomes a form for a telephone, in both languages, without a warning of the tool."""

import re
import shutil
from io import BytesIO
from xml.etree import ElementTree

import pytest
from filled_form import XForm
from openpyxl import load_workbook

from monitoring.derive.xlsform import Wishes, survey_of
from monitoring.derive.xlsform_conversion import converted
from monitoring.derive.xlsform_names import HELPER
from monitoring.derive.xlsform_words import LANGUAGES, language_heading
from monitoring.derive.xlsform_workbook import xlsform_workbook
from monitoring.settings import ROOT

FORMS = sorted(path.stem for path in (ROOT / "indicators/forms").glob("*.toml"))
JAVA = shutil.which("java")
TYPES = {
    "begin_group", "end_group", "note", "calculate", "select_one", "select_multiple", "text", "date", "integer",
}  # fmt: skip


@pytest.fixture(scope="module")
def survey(catalogue):
    return lambda form, **wishes: survey_of(catalogue, catalogue.forms[form], Wishes(**wishes))


@pytest.fixture(scope="module")
def workbook(catalogue, survey):
    def make(form, language="en", **wishes):
        return xlsform_workbook(catalogue, catalogue.forms[form], survey(form, **wishes), language)

    return make


@pytest.fixture(scope="module")
def xform(workbook):
    return lambda form, **wishes: XForm(converted(workbook(form, **wishes)).xform)


def survivors_questions(catalogue):
    return [each for form in catalogue.forms.values() for each in form.questions if each.asked_of == "survivor"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_pyxform_converts_it_without_a_warning_and_it_opens_in_the_language(workbook, form, language):
    result = converted(workbook(form, language))
    root = ElementTree.fromstring(result.xform)
    translations = [each.attrib for each in root.iter() if each.tag.endswith("}translation")]

    assert result.warnings == ()
    assert {each["lang"]: each.get("default") for each in translations} == {
        language_heading(each): "true()" if each == language else None for each in LANGUAGES
    }


@pytest.mark.odk
@pytest.mark.parametrize("form", FORMS)
def test_odk_validate_finds_nothing_wrong(workbook, form):
    assert JAVA, "Java is needed for this test: install the system's package default-jre-headless"

    assert converted(workbook(form), validate=True).warnings == ()


@pytest.mark.parametrize("form", FORMS)
def test_every_question_is_there_once_under_its_own_name(catalogue, xform, form):
    names = xform(form).names
    ours = [name for name in names if not name.startswith(HELPER) and name != "instanceID"]

    assert sorted(ours) == sorted(catalogue.forms[form].names)
    assert not any(name.startswith(HELPER) for name in catalogue.forms[form].names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("form", FORMS)
def test_it_collects_nothing_by_which_a_telephone_or_a_place_is_known(workbook, survey, form):
    xml = converted(workbook(form)).xform

    assert {row.type.split(" ")[0] for row in survey(form).rows} <= TYPES
    assert set(re.findall(r'jr:preload="(\w+)"', xml)) == {"uid"}  # the tool's own number of a record, of nobody
    assert not re.search(r"jr:preloadParams|<upload|geopoint|deviceid|username|phonenumber|audit|barcode", xml)
    assert set(re.findall(r'\stype="(\w+)"', xml)) <= {"string", "date", "int"}


def test_no_question_put_to_a_survivor_is_required_and_the_key_is(catalogue, survey):
    asked = {each.name for each in survivors_questions(catalogue)}
    for name, form in catalogue.forms.items():
        needed = {row.name for row in survey(name).rows if row.required}

        assert not {each.removeprefix(HELPER) for each in needed} & asked
        assert {each.name for each in form.questions if each.required} <= {each.removeprefix(HELPER) for each in needed}


def test_whoever_is_asked_may_say_why_there_is_no_answer(catalogue, workbook):
    choices = load_workbook(BytesIO(workbook("follow_ups")))["choices"]
    lists = {}
    for list_name, code, *labels in choices.iter_rows(min_row=2, values_only=True):
        assert all(labels), (list_name, code)
        lists.setdefault(list_name, []).append(code)
    rows = load_workbook(BytesIO(workbook("follow_ups")))["survey"].iter_rows(min_row=2, values_only=True)
    offered = {
        row[1].removeprefix(HELPER).replace("priorities_1", "priorities"): row[0].split(" ")[1]
        for row in rows
        if " " in row[0]
    }
    reasons = ["dont_know", "prefer_not_to_say", "not_applicable"]
    put = [each for each in catalogue.forms["follow_ups"].questions if each.asked_of == "survivor"]

    assert {each.name: lists[offered[each.name]][-3:] for each in put} == {each.name: reasons for each in put}


def test_the_who_5_keeps_its_official_words(catalogue, survey, workbook):
    rows = {row.name: row for row in survey("follow_ups").rows}
    choices = load_workbook(BytesIO(workbook("follow_ups")))["choices"].iter_rows(min_row=2, values_only=True)
    answers = [row[2:] for row in choices if row[0] == "who5_1_number_or_why_not"][:6]
    official = catalogue.question("follow_ups", "who5_1")

    assert rows["who5_1"].label == official.label
    for at, language in enumerate(LANGUAGES):
        said = ", ".join(labels[at] for labels in answers)
        put = f"{rows['who5_1'].hint[language]}: {said}"
        assert put == re.sub(r"\s*:\s*", ": ", official.hint[language])


@pytest.mark.parametrize("form", FORMS)
def test_every_label_and_message_is_there_in_every_language(survey, form):
    for row in survey(form).rows:
        for words in (row.label, row.hint, row.message):
            assert not words or all(words.get(language, "").strip() for language in LANGUAGES), row.name
        assert bool(row.label) == (row.type not in ("end_group", "calculate")), row.name
        assert bool(row.message) == bool(row.constraint), row.name


def test_the_time_asked_about_is_said_in_the_question_or_beside_it(survey):
    rows = {row.name: row for row in survey("follow_ups").rows}

    assert rows["work_fair"].hint["en"].startswith("In the last 4 weeks. Only for those who work.")
    assert rows["income_regular"].hint["en"] == "From work, family, benefits or elsewhere."


def test_an_offices_own_words_on_referral_are_on_the_form_and_refer_to_no_answer(survey, workbook):
    notes = [
        row for row in survey("follow_ups", referral="Example Aid, ${mode}").rows if row.name.endswith("_referral")
    ]

    assert len(notes) == 4
    assert all("Example Aid, $ {mode}." in text for row in notes for text in row.label.values())
    assert converted(workbook("follow_ups", referral="Example Aid, ${mode}")).warnings == ()


def test_an_office_whose_codes_have_no_check_character_is_not_locked_out(xform):
    row = {"survivor_id": "MD-0001", "service_type": "health", "referred_on": "2025-03-01", "provider_id": "MD-P1"}

    assert xform("services", checked=False).filled(row).refused == []
    assert xform("services").filled(row).refused == ["survivor_id"]


def test_rules_of_other_rows_are_counted_and_all_others_are_on_the_form(catalogue, survey):
    for name, form in catalogue.forms.items():
        made = survey(name)
        elsewhere = [rule for rule in form.rules if re.search(r"survivor__|days_since_return", rule.broken_if)]
        notes = [row for row in made.rows if row.name.startswith(f"{HELPER}rule_")]
        limits = [rule for rule in form.rules if rule not in elsewhere and rule.level == "error"]

        assert made.rules_left == len(elsewhere)
        assert len(notes) + len(limits) >= len(form.rules) - len(elsewhere)
