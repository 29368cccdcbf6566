"""Sentences of the page of services and community: counts, directions, and where too little is known to say."""

from dataclasses import replace

import pytest
from invented_points import known, missing

from monitoring.services.community import Community
from monitoring.services.service_directory import Listed
from monitoring.ui.charts.mirror import Pair, mirror_chart
from monitoring.ui.findings.directory import of_directory
from monitoring.ui.findings.levels import of_community, of_sessions, of_survivors
from monitoring.ui.findings.ratings import Rated, of_ratings
from monitoring.ui.numbers import THIN
from monitoring.ui.palette import LIGHT
from monitoring.ui.points import Point, Scale, State

OAK = Listed("P-1", "Oak", None, (), "free", None, (), (), None, None, is_old=False)
OLD = replace(OAK, cost="costed", is_old=True)
UNSAID = replace(OAK, cost=None)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        ([], "The office has not listed any provider yet. It does so on the sheet *Providers* of its workbook."),
        ([OAK], "One provider is listed; it helps free of charge."),
        ([UNSAID], "One provider is listed; whether its help costs anything is not known."),
        (
            [OLD],
            (
                "One provider is listed; not all of its help is free of charge. "
                "None was checked within the last 180 days: ask before you send anybody."
            ),
        ),
        (
            [OAK, OLD, UNSAID],
            (
                "3 providers are listed, of which 1 help free of charge. Of 1 it is not known what they cost. "
                "One was not checked within the last 180 days."
            ),
        ),
    ],
)
def test_a_directory_is_summed_up(found, sentence):
    assert of_directory(found) == sentence


def side(label, around, survivors):
    return Rated(label, known("a", around, 7), known("s", survivors))


def test_ratings_tell_the_direction_and_never_the_distance():
    said = of_ratings([side("Housing", 60, 40), side("Work", 30, 50), side("Welcome", 50, 52)])

    assert said == (
        "People around see housing better and work worse than survivors' own answers would make it. In 1 more, both "
        "lie in the same range. They were asked different questions: look at the direction, not the distance."
    )


def test_ratings_that_meet_or_have_nothing_beside_them_say_so():
    assert of_ratings([side("Housing", 50, 52)]).startswith("In all 1 that can be compared, both lie in the same range")
    alone = Rated("Housing", known("a", 50, 7), missing("s"))
    assert of_ratings([alone]) == ("Sessions have rated this country; of survivors nothing can be shown beside it yet.")


def pair(name, helps, hinders, n=61):
    return Pair(name, known("h", helps, n), known("x", hinders, n))


def test_the_level_named_most_is_named_where_it_stands_out():
    said = of_survivors([pair("Individual", 20, 30), pair("Community", 64, 32), pair("Structural", 30, 58)])

    assert said == (
        f"Of 61 people who answered, what helped was named most at the level *community* (64{THIN}%); what made "
        f"things hardest was named most at the level *structural* (58{THIN}%)."
    )


def test_levels_that_cannot_be_told_apart_are_said_so():
    near = of_community([pair("Individual", 60, 0, 7), pair("Community", 64, 0, 7), pair("Structural", 5, 0, 7)], 7)
    alike = of_community([pair("Individual", 60, 0, 7), pair("Community", 62, 0, 7)], 7)

    assert near == (
        f"Of 7 sessions, what helps was named most at the level *community* (64{THIN}%), not clearly more often than "
        "at *individual*; what makes things harder was named at no level."
    )
    assert f"what helps was named at no level clearly more often than at another (up to 62{THIN}%)" in alike


def test_sessions_are_counted_by_tool():
    held = Community({"key_informant": 4, "advisory_group": 3}, 2, 7, (), {})
    names = {"key_informant": "Key informant interview", "advisory_group": "Community advisory group"}

    assert of_sessions(held, names) == (
        "Held: key informant interview 4 and community advisory group 3; led by survivors: 2."
    )
    assert of_sessions(replace(held, sessions={}), names) == (
        "No session with people around survivors has been handed in yet."
    )


def test_the_mirror_draws_both_sides_on_one_scale_and_missing_as_missing():
    drawing = mirror_chart(
        [pair("Individual", 20, 30), Pair("Community", missing("h"), Point("x", State.WITHHELD))],
        Scale("percent", "answered"),
        LIGHT,
    )
    bars = [trace for trace in drawing["data"] if trace["type"] == "bar"]
    words = [each["text"] for each in drawing["layout"]["annotations"]]

    assert [trace["x"] for trace in bars] == [[20], [-30], [-100]]
    assert drawing["layout"]["xaxis"]["ticktext"] == ["100", "50", "0", "50", f"100{THIN}%"]
    assert {"[x]", "[c]", f"<b>20{THIN}%</b>"} <= set(words)
    assert bars[1]["marker"]["pattern"]["shape"] == "/"


def test_a_withheld_side_carries_no_number():
    drawing = mirror_chart([Pair("A", Point("h", State.WITHHELD), Point("x", State.WITHHELD))], Scale("percent"), LIGHT)

    assert [trace["x"] for trace in drawing["data"]] == [[100], [-100]]
    assert not any("%" in str(each.get("text", "")) for each in drawing["data"])
