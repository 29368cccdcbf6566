"""Makes the forms for a telephone (XLSForm), and tries them with the field's own tool."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.services.house import House

if TYPE_CHECKING:
    from monitoring.derive.xlsform_conversion import Converted

USUAL_FORM = "follow_ups"


@dataclass(frozen=True, slots=True)
class XlsForm:
    """The workbook, and what is in it. `rules_left` are tried only when the data are handed in."""

    form: str
    content: bytes
    groups: int
    questions: int
    languages: int
    rules_left: int

    def tried(self) -> "Converted":
        """What pyxform makes of it, with its warnings."""
        from monitoring.derive.xlsform_conversion import converted

        return converted(self.content)


def xlsform(actor: Actor, house: House, form: str, *, language: str = "en", checked: bool = True) -> XlsForm:
    """The form for whoever may see definitions. Raises NotAllowed, and Refusal as `plain_xlsform` does."""
    actor.must(Deed.SEE_DEFINITIONS)
    return plain_xlsform(house.catalogue, form, language=language, checked=checked)


def plain_xlsform(
    catalogue: Catalogue, form: str, *, language: str = "en", checked: bool = True, referral: str | None = None
) -> XlsForm:
    """The form from the declarations alone, in all languages, opening in `language`.

    `checked`: survivor codes must end with their check character; `referral`: an office's own words on where to refer.
    Raises Refusal for a form or language that is not declared, or a condition that no form can state.
    """
    from monitoring.derive.xlsform import Wishes, survey_of  # openpyxl and sqlglot, of no use to other pages
    from monitoring.derive.xlsform_words import LANGUAGES
    from monitoring.derive.xlsform_workbook import xlsform_workbook

    if form not in catalogue.forms:
        raise Refusal("unknown_form", word=form, known=", ".join(catalogue.forms))
    if language not in LANGUAGES:
        raise Refusal("unknown_language", known=", ".join(LANGUAGES))
    declared = catalogue.forms[form]
    survey = survey_of(catalogue, declared, Wishes(checked, referral))
    content = xlsform_workbook(catalogue, declared, survey, language)
    return XlsForm(form, content, survey.groups, survey.asked, len(LANGUAGES), survey.rules_left)
