"""A brief carries its release and its day, and there is none of a release that was withdrawn, waits or was overtaken."""

import pytest

from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.services import briefs, releases
from monitoring.words import LANGUAGES, has

FUNDER = Actor("Frida", Role.FUNDER)


def refusal(actor, house, release):
    with pytest.raises(Refusal) as refused:
        briefs.brief(actor, house, "summary", None, "en", release=release)
    assert all(has(f"refusals.{refused.value.reason}", language) for language in LANGUAGES)
    return refused.value.reason, dict(refused.value.facts)


@pytest.mark.parametrize("kind", briefs.KINDS)
def test_its_foot_says_release_and_day(released, kind):
    assert briefs.brief(FUNDER, released, kind, None, "en").basis == (
        ("Release", "1"),
        ("Approved", "1 June 2026"),
        ("Data up to", "31 March 2026"),
        ("Shown", "All countries"),
        ("Definitions", released.catalogue.fingerprint[:8]),
    )


def test_of_a_release_that_was_withdrawn_there_is_none(released, accepted, manager):
    accepted("TN", 60)
    withdrawn = releases.refuse(manager, released, releases.build(manager, released).id)

    assert refusal(manager, released, withdrawn.id) == ("brief_refused", {"id": 2, "newest": 1})
    assert refusal(FUNDER, released, withdrawn.id)[0] == "no_such_release"
    assert briefs.brief(FUNDER, released, "summary", None, "en", release=1).file == "summary_all_en_1"


def test_of_one_that_waits_and_of_one_that_was_overtaken_there_is_none(released, accepted, manager, second):
    accepted("TN", 60)
    built = releases.build(manager, released)

    assert refusal(manager, released, built.id) == ("brief_built", {"id": 2, "newest": 1})
    releases.approve(second, released, built.id)
    assert refusal(FUNDER, released, 1) == ("brief_overtaken", {"id": 1, "newest": 2})


def test_without_any_approved_release_it_says_what_to_do(house, accepted, manager):
    accepted("MD", 240)
    built = releases.build(manager, house)

    assert refusal(manager, house, None)[0] == "no_release_yet"
    assert refusal(manager, house, built.id)[0] == "brief_alone_built"
    releases.refuse(manager, house, built.id)
    assert refusal(manager, house, built.id)[0] == "brief_alone_refused"
