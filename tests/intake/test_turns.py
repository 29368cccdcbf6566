"""However many people hand in at once, two workbooks are checked at a time; a queue that is too long says so."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, Lock

import pytest
from office_workbooks import TODAY, good, written

from monitoring.domain.verdict import Verdict
from monitoring.intake import check as checks
from monitoring.intake.preflight import Refused
from monitoring.intake.turns import TURNS, Turns

ENOUGH = 60
"""Seconds that nothing here should ever need."""


def test_no_more_than_two_at_a_time_and_the_others_are_told_to_wait():
    turns, lock, inside, most, told = Turns(seconds=ENOUGH), Lock(), [], [], []
    together, everybody_else_waits = Barrier(2), Event()

    def tell(stage):
        with lock:
            told.append(stage)
            if len(told) == 8 - 2:
                everybody_else_waits.set()

    def one(number):
        with turns.take(tell):
            with lock:
                inside.append(number)
                most.append(len(inside))
            together.wait(ENOUGH)
            everybody_else_waits.wait(ENOUGH)
            with lock:
                inside.remove(number)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(one, range(8)))

    assert max(most) == 2
    assert told == ["waiting"] * (8 - 2)


@pytest.fixture
def full():
    """Turns with one place that is taken until the test is over, and room for nobody who waits."""
    turns, go, taken = Turns(at_once=1, waiting=0, seconds=ENOUGH), Event(), Event()

    def hold():
        with turns.take(print):
            taken.set()
            go.wait(ENOUGH)

    with ThreadPoolExecutor(1) as pool:
        holder = pool.submit(hold)
        taken.wait(ENOUGH)
        yield turns
        go.set()
        holder.result(ENOUGH)


def test_a_workbook_that_finds_the_queue_full_is_refused_in_a_sentence(catalogue, full, monkeypatch):
    monkeypatch.setattr(checks, "TURNS", full)
    refused = checks.check_workbook(catalogue, written(good(catalogue)), "office.xlsx", today=TODAY)

    assert (refused.verdict, [each.code for each in refused.problems]) == (Verdict.REFUSED, ["too_busy"])


def test_whoever_waits_too_long_is_told_so(full):
    full._most_waiting, full._seconds = 1, 0.01

    with pytest.raises(Refused, match="too_busy"), full.take(lambda stage: None):
        pytest.fail("the only place is taken")


def test_eight_hand_ins_at_once_are_all_checked(catalogue):
    content = written(good(catalogue))

    def one(_):
        return checks.check_workbook(catalogue, content, "office.xlsx", today=TODAY).verdict

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(one, range(8))) == [Verdict.READY] * 8


def test_a_place_is_given_back_whatever_happens(catalogue):
    for _ in range(3):
        refused = checks.check_workbook(catalogue, b"", "office.xlsx", today=TODAY)
        assert [each.code for each in refused.problems] == ["not_a_workbook"]

    with TURNS.take(pytest.fail), TURNS.take(pytest.fail):
        pass
