"""The Excel templates, made when somebody asks for one and not before."""

from collections.abc import Callable

import streamlit as st
from babel import Locale

from monitoring.domain.people import Actor, Deed
from monitoring.services import places, read_definitions, templates
from monitoring.services.house import House
from monitoring.ui import labels, numbers, tables
from monitoring.ui.labels import text_of
from monitoring.words import say

LANGUAGES = ("en", "fr")
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


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


def buttons(actor: Actor, house: House, country: str | None) -> None:
    """One button a language; the first is the main one."""
    with st.container(horizontal=True):
        for language in LANGUAGES:
            name = Locale(language).get_display_name(language) or language
            st.download_button(
                say("screens.templates.download", language=name[:1].upper() + name[1:]),
                data=_maker(actor, house, language, country),
                file_name=say("screens.templates.file", language=language, country=country or "all").lower(),
                mime=MIME,
                icon=":material/download:",
                type="primary" if language == LANGUAGES[0] else "secondary",
                on_click="ignore",
                key=f"template_{language}",
            )


def _maker(actor: Actor, house: House, language: str, country: str | None) -> Callable[[], bytes]:
    """Streamlit calls this on the click, outside the page: the service checks again who asks."""
    return lambda: templates.excel_template(actor, house, language=language, country=country)


def sheets(actor: Actor, house: House) -> None:
    """What the workbook asks, sheet by sheet."""
    forms = read_definitions.catalogue(actor, house).forms.values()
    columns = {
        say("screens.templates.sheet"): [text_of(form.label) for form in forms],
        say("screens.templates.row_is"): [text_of(form.row_is) for form in forms],
        say("screens.templates.questions"): [numbers.count(len(form.questions)) for form in forms],
    }
    tables.aligned(columns, right={say("screens.templates.questions")}, alt=say("screens.templates.inside"))
