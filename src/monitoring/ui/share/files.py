"""Files to pass on: the summary, the page back to survivors, the results framework; and the words of managers in it."""

from collections.abc import Callable

import streamlit as st

from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.services import briefs, results_framework, told_back
from monitoring.services.house import House
from monitoring.ui import downloads, labels, notices
from monitoring.ui.plain_text import for_markdown
from monitoring.words import LANGUAGES, say, spoken

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MEDIA = {".pdf": "application/pdf", ".docx": _WORD, ".xlsx": _EXCEL, ".xml": "application/xml"}

Maker = Callable[[Actor], bytes]


def summary(house: House, country: str | None, language: str) -> None:
    """The summary as PDF and Word."""
    _buttons(house, "summary", country, language, ("download", "word"))


def back(actor: Actor, house: House, country: str | None, language: str) -> None:
    """The page back to survivors as it will be read, and as PDF and Word."""
    made = briefs.brief(actor, house, "survivors", country, language)
    st.header(say("briefs.page.back"), anchor=False)
    st.markdown(say("briefs.page.back_what"))
    with st.container(border=True):
        st.markdown(f"### {for_markdown(made.title)}", anchors=False)
        st.markdown(for_markdown(" ".join(made.lead)))
        heard = [for_markdown(sentence) for _, sentence in made.tenths]
        for title, sentences in ((made.tenths_title, heard), *made.sections):
            if sentences:
                st.markdown(f"**{for_markdown(title)}**")
                st.markdown("\n".join(f"* {for_markdown(each)}" for each in sentences))
    _buttons(house, "survivors", country, language, ("back_download", "back_word"))


def framework(actor: Actor, house: House, country: str | None, language: str) -> None:
    """The results framework as a workbook, and for IATI where its publisher is declared."""
    st.header(say("briefs.framework.title"), anchor=False)
    st.markdown(say("briefs.page.framework_what"))
    endings = results_framework.ENDINGS if house.catalogue.iati.is_complete else (".xlsx",)
    for name, ending in zip(("framework", "iati"), endings, strict=False):
        downloads.button(
            say(f"briefs.page.{name}"),
            _framework(house, country, language, ending),
            file_name=f"results_{(country or 'all').lower()}_{language}{ending}",
            media_type=_MEDIA[ending],
            deed=Deed.SEE_SHARED_FIGURES,
        )
    if actor.may(Deed.SET_TARGETS) and not house.catalogue.iati.is_complete:
        st.caption(say("refusals.iati_not_declared"))


def tell(actor: Actor, house: House, country: str | None) -> None:
    """For managers: up to three sentences of what changed because of what people said."""
    if not actor.may(Deed.TELL_BACK) or (country is None and actor.countries):
        return
    with st.expander(say("briefs.page.tell")):
        language = st.selectbox(
            say("briefs.page.tell_language"),
            LANGUAGES,
            index=LANGUAGES.index(spoken()),
            format_func=labels.language_name,
        )
        known = told_back.own(actor, house, country, language)
        with st.form(f"tell_back_{country}_{language}"):
            st.caption(say("briefs.page.tell_help"))
            sentences = [
                st.text_input(
                    say("briefs.page.tell_sentence", n=at + 1),
                    value=known[at] if at < len(known) else "",
                    max_chars=200,
                    key=f"tell_{country}_{language}_{at}",
                )
                for at in range(told_back.MOST)
            ]
            if st.form_submit_button(say("briefs.page.tell_keep"), type="primary"):
                _tell(actor, house, country, language, sentences)


def _tell(actor: Actor, house: House, country: str | None, language: str, sentences: list[str]) -> None:
    try:
        told_back.tell(actor, house, country, language, sentences)
    except Refusal as refusal:
        notices.refused(refusal)
        return
    st.success(say("briefs.page.told"), icon=":material/check:")


def _buttons(house: House, kind: str, country: str | None, language: str, names: tuple[str, ...]) -> None:
    with st.container(horizontal=True):
        for name, ending in zip(names, briefs.ENDINGS, strict=True):
            downloads.button(
                say(f"briefs.page.{name}"),
                _maker(house, kind, country, language, ending),
                file_name=f"{kind}_{(country or 'all').lower()}_{language}{ending}",
                media_type=_MEDIA[ending],
                deed=Deed.SEE_SHARED_FIGURES,
                is_main=(kind, ending) == ("summary", ".pdf"),
            )


def _maker(house: House, kind: str, country: str | None, language: str, ending: str) -> Maker:
    return lambda actor: briefs.written(actor, house, kind, country, language, ending)


def _framework(house: House, country: str | None, language: str, ending: str) -> Maker:
    return lambda actor: results_framework.written(actor, house, country, language, ending)
