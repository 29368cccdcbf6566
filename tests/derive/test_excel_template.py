"""The Excel template says what the declarations say, in either language."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from monitoring.derive.excel_template import excel_template, template_version
from monitoring.derive.template_names import GUIDE_SHEET, LISTS_SHEET, VERSION_NAME
from monitoring.domain.form import QuestionType

LANGUAGES = ("en", "fr")


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def book(catalogue, language):
    return load_workbook(BytesIO(excel_template(catalogue, language=language)))


def sheet_of(book, form, language):
    return book[form.label[language]]


def rule_of(sheet, letter):
    return next(rule for rule in sheet.data_validations.dataValidation if f"{letter}3" in rule.sqref)


def list_of(book, rule):
    """The entries of the drop-down list that a rule points at."""
    sheet, cells = rule.formula1.lstrip("=").split("!")
    return [cell.value for (cell,) in book[sheet.strip("'")][cells.replace("$", "")]]


def columns_of(book, catalogue, language):
    for form in catalogue.forms.values():
        sheet = sheet_of(book, form, language)
        for at, question in enumerate(form.questions, 1):
            yield sheet, sheet.cell(1, at).column_letter, question


def test_guide_first_then_a_sheet_a_form_then_the_hidden_lists(book, catalogue, language):
    forms = [form.label[language] for form in catalogue.forms.values()]

    assert book.sheetnames == [GUIDE_SHEET.capitalize(), *forms, LISTS_SHEET]
    assert book[LISTS_SHEET].sheet_state == "veryHidden"


def test_names_are_hidden_in_row_one_and_labels_stand_in_row_two(book, catalogue, language):
    for form in catalogue.forms.values():
        sheet = sheet_of(book, form, language)
        names = [cell.value for cell in sheet[1]]
        labels = [cell.value for cell in sheet[2]]

        assert names == list(form.names)
        assert sheet.row_dimensions[1].hidden
        assert all(label.startswith(each.label[language]) for label, each in zip(labels, form.questions, strict=True))


def test_panes_are_frozen_below_the_headings_and_after_the_key(book, catalogue, language):
    panes = {form.name: sheet_of(book, form, language).freeze_panes for form in catalogue.forms.values()}

    assert panes == {
        "survivors": "B3", "follow_ups": "D3", "services": "E3", "incidents": "C3", "plan_reviews": "D3",
        "case_studies": "C3", "community": "B3", "community_factors": "C3", "providers": "B3",
    }  # fmt: skip


def test_every_list_offers_its_answers_then_the_reasons_for_none(book, catalogue, language):
    reasons = [label[language] for label in catalogue.missing.labels.values()]
    yes_no = {"en": ["yes", "no"], "fr": ["oui", "non"]}[language]
    for sheet, letter, question in columns_of(book, catalogue, language):
        answers = [choice.label[language] for choice in question.choices.choices] if question.choices else yes_no
        if question.choices or question.type is QuestionType.YES_NO:
            assert list_of(book, rule_of(sheet, letter)) == [*answers, *([] if question.required else reasons)]


def test_only_where_several_may_be_named_is_other_text_let_through(book, catalogue, language):
    for sheet, letter, question in columns_of(book, catalogue, language):
        rule = rule_of(sheet, letter)
        if question.type.takes_many:
            assert not rule.showErrorMessage
        elif question.choices:
            assert (rule.showErrorMessage, rule.errorStyle) == (True, "stop")


def test_every_cell_has_a_hint_that_excel_can_show(book, catalogue, language):
    for sheet, letter, _ in columns_of(book, catalogue, language):
        rule = rule_of(sheet, letter)

        assert rule.showInputMessage
        assert 0 < len(rule.promptTitle) <= 32
        assert 0 < len(rule.prompt) <= 255


def test_dates_numbers_and_codes_have_their_formats(book, catalogue, language):
    formats = {QuestionType.DATE: "yyyy-mm-dd", QuestionType.WHOLE: "0"}
    for sheet, letter, question in columns_of(book, catalogue, language):
        assert sheet.column_dimensions[letter].number_format == formats.get(question.type, "@")


def test_the_version_is_inside_and_changes_with_the_declarations(book, catalogue):
    version = template_version(catalogue)

    assert book.defined_names[VERSION_NAME].attr_text == f'"{version}"'
    assert catalogue.fingerprint[:10] in version
    assert any(version in str(cell.value) for cell in book["Guide"]["B"])


def test_the_guide_tells_of_every_sheet_and_every_reason(book, catalogue, language):
    texts = {cell.value for row in book["Guide"].iter_rows() for cell in row if cell.value}

    assert {form.label[language] for form in catalogue.forms.values()} <= texts
    assert {label[language] for label in catalogue.missing.labels.values()} <= texts


def test_a_code_of_another_sheet_is_chosen_from_that_sheet_and_survivors_codes_are_typed(book, catalogue, language):
    offered = {
        (form.name, question.name): target_of(book, catalogue, language, form, question)
        for form in catalogue.forms.values()
        for question in form.questions
        if question.refers_to
    }

    assert {target for (_, name), target in offered.items() if name == "survivor_id"} == {None}
    assert {target for (_, name), target in offered.items() if name == "provider_id"} == {"providers"}
    assert offered["community_factors", "session_id"] == "community"


def target_of(book, catalogue, language, form, question):
    """The form whose column of codes the question's drop-down offers, or None where it has no drop-down."""
    sheet = sheet_of(book, form, language)
    rule = rule_of(sheet, sheet.cell(1, form.names.index(question.name) + 1).column_letter)
    if rule.type != "list":
        return None
    tab = rule.formula1.partition("!")[0].strip("='")
    return next(each.name for each in catalogue.forms.values() if each.label[language] == tab)


def test_the_sheets_stand_in_the_order_of_their_use(book, catalogue, language):
    tabs = [form.label[language] for form in catalogue.forms.values()]

    assert list(catalogue.forms) == [
        "survivors", "follow_ups", "services", "incidents", "plan_reviews", "case_studies", "community",
        "community_factors", "providers",
    ]  # fmt: skip
    assert book.sheetnames[1 : len(tabs) + 1] == tabs


def test_an_offices_own_country_and_providers_are_offered(catalogue):
    book = load_workbook(BytesIO(excel_template(catalogue, country="MD", providers=("MD-P1", "MD-P2"))))
    survivors = catalogue.forms["survivors"].names
    letters = {
        name: book["Survivors"].cell(1, survivors.index(name) + 1).column_letter for name in ("country", "provider_id")
    }

    assert list_of(book, rule_of(book["Survivors"], letters["country"])) == ["Moldova"]
    assert list_of(book, rule_of(book["Survivors"], letters["provider_id"])) == ["MD-P1", "MD-P2"]
    assert "For Moldova." in {cell.value for cell in book["Guide"]["B"]}
