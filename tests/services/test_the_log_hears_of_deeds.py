"""Hand-ins, decisions, exports and releases stand in the log: as codes, and never with what a cell held."""

import pytest

from monitoring.access.log import Log
from monitoring.domain.people import Actor, Role
from monitoring.services import hand_in, submissions, write_log

OTHER = Actor("Musa", Role.PROGRAMME_MANAGER)


def logged(house):
    return [(each.who, each.what, each.detail) for each in reversed(Log(house.people.file).newest())]


def test_a_hand_in_and_what_is_decided_of_it(house, office, manager, workbook):
    first = hand_in.hand_in(office, house, workbook("first"))
    submissions.undo(office, house, first.id, "typed twice")
    second = hand_in.hand_in(office, house, workbook("second"))
    submissions.send_back(manager, house, second.id, "an old file")
    third = hand_in.hand_in(office, house, workbook("third", people=4))
    submissions.accept(OTHER, house, third.id)

    assert logged(house) == [
        ("Moldova office", "handed_in", "1 MD rows=3"),
        ("Moldova office", "undone", "1 MD"),
        ("Moldova office", "handed_in", "2 MD rows=3"),
        ("Mina", "sent_back", "2 MD"),
        ("Moldova office", "handed_in", "3 MD rows=4"),
        ("Musa", "accepted", "3 MD"),
    ]


def test_exports_and_releases_have_their_words(house, manager):
    write_log.exported(manager, house, "asked", what="rows", purpose="annual report", rows=40, request=3)
    write_log.released(manager, house, "approve", "2026-Q1")

    assert logged(house) == [
        ("Mina", "export_asked", "rows request=3 rows=40 purpose: annual report"),
        ("Mina", "release_approve", "2026-Q1"),
    ]


@pytest.mark.parametrize("value", ["Maria Popescu", "+373 69 123456", "a\nb", "=1+1", "x" * 60, "é"])
def test_what_is_no_code_is_not_written_down(house, manager, value):
    write_log.saw(manager, house, "housing", {"country": ["MD", value]})

    assert logged(house) == [("Mina", "saw", "housing country=MD,?")]
