"""Next to no data, or odd data: each page still says something true, and never a number that nobody stands behind."""

from datetime import date, timedelta

import pytest

RETURNED = date(2025, 1, 1)
DAYS = {"0": 10, "12": 365}
OUTCOMES = ("overview", "housing", "income", "stigma", "wellbeing", "safety", "support", "voice", "return")
PAGES = {
    **dict.fromkeys(OUTCOMES, "outcomes"),
    "completeness": "follow_up",
    "due": "follow_up",
    "countries": "places",
    "providers": "places",
    "context": "places",
}
HOME = {"housing_type": "own", "may_stay_six_months": True, "exploited_again": False}
HOME |= {f"who5_{item}": 3 for item in range(1, 6)}


def person(at, **answers):
    return {"survivor_id": f"MD-{at:04}", "return_date": RETURNED, **answers}


def contact(at, months, **answers):
    day = RETURNED + timedelta(days=DAYS[months])
    return {"survivor_id": f"MD-{at:04}", "round": months, "contact_date": day, "status": "interviewed", **answers}


def people(number):
    return [person(at) for at in range(number)]


def told(number, *months, **answers):
    return [contact(at, each, **answers) for at in range(number) for each in months]


OAK = [{"provider_id": "MD-01", "provider_name": "Oak", "country": "MD"}]
LOST = [*told(12, "0", **HOME), *told(12, "12", status="not_reached")]
EVENT = {"survivor_id": "MD-0000", "incident_type": "re_trafficking", "basis": "authority", "signed_off": True}
BEFORE_RETURN = {**EVENT, "occurred_on": date(2024, 6, 1), "reported_on": date(2025, 2, 1)}

DATA = {
    "no data": {},
    "one person": {"survivors": people(1), "follow_ups": told(1, "0", "12", **HOME), "providers": OAK},
    "one round": {"survivors": people(12), "follow_ups": told(12, "0", **HOME)},
    "all answers missing": {"survivors": people(12), "follow_ups": told(12, "0", "12")},
    "everybody lost": {"survivors": people(12), "follow_ups": LOST},
    "one provider": {
        "survivors": people(30),
        "follow_ups": told(30, "0", "12", **HOME),
        "providers": OAK,
    },
    "round 0 missing": {"survivors": people(12), "follow_ups": told(12, "12", **HOME)},
    "an event before return": {
        "survivors": people(12),
        "follow_ups": told(12, "0", "12", **HOME),
        "incidents": [BEFORE_RETURN],
    },
}


def words(app):
    assert [each.message for each in app.exception] == []
    return " ".join(each.value for each in (*app.title, *app.header, *app.markdown, *app.caption))


SAYS = {
    "no data": dict.fromkeys(PAGES, "Nothing has been handed in yet"),
    "one person": {
        "overview": "too few people to compare",
        "voice": "fewer than five people",
        "housing": "Only 1 person answered: read with care.",
        "wellbeing": "too few to say what changed in the same people",
        "completeness": "Too few of those not interviewed answered at return",
        "safety": "Too few of the people it supports are still followed",
    },
    "one round": {"housing": "Answers only at return so far"},
    "all answers missing": {
        "overview": "Secure home: nobody has answered yet",
        "income": "nobody has answered yet",
        "stigma": "nobody has answered yet",
        "support": "Nobody has answered yet.",
        "return": "No file says yet how a return was prepared.",
        "housing": "Secure home: nobody has answered yet",
        "wellbeing": "nobody has answered yet",
        "completeness": "and not interviewed: nothing recorded",
    },
    "everybody lost": {
        "completeness": "Of **12 people** due at month 12 and not interviewed: not reached 12.",
        "housing": "at return",
        "due": "Nobody is waiting",
    },
    "one provider": {
        "completeness": "and not interviewed: nothing recorded",
        "providers": "Providers are never ranked",
        "countries": "One service provider works with people who returned here: **Oak**.",
        "context": "One provider is listed",
        "safety": "It says nothing about how well anybody works.",
    },
    "round 0 missing": {"housing": "Answers only at month 12 so far"},
    "an event before return": {"safety": "**One case** is known"},
}
"""A sentence that a page has for it: true, and of use to whoever reads it. Of every other page: that it has any."""


@pytest.fixture
def pages(visit, demo, hand_in):
    """pages("one person"): each page's words, looked at by a manager one after the other."""

    def open_pages(data, **link):
        if DATA[data]:
            hand_in("MD", **DATA[data])
            link = {"country": "MD", **link}
        app = visit("programme_manager", **link)
        return {name: words(app.switch_page(f"pages/{folder}/{name}.py").run()) for name, folder in PAGES.items()}

    return open_pages


@pytest.mark.parametrize("data", DATA)
def test_every_page_says_what_is_true(pages, data):
    said = pages(data, safety_number="re_trafficked")

    assert [name for name, text in said.items() if not text or "nan" in text.casefold().split()] == []
    assert {name: text for name, text in SAYS[data].items() if text not in said[name]} == {}


def test_filters_that_match_nobody_are_told_as_nobody(pages):
    said = pages("one provider", gender="another")

    assert "nobody has answered yet" in said["housing"]
    assert "nobody has answered yet" in said["overview"]
    assert "Nobody has come due yet." in said["completeness"]
