"""Releases there are: the list, one of them in full, its check report, and what it says unlike the one before."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from monitoring.domain.people import Actor
from monitoring.domain.release import Release
from monitoring.services import release_report, releases
from monitoring.services.house import House
from monitoring.ui import numbers, tables
from monitoring.ui.plain_text import for_markdown
from monitoring.ui.releases import words
from monitoring.words import say, spoken

MOST_DIFFERENCES = 30


def table(found: Sequence[Release]) -> None:
    """Newest first, three narrow columns."""
    shown = say("releases.table.shown")
    columns = {
        say("releases.table.id"): [numbers.count(each.id) for each in found],
        say("releases.table.on"): [
            f"{numbers.day(each.built_at.date(), spoken())} · {for_markdown(each.built_by)}" for each in found
        ],
        say("releases.table.state"): [say(f"releases.status.{each.status}") for each in found],
        shown: [
            numbers.percent(100 * (each.audit.cells - each.audit.withheld) / max(each.audit.cells, 1)) for each in found
        ],
    }
    tables.aligned(columns, right={shown}, alt=say("releases.title"))


def choose(found: Sequence[Release]) -> Release:
    """The newest until another is chosen."""
    by_id = {each.id: each for each in found}
    names = {
        id_: say("releases.one.name", id=id_, day=numbers.day(each.as_of, spoken())) for id_, each in by_id.items()
    }
    chosen = st.selectbox(say("releases.one.choose"), list(by_id), format_func=lambda id_: names[id_], width=420)
    return by_id[chosen if chosen in by_id else found[0].id]


def report(actor: Actor, house: House, release: Release) -> None:
    """Every sentence of the check report. The file is looked at again each time."""
    st.header(say("releases.report.title"), anchor=False)
    st.markdown("\n".join(f"* {each}" for each in release_report.of_release(actor, house, release.id)))


def facts(release: Release) -> None:
    st.header(say("releases.one.facts"), anchor=False)
    rows = {
        say("releases.one.built"): _by_on(release.built_by, release.built_at),
        say("releases.one.as_of"): numbers.day(release.as_of, spoken()),
        say("releases.one.people"): numbers.count(release.people),
        say("releases.one.hand_ins"): ", ".join(map(str, release.hand_ins)),
        say("releases.one.revised"): numbers.count(release.revised),
        say("releases.one.definitions"): f"`{release.definitions[:12]}`",
        say("releases.one.fingerprint"): f"`{(release.fingerprint or '')[:12]}`",
    }
    if release.data_as_of:
        rows[say("releases.one.data_as_of")] = numbers.moment(release.data_as_of, spoken())
    if release.decided_by and release.decided_at:
        rows[say("releases.one.decided")] = _by_on(release.decided_by, release.decided_at)
    tables.facts(rows, alt=say("releases.one.facts"))


def differences(actor: Actor, house: House, release: Release) -> None:
    """Cells that say something else than before; a long list ends with how many more there are."""
    st.header(say("releases.differences.title"), anchor=False)
    found = releases.differences(actor, house, release.id)
    if not found:
        st.caption(say("releases.differences.none"))
        return
    shown = found[:MOST_DIFFERENCES]
    some = [each.now or each.before for each in shown]
    columns = {
        say("releases.differences.number"): [words.indicator(each, house.catalogue) for each in some],
        say("releases.differences.place"): [words.place(each, house.catalogue) for each in some],
        say("releases.differences.before"): [words.said(each.before) for each in shown],
        say("releases.differences.now"): [words.said(each.now) for each in shown],
    }
    tables.plain(columns, alt=say("releases.differences.title"))
    if len(found) > len(shown):
        st.caption(say("releases.differences.more", n=numbers.count(len(found) - len(shown))))


def cells(actor: Actor, house: House, release: Release) -> None:
    """Everything it says of one number."""
    st.header(say("releases.build.cells_of"), anchor=False)
    words.of_one_number(releases.cells(actor, house, release.id), house.catalogue, key=f"release_{release.id}")


def _by_on(who: str, when: datetime) -> str:
    return say("releases.one.by_on", by=for_markdown(who), on=numbers.day(when.date(), spoken()))
