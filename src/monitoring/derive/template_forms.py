"""One sheet of the Excel template: hidden names, headings, drop-downs, hints and formats. Holds no answers."""

from collections.abc import Mapping
from math import ceil

from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from monitoring.derive import template_style as style
from monitoring.derive.template_words import heading_of, limits_of, said
from monitoring.domain.form import Form, Question, QuestionType

FIRST_ROW = 3
LAST_ROW = 2_000
"""Down to here cells have their drop-downs and hints."""

_LONGEST_TITLE = 32  # Excel's own limits for the hint beside a cell
_LONGEST_HINT = 255


def write_form(sheet: Worksheet, form: Form, language: str, lists: Mapping[str, str | None]) -> None:
    """Row 1, hidden: the questions' names. Row 2: headings. From row 3: room for answers.

    `lists` has the formula of the drop-down of each question that has one.
    """
    domain: str | None = None
    for column, question in enumerate(form.questions, 1):
        sheet.cell(1, column, question.name).font = style.SMALL_FONT
        _write_heading(sheet, column, question, language, begins=question.domain != domain and column > 1)
        domain = question.domain
        letter = get_column_letter(column)
        look = sheet.column_dimensions[letter]
        look.width = style.WIDTHS[question.type]
        look.number_format = style.FORMATS.get(question.type, style.TEXT_FORMAT)
        look.font = Font(name="Calibri", size=11, color=style.INK)
        validation = _validation(question, language, lists.get(question.name))
        validation.add(f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
        sheet.add_data_validation(validation)
    sheet.row_dimensions[1].hidden = True
    sheet.row_dimensions[2].height = _heading_height(form, language)
    sheet.freeze_panes = sheet.cell(FIRST_ROW, _leading_key_columns(form) + 1)
    sheet.sheet_view.zoomScale = 100
    sheet.sheet_properties.tabColor = style.PETROL


def _write_heading(sheet: Worksheet, column: int, question: Question, language: str, *, begins: bool) -> None:
    cell = sheet.cell(2, column, heading_of(question, language))
    cell.font = style.NEEDED_FONT if question.required else style.HEADING_FONT
    cell.fill = style.HEADING_FILL
    cell.alignment = style.HEADING_PLACE
    cell.border = style.DOMAIN_BORDER if begins else style.HEADING_BORDER


def _heading_height(form: Form, language: str) -> int:
    """Enough for the heading that needs most lines, words being wrapped, and one line of air."""
    lines = (ceil(len(heading_of(each, language)) * 1.3 / style.WIDTHS[each.type]) for each in form.questions)
    return (max(lines, default=1) + 1) * style.POINTS_A_LINE


def _leading_key_columns(form: Form) -> int:
    """How many columns from the left belong to the key: they stay in sight."""
    count = 0
    while count < len(form.questions) and form.questions[count].name in form.key:
        count += 1
    return max(count, 1)


def _validation(question: Question, language: str, drop_down: str | None) -> DataValidation:
    """What the cell offers and refuses. Where reasons may be typed, a date or number only warns."""
    if drop_down:
        rule = DataValidation(type="list", formula1=drop_down, allow_blank=True, errorStyle="stop")
        rule.error, rule.errorTitle = said("error_choice", language), said("error_title", language)
        rule.showErrorMessage = question.type in (QuestionType.CHOICE, QuestionType.YES_NO)
    elif question.type is QuestionType.DATE:
        first = question.not_before
        earliest = f"DATE({first.year},{first.month},{first.day})"
        rule = DataValidation(type="date", operator="between", formula1=earliest, formula2="DATE(2099,12,31)")
        rule.error, rule.errorTitle = said("error_date", language), said("error_date_title", language)
    elif question.type is QuestionType.WHOLE:
        rule = _whole(question)
        rule.error = said("error_whole", language, range=limits_of(question, language))
        rule.errorTitle = said("error_whole_title", language)
    else:
        rule = DataValidation(type=None)
    if question.type in (QuestionType.DATE, QuestionType.WHOLE):
        rule.errorStyle, rule.showErrorMessage, rule.allow_blank = "warning", True, True
    rule.promptTitle = _cut(question.label.get(language) or question.label["en"], _LONGEST_TITLE)
    rule.prompt = _cut(_hint(question, language), _LONGEST_HINT)
    rule.showInputMessage = True
    return rule


def _whole(question: Question) -> DataValidation:
    match question.minimum, question.maximum:
        case int() as minimum, int() as maximum:
            return DataValidation(type="whole", operator="between", formula1=str(minimum), formula2=str(maximum))
        case None, int() as maximum:
            return DataValidation(type="whole", operator="lessThanOrEqual", formula1=str(maximum))
        case minimum, _:
            return DataValidation(type="whole", operator="greaterThanOrEqual", formula1=str(minimum or 0))


def _hint(question: Question, language: str) -> str:
    how = {
        QuestionType.CHOICE: lambda: said("choose", language),
        QuestionType.YES_NO: lambda: said("choose", language),
        QuestionType.SEVERAL: lambda: said("choose_several", language),
        QuestionType.RANKED: lambda: said("choose_ranked", language, at_most=question.at_most),
        QuestionType.DATE: lambda: said("date", language),
        QuestionType.WHOLE: lambda: said("whole", language, range=limits_of(question, language)),
    }.get(question.type)
    hint = question.hint.get(language) or question.hint.get("en", "")
    return " ".join(filter(None, (hint, how() if how else "")))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + "…"
