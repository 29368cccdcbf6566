"""The hidden sheet of the Excel template that holds every drop-down list: answers, then reasons why there is none."""

from collections.abc import Iterable, Mapping, Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from monitoring.derive.template_names import LISTS_SHEET
from monitoring.derive.template_words import said
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Question, QuestionType

PROVIDERS = "providers"
_YES_NO = "yes_no"


class DropDowns:
    """Writes each list once and knows where it stands."""

    def __init__(self, sheet: Worksheet, catalogue: Catalogue, language: str) -> None:
        self._sheet = sheet
        self._language = language
        self._places: dict[str, str] = {}
        self._reasons = tuple(_in(label, language) for label in catalogue.missing.labels.values())

    def of(self, question: Question) -> str | None:
        """The formula of the question's list, or None if it has none. Where an answer is needed, no reason will do."""
        if question.type is QuestionType.YES_NO:
            answers: Sequence[str] = (said("yes", self._language), said("no", self._language))
            name = _YES_NO
        elif question.choices:
            answers = [_in(choice.label, self._language) for choice in question.choices.choices]
            name = question.choices.name
        else:
            return None
        return self._place(name, answers) if question.required else self._place(name + "+", (*answers, *self._reasons))

    def only(self, question: Question, codes: Iterable[str]) -> str:
        """The formula of a list with some of the question's answers alone."""
        wanted = set(codes)
        choices = question.choices.choices if question.choices else ()
        answers = [_in(choice.label, self._language) for choice in choices if choice.code in wanted]
        return self._place(f"{question.name} {sorted(wanted)}", answers)

    def of_providers(self, providers: Sequence[str]) -> str | None:
        """The formula of the list of the office's providers, or None if it has none yet."""
        return self._place(PROVIDERS, providers) if providers else None

    def _place(self, name: str, entries: Sequence[str]) -> str:
        if name not in self._places:
            column = len(self._places) + 1
            for row, text in enumerate((name, *entries), 1):
                self._sheet.cell(row, column, text)
            letter = get_column_letter(column)
            self._places[name] = f"={LISTS_SHEET}!${letter}$2:${letter}${len(entries) + 1}"
        return self._places[name]


def _in(label: Mapping[str, str], language: str) -> str:
    return label.get(language) or label["en"]
