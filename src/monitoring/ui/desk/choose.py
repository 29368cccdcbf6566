"""Step 1: choose a file. It is checked as soon as it is here, and nothing is saved by checking."""

import streamlit as st

from monitoring.domain.people import Actor
from monitoring.services import read_definitions, workbook_check
from monitoring.services.house import House
from monitoring.ui import labels, session
from monitoring.ui.desk import remembered, state
from monitoring.words import say

_OWN_WORDS = """<style>
[data-testid=stFileUploaderDropzone] [data-testid=stBaseButton-secondary] [data-testid=stMarkdownContainer] p
{{font-size:0}}
[data-testid=stFileUploaderDropzone] [data-testid=stBaseButton-secondary]::after{{content:"{button}"}}
[data-testid=stFileUploaderDropzoneInstructions]{{display:none}}
</style>"""
"""Streamlit's button speaks English to everybody; what may be chosen, our own label says in the reader's language."""

KINDS = ("xlsx", "csv", "tsv", "txt", "zip")
"""Endings of files that can be chosen. What a file is, its bytes decide."""


def show(actor: Actor, house: House) -> None:
    """Asks for a file, and checks it; one that was offered before is checked as it was told since."""
    progress = state.current()
    progress.offered = progress.offered or _offered(actor, house)
    if progress.offered is None:
        st.page_link("pages/data/templates.py", label=say("screens.desk.template"), icon=":material/download:")
        return
    _check(actor, house, progress.offered)
    st.rerun()


def _offered(actor: Actor, house: House) -> state.Offered | None:
    country = _country(actor, house)
    file = st.file_uploader(
        say("screens.desk.choose"), type=KINDS, key=f"workbook_{state.current().attempt}", max_upload_size=25
    )
    st.html(_OWN_WORDS.format(button=say("screens.desk.choose_button")))
    st.caption(say("screens.desk.choose_note"))
    if file is None:
        remembered.show(actor, house, country or _own_country(actor))
    return state.Offered(file.getvalue(), file.name, country, session.language()) if file else None


def _check(actor: Actor, house: House, offered: state.Offered) -> None:
    with st.status(say("screens.desk.stages.opening")) as status:
        checked = workbook_check.check(
            actor,
            house,
            offered.content,
            offered.file,
            country=offered.country,
            language=offered.language,
            said=offered.said,
            headings=offered.headings,
            gate=offered.gate,
            progress=lambda stage: status.update(label=say(f"screens.desk.stages.{stage}")),
        )
    state.has_checked(offered, checked)


def _own_country(actor: Actor) -> str | None:
    return next(iter(actor.countries)) if len(actor.countries) == 1 else None


def _country(actor: Actor, house: House) -> str | None:
    """Asked only of those with several countries; most workbooks say it themselves."""
    if len(actor.countries) == 1:
        return None
    choices = read_definitions.catalogue(actor, house).choices.get("countries")
    language = session.language()
    codes = labels.by_name(actor.scope_of(choices.codes if choices else ()), language)
    chosen = st.selectbox(
        say("screens.desk.country"),
        ["", *codes],
        format_func=lambda code: (
            labels.country_name(code, language) if code else say("screens.desk.country_as_written", language)
        ),
        width=420,
    )
    return chosen or None
