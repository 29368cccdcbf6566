"""What a funder asks first is answered from the release: how many, who, how far, how well, since when."""

from dataclasses import replace
from datetime import date

import pytest

from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.domain.release import ReleaseStatus
from monitoring.domain.target import Target
from monitoring.services import briefs, release_news, summary, targets
from monitoring.services.brief_basis import release_of
from monitoring.services.brief_figures import Asked

FUNDER = Actor("Frida", Role.FUNDER)
EVERYWHERE = Asked(None, "en")


def test_how_many_different_people_in_a_financial_year_and_who(released):
    told = summary.people(FUNDER, released, EVERYWHERE, "2025-26")

    assert told.title == "Different people, 2025-26 (April to March)"
    assert told.head == ("", "Returned", "Supported")
    assert {row[0]: row[1] for row in told.rows} == {
        "Everybody": "240",
        "Woman or girl": "120",
        "Man or boy / Another gender / Not recorded": "120",
        "18 to 29 years": "120",
        "30 to 47 years": "120",
        "with a disability": "80",
        "without a disability": "160",
    }


def test_the_years_of_the_release_are_offered_the_newest_first(released):
    assert list(summary.years(FUNDER, released, "en").values()) == ["2025-26", "2024-25"]


def test_years_of_one_country_are_in_no_release(released):
    assert summary.people(FUNDER, released, Asked("MD", "en")) is None


def test_the_way_from_return_to_interview(released):
    told = {each.label: each.text for each in summary.flow(FUNDER, released, EVERYWHERE)}

    assert list(told) == ["returned", "agreed to contact", "due", "reached", "interviewed"]
    assert (told["returned"], told["agreed to contact"], told["due"]) == ("480", "[x]", "240")
    assert {told["reached"], told["interviewed"]} <= {
        "160",
        "[c]",
    }  # of two counts of the same people one may be withheld


def test_what_is_withheld_is_counted_and_why_is_said(released):
    release = release_of(FUNDER, released)
    first, *others = release_news.withheld(release, "en")

    assert f"{release.audit.withheld} are withheld" in first
    assert any("fewer than 11 people" in each for each in others)


def test_the_first_release_has_nothing_before_it(released):
    assert release_news.changed(FUNDER, released, release_of(FUNDER, released), EVERYWHERE) == (
        "This is the first release.",
    )


def test_what_changed_since_the_last_release(released, another):
    def more(cell):
        if cell.place != ("people_returned", (), None):
            return cell
        return replace(cell, published=replace(cell.published, numerator=500, value=500.0), revised=True)

    newer = another(ReleaseStatus.APPROVED, more)

    assert release_news.changed(FUNDER, released, newer, EVERYWHERE) == (
        "Since the last release 1 figures say something else, and 0 are new.",
        "People who returned: 480 before, 500 now.",
    )


def test_targets_stand_beside_what_is_released(released, manager):
    due = date(2027, 3, 31)
    targets.set_target(manager, released, Target("housing_secure", None, 0.3, 0.8, due, 0.6))
    brief = briefs.brief(FUNDER, released, "summary", None, "en")
    ((label, baseline, milestone, target, until, now, state),) = brief.targets.rows

    assert (label, baseline, milestone, target, until) == (
        "Secure home",
        "30\u202f%",
        "60\u202f%",
        "80\u202f%",
        "31 March 2027",
    )
    assert now.startswith("79\u202f% of 240 (")
    assert state == "higher than the baseline"
    assert [each.target for each in brief.outcomes if each.label == "Secure home"] == [80]


def test_a_manager_of_one_country_sets_no_target_of_the_programme(released):
    own = Actor("M", Role.PROGRAMME_MANAGER, frozenset({"MD"}))

    with pytest.raises(NotAllowed):
        targets.set_target(own, released, Target("housing_secure", None, 0.3, 0.8, date(2027, 1, 1)))
