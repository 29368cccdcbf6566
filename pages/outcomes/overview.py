"""Overview: where things stand, whom we hear from, and what needs a look this week."""

import streamlit as st

from monitoring.ui import filters, hear, notices, session
from monitoring.ui.overview import disclosures, ledger, panels, week
from monitoring.ui.reading import Desk
from monitoring.words import say

actor, house = session.current_actor(), session.house()
head = st.container()
desk = Desk(actor, house, filters.bar(actor, house))

if desk.chosen.is_empty:
    head.title(say("screens.overview.nothing"), anchor=False)
    notices.nothing_yet(actor)
    st.stop()

rows = ledger.read(desk)
head.title(ledger.title_of(rows), anchor=False)

disclosures.show(desk)

to_do = week.read(desk)
if to_do:
    week.strip(to_do, desk)

ledger.show(desk, rows)
st.space("xsmall")

if desk.chosen.country is None:
    compared = panels.read(desk, panels.choose(desk))
    panels.show(compared, desk, rows[0].reference.key)
else:
    panels.of_one_country(desk, rows)
st.space("xsmall")

if to_do:
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header(say("screens.hear.title"), anchor=False)
        hear.show(desk, key="hear")
    with right:
        st.header(say("screens.week.needs_a_look"), anchor=False)
        week.needs_a_look(to_do, panels.followed_up(desk))
        st.page_link("pages/follow_up/completeness.py", label=say("screens.week.more"), icon=":material/arrow_forward:")

notices.foot()
