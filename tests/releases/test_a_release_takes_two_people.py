"""A release is built by one manager and approved by another; what cannot be is refused with what would work instead."""

from dataclasses import replace

import pytest

from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.domain.release import ReleaseStatus, Shown
from monitoring.domain.submission import Status
from monitoring.services import release_report, releases
from monitoring.words import LANGUAGES, has


def refused(deed):
    with pytest.raises(Refusal) as refusal:
        deed()
    assert all(has(f"refusals.{refusal.value.reason}", language) for language in LANGUAGES[:1])
    return refusal.value.reason


def test_one_builds_another_approves(programme, built, manager, second):
    approved = releases.approve(second, programme, built.id)

    assert (built.id, built.status, built.built_by) == (1, ReleaseStatus.BUILT, "Mina")
    assert approved == replace(built, status=ReleaseStatus.APPROVED, decided_by="Noor", decided_at=approved.decided_at)
    assert releases.listed(manager, programme) == (approved,)


def test_whoever_built_it_cannot_approve_it_but_may_take_it_back(programme, built, manager):

    assert refused(lambda: releases.approve(manager, programme, built.id)) == "release_own"
    assert releases.refuse(manager, programme, built.id).status is ReleaseStatus.REFUSED


def test_a_decision_is_taken_once(programme, built, manager, second):
    releases.approve(second, programme, built.id)

    assert refused(lambda: releases.refuse(second, programme, built.id)) == "release_approved"


def test_a_funder_is_not_told_of_what_nobody_approved(programme, built, manager, second, funder):
    before = releases.listed(funder, programme)
    releases.approve(second, programme, built.id)

    assert (before, [each.id for each in releases.listed(funder, programme)]) == ((), [1])


def test_a_hand_in_that_nobody_accepted_stops_it(programme, hand_in, manager):
    hand_in("TN", survivors=[{"survivor_id": "TN-0001"}])

    assert refused(lambda: releases.build(manager, programme)) == "release_waits"


def test_without_any_accepted_hand_in_there_is_nothing_to_release(house, manager):
    assert refused(lambda: releases.build(manager, house)) == "release_of_nothing"


def test_too_few_people_in_all_are_no_release(house, accepted, manager):
    accepted("MD", 40, secure=20)

    assert refused(lambda: releases.build(manager, house)) == "release_too_little"


def test_the_same_is_not_frozen_twice(programme, built, manager):
    assert refused(lambda: releases.build(manager, programme)) == "release_same"


def test_a_hand_in_after_it_was_built_has_to_be_in_it(programme, built, accepted, hand_in, manager, second):
    later = hand_in("TN", survivors=[{"survivor_id": "TN-0001"}])

    waits = refused(lambda: releases.approve(second, programme, built.id))
    programme.store.decide(later, Status.ACCEPTED, by="Noor", at=later.handed_in_at, reason=None)

    assert (waits, refused(lambda: releases.approve(second, programme, built.id))) == (
        "release_waits",
        "release_is_old",
    )


def test_a_manager_of_one_country_cannot_answer_for_all(programme):
    of_moldova = Actor("Mihaela", Role.PROGRAMME_MANAGER, frozenset({"MD"}))

    assert refused(lambda: releases.build(of_moldova, programme)) == "not_your_country"


def test_nothing_is_written_by_looking(programme, manager):
    made = releases.preview(manager, programme)

    assert (len(made.cells) > 0, releases.listed(manager, programme)) == (True, ())


def test_what_was_looked_at_is_what_is_frozen(programme, manager):
    made = releases.preview(manager, programme)

    built = releases.build(manager, programme, made)

    assert (built.contents, releases.cells(manager, programme, built.id)) == (made.contents, made.cells)


def test_small_groups_are_withheld_with_every_number(programme, built, manager):
    found = {
        dict(each.group)["country"]: each.published
        for each in releases.cells(manager, programme, built.id)
        if each.indicator == "housing_secure" and each.table == "country_round"
    }

    assert [found[code].shown for code in ("AL", "MD", "NG")] == [Shown.WITHHELD, Shown.NUMBER, Shown.NUMBER]
    assert (found["AL"].value, found["AL"].denominator) == (None, None)
    assert (found["MD"].numerator, found["MD"].denominator) == (30, 60)


def test_the_check_report_says_what_was_done_in_plain_words(programme, built, manager):

    report = "\n".join(release_report.of_release(manager, programme, built.id))

    assert f"{built.audit.cells} cells" in report
    assert "fewer than 11 people" in report
    assert "is the one that was frozen" in report


def test_warnings_that_no_office_explained_are_counted_in_the_report(programme, accepted, manager):
    none = release_report.of_draft(manager, programme, releases.preview(manager, programme))
    accepted("MD", 5, secure=2, from_=700, warnings=3)

    some = release_report.of_draft(manager, programme, releases.preview(manager, programme))

    assert "every warning in those of this release has been explained" in none[-1]
    assert "3 cells have a warning that no office has explained" in some[-1]


def test_what_changed_since_the_last_release_carries_a_note(released, accepted, manager):
    programme = released
    accepted("MD", 20, secure=15, from_=500)
    built = releases.build(manager, programme)

    changed = releases.differences(manager, programme, built.id)

    of_moldova = [each for each in changed if each.now and each.now.place[:2] == _moldova_a_year_on()]
    assert [(e.before.published.denominator, e.now.published.denominator, e.now.revised) for e in of_moldova] == [
        (60, 80, True)
    ]
    assert built.revised == sum(each.now.revised for each in changed if each.now)


def _moldova_a_year_on():
    return "housing_secure", (("country", "MD"), ("round", "12"))
