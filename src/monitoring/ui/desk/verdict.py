"""Step 2: the verdict first, then what to mend, then what to look at twice."""

from typing import TYPE_CHECKING, Literal

import streamlit as st

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.problem import Level
from monitoring.domain.problem_groups import Group, grouped
from monitoring.domain.verdict import Verdict
from monitoring.ui import labels, numbers, session, tables
from monitoring.ui.desk import accounts, confirm, habits, marked, problems, state
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say
from monitoring.words.problem_text import fix, message

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook


Colour = Literal["orange", "blue", "green"]
LOOKS: dict[str, tuple[str, Colour]] = {
    "fix": ("edit", "orange"),
    "confirm": ("help", "blue"),
    "ready": ("check", "green"),
}


def show(checked: "CheckedWorkbook", catalogue: Catalogue) -> None:
    left, right = st.columns([7, 3], gap="large")
    with left:
        if checked.verdict is Verdict.REFUSED:
            _refused(checked)
        else:
            _readable(checked, catalogue)
    with right:
        workbook(checked)
        st.button(say("screens.desk.another"), on_click=state.start_again, icon=":material/refresh:", type="tertiary")


def workbook(checked: "CheckedWorkbook") -> None:
    """What is known of the file itself."""
    st.markdown(f"##### {say('screens.desk.this_workbook')}", anchors=False)
    country = labels.country_name(checked.country, session.language()) if checked.country else "–"
    filled = sum(sheet.rows > 0 for sheet in checked.sheets)
    facts = {
        say("screens.desk.facts.file"): for_markdown(checked.file),
        say("screens.desk.facts.country"): country,
    }
    if checked.sheets:
        of = {"n": numbers.count(filled), "all": numbers.count(len(checked.sheets))}
        facts[say("screens.desk.facts.sheets")] = say("screens.desk.facts.of", **of)
        facts[say("screens.desk.facts.rows")] = numbers.count(sum(sheet.rows for sheet in checked.sheets))
    tables.facts(facts, alt=say("screens.desk.this_workbook"))


def _refused(checked: "CheckedWorkbook") -> None:
    st.header(say("screens.desk.refused"), anchor=False)
    for each in checked.problems:
        said = " ".join(say_it(problems.harmless(each)) for say_it in (message, fix))
        st.error(said, icon=":material/block:")
    st.caption(say("screens.desk.nothing_saved"))


def _readable(checked: "CheckedWorkbook", catalogue: Catalogue) -> None:
    rows, ready = (sum(getattr(sheet, name) for sheet in checked.sheets) for name in ("rows", "ready"))
    is_ready = checked.verdict is Verdict.READY
    key = "screens.desk.ready" if is_ready else "screens.desk.nearly"
    st.header(say(key, ready=numbers.count(ready), rows=numbers.count(rows)), anchor=False)
    st.progress(ready / rows if rows else 1.0)
    to_fix = grouped(checked.problems, Level.ERROR)
    to_confirm = confirm.groups(checked)
    _badges(to_fix, to_confirm, ready)
    habits.ask(checked, to_fix)
    habits.told(state.said())
    to_fix = [group for group in to_fix if group.first.code not in habits.asked_for(checked)]
    if is_ready:
        st.button(say("screens.desk.to_preview"), type="primary", on_click=state.to_preview)
    if checked.problems:
        marked.downloads_of(checked, is_main=not is_ready)
    if to_fix:
        st.subheader(say("screens.desk.to_fix"), anchor=False)
        problems.show(to_fix, catalogue, open_first=True)
    if to_confirm:
        st.subheader(say("screens.desk.to_confirm"), anchor=False)
        st.caption(say("hand_ins.confirm.note"))
        confirm.show(checked, to_confirm, catalogue, open_first=not to_fix)
    confirm.explained_before(checked, catalogue)
    accounts.show(checked)
    if (offered := state.current().offered) and offered.not_kept:
        st.caption(say("screens.desk.match.not_kept", n=numbers.count(offered.not_kept)))
    if checked.not_listed:
        st.caption(say("screens.desk.not_listed", n=numbers.count(checked.not_listed)))


def _badges(to_fix: list[Group], to_confirm: list[Group], ready: int) -> None:
    counts = {
        "fix": sum(len(group.problems) for group in to_fix),
        "confirm": sum(len(group.problems) for group in to_confirm),
        "ready": ready,
    }
    with st.container(horizontal=True):
        for name, number in counts.items():
            if number:
                icon, colour = LOOKS[name]
                key = f"screens.desk.badges.{name}" + ("_one" if number == 1 else "")
                st.badge(say(key, n=numbers.count(number)), icon=f":material/{icon}:", color=colour)
