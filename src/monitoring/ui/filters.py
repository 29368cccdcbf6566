"""The one bar of filters: kept across pages and in the link, as codes. A code that is not offered is dropped."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import View
from monitoring.domain.people import Actor
from monitoring.domain.period import Quarter
from monitoring.services import places, read_definitions, released_figures
from monitoring.services.house import House
from monitoring.services.read_figures import view_for
from monitoring.ui import labels, link, numbers, reported, seen, session
from monitoring.ui.chosen import QUESTIONS, Chosen, in_words
from monitoring.words import say

ALL = "all"
COUNTRY = "country"
PROFILE = "profile"
QUARTERS = 16
"""How many quarters back a period may begin."""

_KEYS = {"quarter_from": "from", "quarter_to": "until", "provider": "provider", "gender": "gender"}
_KEYS |= {"age_band": "age", "exploitation": "exploitation", "return_route": "route"}
"""Filter -> its key in the session and its name in the link."""

_NOTHING = {COUNTRY: ALL, "quarter_from": "", "quarter_to": ""}
"""What a filter holds when it narrows nothing; those not named here hold an empty list."""


def bar(actor: Actor, house: House, *, one_country: bool = False, any_day: bool = True) -> Chosen:
    """Draws the bar and says in words what is shown. Nothing is drawn where there is nothing to filter yet.

    With `one_country` exactly one is always chosen: pages about a place know no "all countries". Without `any_day`
    the page is about today, whatever day was chosen elsewhere: nobody is to be visited as of last March.
    """
    view = view_for(actor)
    countries = tuple(labels.by_name(places.countries(actor, house)))
    catalogue = read_definitions.catalogue(actor, house)
    where: dict[str, tuple[str, ...]] = {}
    named: dict[str, str] = {}
    as_of: date | None = None
    if countries:
        with st.container(horizontal=True, vertical_alignment="center"):
            where = _one_country(countries) if one_country else _country(countries)
            if view is View.PROGRAMME:
                st.space("stretch")
                with st.popover(say("screens.filters.more"), icon=":material/tune:", type="tertiary"):
                    where |= _period(house)
                    named = _named(actor, house, where)
                    where |= _providers(named) | _answers(catalogue)
                    as_of = reported.choose(house) if any_day else None
    release = released_figures.newest(actor, house) if view is View.SHARED else None
    day = release.as_of if release else house.today
    chosen = Chosen(countries, day, view, where, named, is_of_one_country=one_country, as_of=as_of)
    if countries:
        _words(chosen, catalogue)
        reported.notice(actor, house, chosen)
    if release and release.decided_at:
        facts = {"day": numbers.day(release.as_of), "on": numbers.day(release.decided_at.date())}
        st.caption(say("releases.banner.release", id=release.id, **facts))
    seen.chose(COUNTRY, where.get(COUNTRY, ()))
    return chosen


def reset() -> None:
    """Every filter back to where nothing is narrowed."""
    for name, key in {COUNTRY: COUNTRY, **_KEYS}.items():
        session.remember(key, _NOTHING.get(name, []))
    session.remember(reported.KEY, session.house().today)


def _words(chosen: Chosen, catalogue: Catalogue) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(in_words(chosen, catalogue), width="content")
        if chosen.is_narrowed:
            label = say("screens.filters.reset")
            st.button(label, icon=":material/restart_alt:", type="tertiary", on_click=reset, key="reset_filters")


def _country(countries: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Of a single country there is nothing to choose; it is still named, so that its providers can be shown."""
    if len(countries) == 1:
        return {COUNTRY: (countries[0],)}
    link.one(COUNTRY, countries, ALL)
    chosen = st.pills(
        say("screens.filters.names.country"),
        [ALL, *countries],
        required=True,
        format_func=_country_words,
        key=COUNTRY,
        label_visibility="collapsed",
        wrap=True,
        persist_state="session",
    )
    kept = [code for code in countries if code == chosen]
    link.follows(COUNTRY, kept)
    return {COUNTRY: tuple(kept)} if kept else {}


def _one_country(countries: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The country filtered by, or the first by name; a choice made here is the filter of the other pages too."""
    if len(countries) == 1:
        return {COUNTRY: (countries[0],)}
    link.one(COUNTRY, countries, ALL)
    filtered = session.recalled(COUNTRY)
    if filtered in countries:
        session.remember(PROFILE, filtered)
    link.one(PROFILE, countries, countries[0])
    chosen = st.pills(
        say("screens.filters.names.country"),
        countries,
        required=True,
        format_func=labels.country_name,
        key=PROFILE,
        label_visibility="collapsed",
        wrap=True,
        on_change=lambda: session.remember(COUNTRY, session.recalled(PROFILE)),
        persist_state="session",
    )
    kept = (chosen or countries[0],)
    link.follows(COUNTRY, kept)
    return {COUNTRY: kept}


def _country_words(code: str) -> str:
    return say("screens.filters.all_countries") if code == ALL else labels.country_name(code)


def _period(house: House) -> dict[str, tuple[str, ...]]:
    quarters = [str(each) for each in last_quarters(house.today, QUARTERS)]
    found: dict[str, tuple[str, ...]] = {}
    words = {"": say("screens.filters.any_time")} | {code: numbers.quarter(code) for code in quarters}
    for name in ("quarter_from", "quarter_to"):
        link.one(_KEYS[name], quarters, "")
        chosen = st.selectbox(
            say(f"screens.filters.names.{name}"),
            ["", *reversed(quarters)],
            format_func=words.__getitem__,
            key=_KEYS[name],
            persist_state="session",
        )
        link.follows(_KEYS[name], [chosen] if chosen else [])
        if chosen:
            found[name] = (chosen,)
    return found


def last_quarters(day: date, how_many: int) -> list[Quarter]:
    """The quarter of the day and those before it, oldest first."""
    last = Quarter.of(day)
    first = Quarter(last.year - -(-how_many // 4), last.number).next
    found = [first]
    while found[-1] < last:
        found.append(found[-1].next)
    return found[-how_many:]


def _named(actor: Actor, house: House, where: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Providers can be chosen once a country is: the same code may stand for another one elsewhere."""
    if COUNTRY not in where:
        st.caption(say("screens.filters.providers_need_country"))
        return {}
    return {each.id: each.name for each in places.providers(actor, house, where[COUNTRY][0])}


def _providers(named: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return _several("provider", named) if named else {}


def _answers(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, question in QUESTIONS.items():
        choices = catalogue.question("survivors", question).choices
        words = {each.code: labels.text_of(each.label) for each in choices.choices} if choices else {}
        found |= _several(name, words)
    return found


def _several(name: str, words: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Any number of code -> words. Words may be uploaded text: such a list shows its entries as they are."""
    link.several(_KEYS[name], words)
    chosen = st.multiselect(
        say(f"screens.filters.names.{name}"),
        list(words),
        format_func=lambda code: words[code],
        key=_KEYS[name],
        placeholder=say("screens.filters.everyone_in_list"),
        persist_state="session",
    )
    link.follows(_KEYS[name], chosen)
    return {name: tuple(chosen)} if chosen else {}
