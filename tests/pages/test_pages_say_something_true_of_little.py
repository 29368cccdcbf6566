"""The pages of the return, of support, of own words and of a country's context: of much, of little and of nothing."""

from datetime import date, timedelta

import pytest

from monitoring.ui.numbers import THIN
from monitoring.words import say

RETURN, SUPPORT, VOICE, OVERVIEW = (f"pages/outcomes/{name}.py" for name in ("return", "support", "voice", "overview"))
CONTEXT = "pages/places/context.py"
RETURNED = date(2025, 1, 1)
PREPARED = {
    "risk_assessment": "joint",
    "risk_plan": True,
    "informed_choice": True,
    "legal_advice": False,
    "contact_before_departure": True,
    "assistance": "mixed",
    "return_kind": "assisted_voluntary",
}
SAYS = {
    "same_worker_three_months": True,
    "treated_with_respect": "always",
    "asked_by": "lead_worker",
    "help_needed": "health legal",
    "help_received": "health",
    "priorities": "housing work",
    "compared_with_last_time": "better",
    "helped_most": "faith friends",
    "hindered_most": "cost_of_living",
}


def words(app):
    assert [each.message for each in app.exception] == []
    shown = (*app.title, *app.header, *app.subheader, *app.markdown, *app.caption)
    return " ".join(each.value for each in shown)


def people(number, **also):
    route = {"return_date": RETURNED, "return_route": "iom"}
    return [{"survivor_id": f"MD-{at:04}", **route, **also} for at in range(number)]


def talks(number, *months, status="interviewed", **answers):
    days = {"0": 10, "12": 366}
    return [
        {
            "survivor_id": f"MD-{at:04}",
            "round": each,
            "contact_date": RETURNED + timedelta(days=days[each]),
            "status": status,
            **(answers if status == "interviewed" else {}),
        }
        for at in range(number)
        for each in months
    ]


OAK = {"provider_id": "MD-01", "provider_name": "![x](http://example.org) & <b>Oak</b>", "country": "MD"}
LITTLE = {
    "one person": {"survivors": people(1, **PREPARED), "follow_ups": talks(1, "12", **SAYS), "providers": [OAK]},
    "one round": {"survivors": people(30, **PREPARED), "follow_ups": talks(30, "0", **SAYS), "providers": [OAK]},
    "all missing": {"survivors": people(30), "follow_ups": talks(30, "0", "12"), "providers": [OAK]},
    "everybody lost": {"survivors": people(30), "follow_ups": talks(30, "0", "12", status="not_reached")},
    "no follow-up": {"survivors": people(30)},
}


@pytest.mark.parametrize("role", ["programme_manager", "funder"])
@pytest.mark.parametrize("little", LITTLE)
def test_of_little_every_page_still_opens_and_has_something_to_say(role, little, visit, demo, hand_in):
    hand_in("MD", **LITTLE[little])
    app = visit(role, country="MD")

    for page in (RETURN, SUPPORT, VOICE, *([CONTEXT] if role == "programme_manager" else [])):
        said = words(app.switch_page(page).run())

        assert len(said) > 300 if role == "programme_manager" else say("releases.banner.none") in said


def test_filters_that_match_nobody_are_told_as_nobody(visit, two_countries):
    app = visit("programme_manager", country="MD", gender="another")

    nobody = {
        RETURN: "Nobody who fits these filters has come home yet.",
        SUPPORT: "Nobody has answered yet.",
        VOICE: "Nobody has answered this a year after return yet, or fewer than five people.",
    }
    for page, sentence in nobody.items():
        said = words(app.switch_page(page).run())

        assert sentence in said
        assert "Nobody has come due yet." in said


def test_the_steps_of_a_return_are_told_with_their_returns(visit, demo, hand_in):
    hand_in("MD", survivors=people(30, **PREPARED))

    said = words(visit("programme_manager", RETURN, country="MD"))

    assert "Of 30 returns, most often done: " in said
    assert f"least often: legal advice before (0{THIN}%)" in said
    assert "No file says anything of: medical need met" in said
    assert "(shares of organisations, n = 30, 2018)" in said


def test_the_survey_of_2018_is_one_sentence_and_in_no_chart(visit, demo, hand_in):
    hand_in("MD", survivors=people(30, **PREPARED))

    app = visit("programme_manager", RETURN, country="MD")
    charts = " ".join(str(each.proto) for each in app.get("plotly_chart"))

    assert sum("n = 30, 2018" in each.value for each in (*app.markdown, *app.caption)) == 1
    assert not any(figure in charts for figure in (f"79{THIN}%", f"62{THIN}%", f"87{THIN}%", f"83{THIN}%"))


def test_no_file_saying_anything_is_not_nothing_done(visit, demo, hand_in):
    hand_in("MD", survivors=people(30))

    assert "No file says yet how a return was prepared." in words(visit("programme_manager", RETURN, country="MD"))


def test_own_words_are_told_and_split_by_who_asked(visit, demo, hand_in):
    hand_in("MD", survivors=people(30), follow_ups=talks(30, "0", "12", **SAYS), providers=[OAK])

    support = words(visit("programme_manager", SUPPORT, country="MD"))
    voice = words(visit("programme_manager", VOICE, country="MD"))

    assert f"To their own worker 100{THIN}%. Nobody from outside has asked" in support
    assert "Needed and received, by kind of help" in support
    assert f"Of 30 people who named anything, most put first: a home (100{THIN}%)." in voice
    assert "not clearly more often than at *community*" in voice
    assert "what made things hardest was named most at the level *structural*" in voice


def test_a_provider_is_not_shown_who_asked_about_it(visit, demo, hand_in):
    rows = people(30, provider_id="NG-01")
    for row in rows:
        row["survivor_id"] = row["survivor_id"].replace("MD", "NG")
    told = [{**row, "survivor_id": row["survivor_id"].replace("MD", "NG")} for row in talks(30, "0", "12", **SAYS)]
    hand_in("NG", survivors=rows, follow_ups=told, providers=[{**OAK, "provider_id": "NG-01", "country": "NG"}])

    said = words(visit("provider", SUPPORT))

    assert "To their own worker" not in said


def test_a_country_with_one_provider_and_few_sessions_says_what_it_has(visit, demo, hand_in):
    session = {"session_id": "S-001", "country": "MD", "tool": "key_informant", "held_on": date(2026, 1, 1)}
    hand_in("MD", survivors=people(3), providers=[OAK], community=[{**session, "housing": "good"}])

    app = visit("programme_manager", CONTEXT, country="MD")
    said = words(app)

    assert "One provider is listed; whether its help costs anything is not known." in said
    assert "Fewer than three sessions have rated any side of life here" in said
    assert "Held: key informant interview 1; led by survivors: 0." in said


def test_an_uploaded_name_is_shown_as_typed_in_the_directory(visit, demo, hand_in):
    hand_in("MD", survivors=people(3), providers=[OAK])

    app = visit("programme_manager", CONTEXT, country="MD")

    assert "![x](http://example.org)" not in " ".join(str(each.value) for each in app.table)


def test_the_directory_is_searched_by_what_one_reads_in_it(visit, demo, hand_in):
    elm = {"provider_id": "MD-02", "provider_name": "Elm", "country": "MD", "services": "legal", "costed": "free"}
    hand_in("MD", survivors=people(3), providers=[OAK, elm])

    app = visit("programme_manager", CONTEXT, country="MD")
    app.text_input(key="directory_search").input("legal help").run()

    assert "1 of 2 on the list" in words(app)
    app.text_input(key="directory_search").input("dentist").run()
    assert "No provider on the list fits." in words(app)


def test_disclosures_head_the_overview_of_those_who_have_to_act_and_of_nobody_else(visit, demo, hand_in):
    threats = talks(6, "12", contact_from_trafficker=True)
    hand_in("MD", survivors=people(30), follow_ups=threats, providers=[OAK])

    manager, funder = (words(visit(role, OVERVIEW)) for role in ("programme_manager", "funder"))

    assert "In the last 12 months people told us of harm" in manager
    assert "**6** disclosures have no action on record; the oldest was told **" in manager
    assert manager.index("Told of harm") < manager.index("This week")
    assert "Told of harm" not in funder
    assert "of harm" not in funder
