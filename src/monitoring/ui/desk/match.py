"""The step between choosing and checking, where a workbook has headings that we do not know: asked once, remembered.

The headings are shown to whoever handed the file over, as plain text; what is kept of them is decided in the service.
"""

from typing import TYPE_CHECKING

import streamlit as st

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.heading_answers import HeadingAnswers
from monitoring.domain.people import Actor
from monitoring.services import headings
from monitoring.services.house import House
from monitoring.ui import numbers
from monitoring.ui.desk import state
from monitoring.ui.labels import text_of
from monitoring.ui.plain_text import for_markdown, shortened
from monitoring.words import say

if TYPE_CHECKING:
    from monitoring.intake.unknown_headings import UnknownHeading

LATER, NONE_OF_OURS = "", "-"
"""Two answers beside the questions: asked again with the next workbook, or never again."""

_LONGEST = 90


def show(actor: Actor, house: House, catalogue: Catalogue) -> None:
    progress = state.current()
    assert progress.checked is not None
    unknown = progress.checked.unknown_headings
    key = "screens.desk.match.title_one" if len(unknown) == 1 else "screens.desk.match.title"
    st.header(say(key, n=numbers.count(len(unknown))), anchor=False)
    st.markdown(say("screens.desk.match.note"))
    answers = {(each.form, each.key): _ask(each, catalogue) for each in unknown}
    with st.bottom, st.container(horizontal=True, vertical_alignment="center"):
        st.button(say("screens.desk.match.later"), type="tertiary", on_click=state.skip_headings)
        st.space("stretch")
        if st.button(say("screens.desk.match.go_on"), type="primary"):
            _remember(actor, house, {key: said for key, said in answers.items() if said != LATER})
            st.rerun()


def _ask(unknown: "UnknownHeading", catalogue: Catalogue) -> str:
    """One heading with the questions it may mean. The likeliest is chosen already; nothing is where none is likely."""
    form = catalogue.forms[unknown.form]
    names = {question.name: text_of(question.label) for question in form.questions}
    said = {LATER: say("screens.desk.match.ask_later"), NONE_OF_OURS: say("screens.desk.match.none_of_ours")}
    place = say("screens.desk.match.place", column=unknown.letters, sheet=for_markdown(unknown.sheet))
    heading = for_markdown(shortened(unknown.heading, _LONGEST))
    return str(
        st.selectbox(
            f"**{heading}** · {place}",
            [*unknown.likely, LATER, NONE_OF_OURS, *unknown.others],
            format_func=lambda name: said.get(name) or names[name],
            key=f"heading_{state.current().attempt}_{unknown.form}_{unknown.letters}",
            width=640,
        )
    )


def _remember(actor: Actor, house: House, answers: dict[tuple[str, str], str]) -> None:
    """Keeps what was said for the office's next workbooks; this one is checked again."""
    checked = state.current().checked
    country = checked.country if checked else None
    said: HeadingAnswers = {key: None if name == NONE_OF_OURS else name for key, name in answers.items()}
    state.tell_headings(said, headings.remember(actor, house, country, said) if country else len(said))
