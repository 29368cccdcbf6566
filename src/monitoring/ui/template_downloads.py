"""The Excel templates and the forms for a telephone, made when somebody asks for one and not before."""

from collections.abc import Callable

import streamlit as st

from monitoring.domain.people import Actor, Deed
from monitoring.services import places, read_definitions, templates, xlsforms
from monitoring.services.house import House
from monitoring.ui import downloads, labels, numbers, tables
from monitoring.ui.labels import text_of
from monitoring.words import say

LANGUAGES = ("en", "fr")
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def choose_country(actor: Actor, house: House) -> str | None:
    """Whose providers the drop-downs offer; an office has only its own."""
    if len(actor.countries) == 1:
        return next(iter(actor.countries))
    codes = labels.by_name(places.countries(actor, house))
    if not codes or not actor.may(Deed.HAND_IN):
        return None
    chosen = st.selectbox(
        say("screens.templates.country"),
        ["", *codes],
        format_func=lambda code: labels.country_name(code) if code else say("screens.templates.no_country"),
        width=420,
    )
    return chosen or None


def buttons(house: House, country: str | None) -> None:
    """One button a language; the first is the main one."""
    with st.container(horizontal=True):
        for language in LANGUAGES:
            downloads.button(
                say("screens.templates.download", language=labels.language_name(language)),
                _maker(house, language, country),
                file_name=say("screens.templates.file", language=language, country=country or "all").lower(),
                media_type=MEDIA_TYPE,
                deed=Deed.SEE_DEFINITIONS,
                is_main=language == LANGUAGES[0],
            )


def _maker(house: House, language: str, country: str | None) -> Callable[[Actor], bytes]:
    """Called on the click, outside the page: the service checks again who asks."""
    return lambda actor: templates.excel_template(actor, house, language=language, country=country)


def telephone(actor: Actor, house: House) -> None:
    """The same questions as forms for KoboToolbox and ODK: which form, which codes, then one button a language."""
    forms = read_definitions.catalogue(actor, house).forms
    usual = list(forms).index(xlsforms.USUAL_FORM)
    form = st.selectbox(
        say("screens.templates.form"), forms, usual, format_func=lambda name: text_of(forms[name].label), width=420
    )
    checked = st.checkbox(
        say("screens.templates.codes"), value=True, help=say("screens.templates.codes_help"), key="xlsform_codes"
    )
    with st.container(horizontal=True):
        for language in LANGUAGES:
            downloads.button(
                say("screens.templates.download", language=labels.language_name(language)),
                _form_maker(house, form, language, checked=checked),
                file_name=say("screens.templates.form_file", form=form, language=language),
                media_type=MEDIA_TYPE,
                deed=Deed.SEE_DEFINITIONS,
            )


def _form_maker(house: House, form: str, language: str, *, checked: bool) -> Callable[[Actor], bytes]:
    return lambda actor: xlsforms.xlsform(actor, house, form, language=language, checked=checked).content


def sheets(actor: Actor, house: House) -> None:
    """What the workbook asks, sheet by sheet."""
    forms = read_definitions.catalogue(actor, house).forms.values()
    columns = {
        say("screens.templates.sheet"): [text_of(form.label) for form in forms],
        say("screens.templates.row_is"): [text_of(form.row_is) for form in forms],
        say("screens.templates.questions"): [numbers.count(len(form.questions)) for form in forms],
    }
    tables.aligned(columns, right={say("screens.templates.questions")}, alt=say("screens.templates.inside"))
