"""The Excel template that country offices fill in, derived from the declarations: a guide, then one sheet per form."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from monitoring.derive.template_forms import FIRST_ROW, LAST_ROW, write_form
from monitoring.derive.template_guide import Guide, write_guide
from monitoring.derive.template_lists import PROVIDERS, DropDowns
from monitoring.derive.template_names import GUIDE_SHEET, LISTS_SHEET, VERSION_NAME
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Question

_TYPED = ("survivors",)
"""Forms whose codes are typed: a list of hundreds of codes that look alike invites the wrong person."""


def excel_template(
    catalogue: Catalogue, *, language: str = "en", country: str | None = None, providers: Sequence[str] = ()
) -> bytes:
    """The workbook as .xlsx bytes, in a language; English stands in for what is not translated.

    With `country` (a code), the questions for the office's own country offer that one alone. `providers` are the codes
    of the office's providers, offered wherever one is asked for; without them the sheet of providers is.
    """
    order = _Order(catalogue, language, country, tuple(providers))
    book = Workbook()
    book.properties.creator = "Life after return"
    book.defined_names[VERSION_NAME] = DefinedName(VERSION_NAME, attr_text=f'"{template_version(catalogue)}"')
    guide = book.active
    guide.title = GUIDE_SHEET.capitalize()
    sheets = {form.name: book.create_sheet(order.tab(form)) for form in catalogue.forms.values()}
    lists = book.create_sheet(LISTS_SHEET)
    lists.sheet_state = "veryHidden"
    drop_downs = DropDowns(lists, catalogue, language)
    for form in catalogue.forms.values():
        formulas = {question.name: order.drop_down(form, question, drop_downs) for question in form.questions}
        write_form(sheets[form.name], form, language, formulas)
    tabs = {form.name: order.tab(form) for form in catalogue.forms.values()}
    write_guide(guide, Guide(catalogue, language, tabs, template_version(catalogue), order.country_name))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def template_version(catalogue: Catalogue) -> str:
    """Changes with every change of the declarations: the largest version of a form, then their fingerprint in short."""
    newest = max((form.version for form in catalogue.forms.values()), default=0)
    return f"{newest}-{catalogue.fingerprint[:10]}"


@dataclass(frozen=True, slots=True)
class _Order:
    """What sort of template was asked for, and what follows from it for each question."""

    catalogue: Catalogue
    language: str
    country: str | None
    providers: tuple[str, ...]

    def tab(self, form: Form) -> str:
        """The name of the form's sheet: its label, as far as Excel's 31 letters go."""
        return (form.label.get(self.language) or form.label["en"])[:31]

    @property
    def country_name(self) -> str | None:
        countries = self.catalogue.choices.get("countries")
        named = (each for each in countries.choices if each.code == self.country) if countries else iter(())
        return next((each.label.get(self.language) or each.label["en"] for each in named), None)

    def drop_down(self, form: Form, question: Question, drop_downs: DropDowns) -> str | None:
        """The formula of the question's drop-down list, or None if it has none."""
        if question.name == "country" and self.country:
            return drop_downs.only(question, (self.country,))
        target = self.catalogue.forms.get(question.refers_to or "")
        if target is None or target.name in _TYPED:
            return drop_downs.of(question)
        named = drop_downs.of_providers(self.providers) if target.name == PROVIDERS else None
        return named or self._column(target)

    def _column(self, form: Form) -> str:
        """The codes on the sheet that the question refers to, as they are filled in."""
        letter = get_column_letter(form.names.index(form.key[0]) + 1)
        return f"='{self.tab(form)}'!${letter}${FIRST_ROW}:${letter}${LAST_ROW}"
