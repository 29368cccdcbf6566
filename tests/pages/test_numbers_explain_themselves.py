"""From a number to where it comes from, in at most three clicks; and as it was reported on an earlier day."""

from datetime import date, datetime, timedelta

import pytest

from monitoring.access.log import Log
from monitoring.ui.numbers import THIN

HOUSING, SUPPORT, SAFETY, COMPLETENESS, DUE = (
    f"pages/{page}.py"
    for page in ("outcomes/housing", "outcomes/support", "outcomes/safety", "follow_up/completeness", "follow_up/due")
)
RETURNED = date(2025, 1, 1)


def words(app):
    assert [each.message for each in app.exception] == []
    return " ".join(each.value for each in (*app.title, *app.header, *app.markdown, *app.caption))


def tables(app):
    return " ".join(str(list(table.value.to_dict("list").values())) for table in app.table).replace("\\", "")


def asked(app, block):
    return app.toggle(key=f"{block}_behind").set_value(True).run()


def test_a_number_tells_what_it_is_made_of_who_is_counted_and_by_which_hand_ins(visit, two_countries):
    app = asked(visit("programme_manager", HOUSING, country="MD"), "housing_rounds")

    said = words(app)
    assert f"15 of the 30 counted make **50{THIN}%**." in said
    assert "Looked at: 30 rows. Of these 30 came due, 30 are of people interviewed, and **30** are counted." in said
    assert "housing_secure__numerator" in app.code[0].value
    assert "'Moldova'" in tables(app)


OVERVIEW, COUNTRIES, PROVIDERS, RETURN, VOICE, CONTEXT = (
    f"pages/{page}.py"
    for page in (
        "outcomes/overview",
        "places/countries",
        "places/providers",
        "outcomes/return",
        "outcomes/voice",
        "places/context",
    )
)
WHERE_ELSE = [
    (OVERVIEW, "ledger"),
    (OVERVIEW, "panels"),
    (OVERVIEW, "hear"),
    (COUNTRIES, "ledger"),
    (COUNTRIES, "panels"),
    (COUNTRIES, "hear"),
    (COMPLETENESS, "hear"),
    (COMPLETENESS, "missed"),
    (PROVIDERS, "compare"),
    (PROVIDERS, "funnel"),
    (PROVIDERS, "provider_rounds"),
    (RETURN, "journey"),
    (SUPPORT, "outcome_support"),
    (VOICE, "first_priority"),
    (VOICE, "priority_met"),
    (VOICE, "voice_survivors"),
    (CONTEXT, "context_survivors"),
]


@pytest.fixture
def much(demo, hand_in):
    """Thirty people at one provider of Moldova who answered nearly everything, and five who were not reached."""
    says = {
        "housing_type": "own",
        "may_stay_six_months": True,
        "feels_safe": "safe",
        "same_worker_three_months": True,
        "priorities": "housing work",
        "helped_most": "faith",
        "hindered_most": "cost_of_living",
    }
    people = [
        {"survivor_id": f"MD-{at:04}", "return_date": RETURNED, "provider_id": "MD-01", "risk_plan": True}
        for at in range(35)
    ]
    contacts = [
        {
            "survivor_id": f"MD-{at:04}",
            "round": months,
            "contact_date": RETURNED + timedelta(days=days),
            **({"status": "interviewed", **says} if at < 30 else {"status": "not_reached"}),
        }
        for at in range(35)
        for months, days in (("0", 10), ("12", 365))
    ]
    oak = {"provider_id": "MD-01", "provider_name": "Oak", "country": "MD"}
    hand_in("MD", survivors=people, follow_ups=contacts, providers=[oak])
    return demo


@pytest.mark.parametrize(("page", "block"), WHERE_ELSE)
def test_every_picture_tells_where_its_numbers_come_from(page, block, visit, much):
    app = asked(visit("programme_manager", page, country="MD"), block)

    said = words(app)
    assert "Looked at: " in said
    assert any("select" in each.value for each in app.code)
    assert "'Moldova'" in tables(app)


def test_of_panels_by_country_the_country_is_chosen_first(visit, two_countries):
    app = asked(visit("programme_manager"), "panels")
    app.selectbox(key="panels_behind_panel").set_value("1").run()

    assert "'Nigeria'" in tables(app)
    assert "'Moldova'" not in tables(app)


def test_the_rows_are_shown_with_their_cells_and_hide_at_the_next_click(visit, two_countries):
    app = asked(visit("country_office", HOUSING), "housing_rounds")
    app.button(key="housing_rounds_behind_rows").click().run()

    assert "NG-0000" in tables(app)
    assert Log(two_countries.people.file).newest(1)[0].detail == "housing_secure NG"

    app.run()

    assert "NG-0000" not in tables(app)


def test_another_point_of_the_chart_can_be_chosen(visit, two_countries):
    app = asked(visit("programme_manager", HOUSING, country="MD"), "housing_rounds")
    app.selectbox(key="housing_rounds_behind_which").set_value("0").run()

    assert f"0 of the 30 counted make **0{THIN}%**." in words(app)


def test_rows_need_one_country(visit, two_countries):
    app = asked(visit("programme_manager", HOUSING), "housing_rounds")

    assert "Choose one country" in words(app)
    assert not [each for each in app.button if each.key == "housing_rounds_behind_rows"]


def test_of_harm_the_number_is_explained_and_nobody_is_listed(visit, corrected):
    app = visit("programme_manager", SAFETY, country="MD", safety_number="re_trafficked")
    app.toggle(key="re_trafficked_curve_behind").set_value(True).run()

    assert "Of this number no rows are shown" in words(app)
    assert "MD-0000" not in tables(app)


def test_before_a_release_a_funder_has_no_number_to_ask_about(visit, two_countries):
    app = visit("funder", HOUSING)

    assert [each.key for each in app.toggle] == []
    assert "MD-0" not in words(app) + tables(app)


@pytest.fixture
def corrected(demo, hand_in):
    """Handed in on 1 March with nobody in a secure home, and on 1 May with everybody."""
    codes = [f"MD-{at:04}" for at in range(30)]
    people = [{"survivor_id": code, "return_date": RETURNED} for code in codes]

    def met(home):
        return [
            {
                "survivor_id": code,
                "round": "12",
                "contact_date": RETURNED + timedelta(days=365),
                "status": "interviewed",
                "housing_type": home,
                "may_stay_six_months": True,
                "exploited_again": False,
            }
            for code in codes
        ]

    hand_in("MD", at=datetime(2026, 3, 1), survivors=people, follow_ups=met("shelter"))
    hand_in("MD", at=datetime(2026, 5, 1), follow_ups=met("own"))
    return demo


def test_a_page_is_shown_as_it_was_reported_and_says_what_came_in_since(visit, corrected):
    app = visit("programme_manager", HOUSING, country="MD", reported="2026-03-15")

    said = words(app)
    assert "as reported on **15 March 2026**" in said
    assert "the figures as they stood at the end of **15 March 2026**" in said
    assert f"As reported on 15 March 2026: **0{THIN}% of 30 people**. Today: **100{THIN}% of 30 people**." in said
    assert "receipt 2, Moldova" in tables(app)
    assert [each.label for each in app.expander][:1] == ["One hand-in came in or was withdrawn since"]


def test_today_needs_no_notice(visit, corrected):
    said = words(visit("programme_manager", HOUSING, country="MD"))

    assert "as reported on **1 June 2026**" in said
    assert "What has changed since" not in said


@pytest.mark.parametrize("code", ["2031-01-01", "1066-10-14", "yesterday", "' or 1=1"])
def test_a_day_that_cannot_be_is_dropped_from_the_link(visit, corrected, code):
    assert "as reported on **1 June 2026**" in words(visit("programme_manager", HOUSING, country="MD", reported=code))


@pytest.mark.parametrize("page", ["overview", "wellbeing", "safety", "completeness", "countries", "providers"])
def test_every_page_of_results_can_be_had_of_an_earlier_day(visit, corrected, page):
    folder = {"completeness": "follow_up", "countries": "places", "providers": "places"}.get(page, "outcomes")
    app = visit("programme_manager", f"pages/{folder}/{page}.py", country="MD", reported="2026-03-15")

    assert "the figures as they stood at the end of **15 March 2026**" in words(app)


def test_nobody_is_visited_as_of_an_earlier_day(visit, corrected):
    app = visit("country_office", DUE, reported="2026-03-15")

    assert "as they stood" not in words(app)
    assert list(app.date_input) == []


def test_the_shared_view_knows_no_other_day(visit, corrected):
    app = visit("funder", HOUSING, reported="2026-03-15")

    assert "as they stood" not in words(app)


def test_who_withdrew_consent_is_spoken_of_in_the_same_words_as_if_nobody_had(visit, corrected, hand_in):
    before = words(visit("programme_manager", HOUSING, country="MD", reported="2026-05-15"))
    hand_in("MD", at=datetime(2026, 5, 20), survivors=[{"survivor_id": "MD-0000", "consent_record": "withdrawn"}])
    after = words(visit("programme_manager", HOUSING, country="MD", reported="2026-05-15"))

    notice = "Whoever has withdrawn consent to their record since, or was erased, is in no figure of any day."
    assert notice in before
    assert notice in after
    assert f"As reported on 15 May 2026: **100{THIN}% of 29 people**. Today it is the same." in after
