"""One's requests for rows and what became of them, each with its file once it is approved; and rows to practise on."""

from collections.abc import Callable, Sequence

import streamlit as st

from monitoring.domain.export import ExportRequest, ExportStatus
from monitoring.domain.people import Actor, Deed
from monitoring.services import export_packs, export_tables
from monitoring.services.house import House
from monitoring.ui import downloads, labels, numbers, tables
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say, spoken


def show(actor: Actor, house: House, found: Sequence[ExportRequest]) -> None:
    """The actor's own, the newest first."""
    mine = [each for each in found if each.asked_by == actor.name]
    if not mine:
        return
    st.header(_say("mine"), anchor=False)
    columns = {
        _say("number"): [str(each.id) for each in mine],
        _say("purpose_short"): [for_markdown(each.purpose) for each in mine],
        _say("rows_of"): [narrowed(each) for each in mine],
        _say("state"): [state(actor, house, each) for each in mine],
        _say("until"): [_until(house, each) for each in mine],
    }
    tables.plain(columns, alt=_say("mine"))
    with st.container(horizontal=True):
        for each in mine:
            if each.status is ExportStatus.APPROVED and not each.is_table:
                downloads.button(
                    _say("download", id=each.id),
                    _maker(house, each.id, spoken()),
                    file_name=f"export_{each.id}.zip",
                    media_type="application/zip",
                    deed=Deed.ASK_FOR_EXPORT,
                    is_main=True,
                )


def practice(house: House) -> None:
    """Rows of people who do not exist, for a script to be tried on."""
    st.header(_say("practice"), anchor=False)
    st.markdown(_say("practice_what"))
    language = spoken()
    downloads.button(
        _say("practice_download"),
        lambda actor: export_packs.practice(actor, house, language),
        file_name="practice.csv",
        media_type="text/csv",
        deed=Deed.SEE_DEFINITIONS,
    )


def narrowed(request: ExportRequest) -> str:
    """Which countries and rounds, or which table, in words."""
    if request.is_table:
        by = ", ".join(say(f"releases.dimensions.{name}") for name in request.where.get("by", ()))
        return _say("a_table", number=", ".join(request.where.get("indicator", ())), by=by)
    countries = ", ".join(labels.country_name(code) for code in request.where.get("country", ()))
    rounds = ", ".join(request.where.get("round", ()))
    return " · ".join(filter(None, [countries or _say("all_countries"), rounds and _say("months", rounds=rounds)]))


def state(actor: Actor, house: House, request: ExportRequest) -> str:
    """What was decided; of a table also in which release it stands."""
    if request.is_table and (found := export_tables.answered_in(actor, house, request)) is not None:
        return _say("answered", id=found.id)
    return say(f"exports.status.{request.status}")


def _until(house: House, request: ExportRequest) -> str:
    day = request.expires_on(house.catalogue.exports.rules)
    return numbers.day(day, spoken()) if day and request.status is ExportStatus.APPROVED else "–"


def _maker(house: House, id_: int, language: str) -> Callable[[Actor], bytes]:
    """Called when the file is fetched: the rows are as known then, under codes of that moment alone."""
    return lambda actor: export_packs.zipped(actor, house, id_, language)


def _say(key: str, **facts: object) -> str:
    return say(f"exports.page.{key}", **facts)
