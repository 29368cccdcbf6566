"""The summary and the briefs on screen: what a funder sees of a release, and what a manager may add."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from monitoring.domain.people import Actor, Role
from monitoring.domain.submission import Status, Submission
from monitoring.domain.target import Target
from monitoring.services import releases, targets, told_back
from monitoring.services.house import House
from monitoring.ui import session

FEW = (
    *("people_returned", "people_supported", "agreed_to_contact", "interviewed", "reached", "respect", "risk_assessed"),
    *("housing_secure", "income_covers_needs", "stigma_low", "wellbeing_low", "feels_safe", "informed_choice"),
)
MINA, NOOR = (Actor(name, Role.PROGRAMME_MANAGER) for name in ("Mina", "Noor"))


@pytest.fixture
def shared(house: House, hand_in: Callable[..., Submission]) -> Iterator[House]:
    """A released programme of one country, served as the demo serves its own."""
    few = {id_: house.catalogue.indicators[id_] for id_ in FEW}
    whole, house = house, replace(house, catalogue=replace(house.catalogue, indicators=few))
    codes = [f"MD-{at:04}" for at in range(120)]
    met = [
        {
            "survivor_id": code,
            "round": "12",
            "contact_date": date(2025, 1, 2),
            "status": "interviewed",
            "housing_type": "own" if at % 3 else "shelter",
            "may_stay_six_months": True,
        }
        for at, code in enumerate(codes)
    ]
    survivors = [{"survivor_id": code, "informed_choice": at % 2 == 0} for at, code in enumerate(codes)]
    submission = hand_in("MD", survivors=survivors, follow_ups=met)
    house.store.decide(submission, Status.ACCEPTED, by="Noor", at=datetime(2026, 6, 1, 10), reason=None)
    releases.approve(NOOR, house, releases.build(MINA, house).id)
    targets.set_target(MINA, house, Target("housing_secure", None, 0.3, 0.8, date(2027, 3, 31)))
    served = replace(whole, settings=replace(house.settings, demo=True))
    session.serve(served)
    yield served
    session._served.clear()


def said(app: AppTest) -> str:
    texts = [*app.markdown, *app.header, *app.title, *app.caption]
    return " ".join(str(each.value) for each in texts)


def test_a_funder_reads_the_whole_summary(shared, visit):
    app = visit("funder", "pages/share/summary.py")
    headers = [each.value for each in app.header]

    assert not app.exception
    assert headers == [
        "A year after return, and at return",
        "Against the targets",
        "Different people, 2025\\-26 \\(April to March\\)",
        "By country, a year after return",
        "The return itself",
        "Respect and a say, a year after return",
        "Life, as people compare it with last time",
        "About these figures",
        "What is withheld, and why",
        "What changed since the last release",
    ]
    assert "This is the first release" in said(app)


def test_a_funder_sets_no_target_and_writes_nothing_to_survivors(shared, visit):
    for page in ("summary", "briefs"):
        assert [each.label for each in visit("funder", f"pages/share/{page}.py").expander] == []


def test_a_manager_tells_survivors_what_changed(shared, visit):
    app = visit("programme_manager", "pages/share/briefs.py")
    next(each for each in app.text_input if each.label == "Sentence 1").set_value("Shelters are open at night now.")
    next(each for each in app.button if each.label == "Put these on the page").click().run()

    assert not app.exception
    assert told_back.own(MINA, shared, None, "en") == ("Shelters are open at night now.",)
    assert "Shelters are open at night now" in said(visit("funder", "pages/share/briefs.py"))
