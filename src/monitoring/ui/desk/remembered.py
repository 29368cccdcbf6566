"""What an office has told the desk of its own headings, and the way to make it forget."""

import streamlit as st

from monitoring.domain.people import Actor
from monitoring.services import headings, read_definitions
from monitoring.services.house import House
from monitoring.ui.labels import text_of
from monitoring.ui.plain_text import for_markdown, shortened
from monitoring.words import say


def show(actor: Actor, house: House, country: str | None) -> None:
    """Nothing where no country is chosen, or nothing was said."""
    kept = headings.remembered(actor, house, country) if country else ()
    if not country or not kept:
        return
    catalogue = read_definitions.catalogue(actor, house)
    with st.expander(say("screens.desk.match.remembered", n=len(kept))):
        for each in kept:
            form = catalogue.forms.get(each.form)
            question = form.question(each.question) if form and each.question else None
            meant = text_of(question.label) if question else say("screens.desk.match.none_of_ours")
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"{for_markdown(shortened(each.heading, 60))} → {for_markdown(meant)}", width="stretch")
                st.button(
                    say("screens.desk.match.forget"),
                    key=f"forget_{each.form}_{each.heading}",
                    type="tertiary",
                    on_click=headings.forget,
                    args=(actor, house, country, each.form, each.heading),
                )
