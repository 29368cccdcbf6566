"""Numbers chosen from a list and exported in the list's words (`5 = All of the time`) become numbers again."""

from monitoring.domain.form import Question, QuestionType
from monitoring.intake.characters import fold
from monitoring.intake.text_columns import rewritten
from monitoring.intake.workbook import TextColumn

_SIGN = "="


def with_numbers(column: TextColumn, question: Question) -> TextColumn:
    """The column with each of the list's words as its number; as it is where nothing looks like them."""
    if question.type is not QuestionType.WHOLE or not any(_SIGN in text for text in column.texts):
        return column
    from monitoring.derive.xlsform_lists import answers_offered  # brings the forms' sentences, of use to few workbooks

    numbers = {fold(label): code for code, labels in answers_offered(question) for label in labels.values()}
    return rewritten(column, [numbers.get(fold(text), text) for text in column.texts])
