"""Plain numbers in questions about days, in a workbook that counts days from 1904: it is not certain which is meant."""

from monitoring.domain.form import QuestionType
from monitoring.intake.findings import SheetUnderCheck

_A_NUMBER = r"^\s*\d+(?:\.\d+)?\s*$"


def note_plain_numbers(check: SheetUnderCheck) -> None:
    """Notes them as mistakes: read as usual, each would be four years and a day early. Cells with a date are fine."""
    for question in check.form.questions:
        if question.type is QuestionType.DATE and question.name in check.cells.columns:
            texts = check.cells[question.name].cast(str)
            check.found("day_as_number", question.name, texts.str.contains(_A_NUMBER).fill_null(value=False).arg_true())
