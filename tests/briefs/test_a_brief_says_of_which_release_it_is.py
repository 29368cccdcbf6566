"""A brief carries its release and its day, and there is none of one that was withdrawn, waits or was overtaken."""

from dataclasses import replace

import pytest

from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.domain.release import ReleaseStatus
from monitoring.services import briefs
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


def test_of_a_release_that_was_withdrawn_there_is_none(released, another, manager):
    withdrawn = another(ReleaseStatus.REFUSED)

    assert refusal(manager, released, withdrawn.id) == ("brief_refused", {"id": 2, "newest": 1})
    assert refusal(FUNDER, released, withdrawn.id)[0] == "no_such_release"
    assert briefs.brief(FUNDER, released, "summary", None, "en", release=1).file == "summary_all_en_1"


def test_of_one_that_waits_there_is_none(released, another, manager):
    assert refusal(manager, released, another(ReleaseStatus.BUILT).id) == ("brief_built", {"id": 2, "newest": 1})


def test_of_one_that_was_overtaken_there_is_none(released, another):
    another(ReleaseStatus.APPROVED)

    assert refusal(FUNDER, released, 1) == ("brief_overtaken", {"id": 1, "newest": 2})


@pytest.mark.parametrize("status", [ReleaseStatus.BUILT, ReleaseStatus.REFUSED])
def test_without_any_approved_release_it_says_what_to_do(released, manager, status):
    (only,) = released.releases.all()
    released.releases.decide(replace(only, status=status))

    assert refusal(manager, released, None)[0] == "no_release_yet"
    assert refusal(manager, released, only.id)[0] == f"brief_alone_{status}"
