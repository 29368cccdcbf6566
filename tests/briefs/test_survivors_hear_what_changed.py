"""The page back to survivors says what changed because of what they said, in words of managers that name nobody."""

import pytest

from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.services import briefs, told_back
from monitoring.services.typed_sentences import NotSaid

FUNDER = Actor("Frida", Role.FUNDER)
SAID = ("Shelters are open at night now.", "You may choose who asks you.")


def changed(house, country=None, language="en"):
    brief = briefs.brief(FUNDER, house, "survivors", country, language)
    return dict(brief.sections)[{"en": "What changed because of what people said"}[language]]


def test_what_managers_write_stands_on_the_page(released, manager):
    before = changed(released)
    told_back.tell(manager, released, None, "en", SAID)

    assert before == (
        "Nothing has been written down here yet. Ask the person who helps you what became of your answers.",
    )
    assert changed(released) == SAID


def test_a_country_has_words_of_its_own_or_those_of_all(released, manager):
    told_back.tell(manager, released, None, "en", SAID)
    told_back.tell(manager, released, "MD", "en", ("A doctor comes on Mondays.",))

    assert changed(released, "MD") == ("A doctor comes on Mondays.",)
    assert changed(released, "NG") == SAID


def test_newer_words_take_the_place_of_older_ones(released, manager):
    told_back.tell(manager, released, None, "en", SAID)
    told_back.tell(manager, released, None, "en", ("Only this.", "", ""))

    assert changed(released) == ("Only this.",)


def test_a_sentence_that_names_somebody_is_not_kept(released, manager):
    with pytest.raises(NotSaid):
        told_back.tell(manager, released, None, "en", ("Call +373 22 123 456 about it",))
    assert told_back.own(manager, released, None, "en") == ()


@pytest.mark.parametrize("role", [Role.FUNDER, Role.ANALYST, Role.COUNTRY_OFFICE])
def test_only_managers_write_them(released, role):
    with pytest.raises(NotAllowed):
        told_back.tell(Actor("Somebody", role, frozenset({"MD"})), released, "MD", "en", SAID)


def test_a_manager_of_one_country_writes_for_no_other(released):
    own = Actor("M", Role.PROGRAMME_MANAGER, frozenset({"MD"}))

    for country in ("NG", None):
        with pytest.raises(NotAllowed):
            told_back.tell(own, released, country, "en", SAID)


def test_it_can_be_read_out_in_three_minutes(released, manager):
    told_back.tell(manager, released, None, "en", SAID)
    brief = briefs.brief(FUNDER, released, "survivors", None, "en")
    words = " ".join(
        [brief.title, *brief.lead, brief.tenths_title, *(each for _, each in brief.tenths)]
        + [part for title, sentences in brief.sections for part in (title, *sentences)]
    ).split()

    assert len(words) <= 3 * 130
