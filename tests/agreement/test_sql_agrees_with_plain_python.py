"""Two computations of every indicator, by two people's hands as it were: the SQL of the store, and plain Python.

Both read the declarations and nothing of each other. `make agreement` does the same with many more people.
"""

from datetime import date

import pytest
from comparison import GROUPED, Asked, compared, compared_in
from generated import generated
from smallest import smallest, told

from monitoring.domain.submission import Status
from monitoring.store.store import HandIn

COUNTRIES, FEWER = 240, 25
NARROWED = (
    {"gender": ("woman_or_girl", "another")},
    {"exploitation": ("ForcedLabour", "SexualExploitation")},
    {"round": ("6", "12")},
    {"provider": ("P-2",), "age_band": ("18-29", "48+")},
    {"quarter_from": ("2025-Q2",), "quarter_to": ("2026-Q1",)},
)


@pytest.fixture(scope="module")
def cases(catalogue):
    return generated(catalogue, COUNTRIES)


def agree(catalogue, cases, asked):
    found = compared(catalogue, cases, asked)
    assert not found.differences, told(*(smallest(catalogue, cases, found) or (cases[0], found)))
    return found


def test_every_figure_of_every_indicator_is_the_same(catalogue, cases):
    found = agree(catalogue, cases[:FEWER], GROUPED)
    print(f"\n{found}")

    assert found.indicators == set(catalogue.indicators)


def test_every_indicator_is_put_to_the_test(catalogue, cases):
    """A figure that is always nobody, or everybody, would agree with nearly any mistake."""
    found = agree(catalogue, cases, [Asked(), Asked(("pooled_round",))])
    print(f"\n{found}")

    twice = {id_ for id_ in catalogue.indicators if "_since_return_" in id_}  # one person, two rounds: seldom invented
    untold = set(catalogue.indicators) - found.telling - twice
    assert len(untold) <= len(catalogue.indicators) // 50, untold  # what is invented depends on what else was imported
    assert len(twice & found.telling) > len(twice) / 2


@pytest.mark.parametrize("day", [date(2026, 1, 20), date(2026, 3, 1)])
def test_figures_as_reported_on_an_earlier_day_are_the_same(catalogue, cases, day):
    agree(catalogue, cases[:FEWER], [Asked(("country",), as_of=day)])


@pytest.mark.parametrize("where", NARROWED, ids="+".join)
def test_narrowed_figures_are_the_same(catalogue, cases, where):
    by = ("quarter",) if "quarter_from" in where else ("country",)
    agree(catalogue, cases[:FEWER], [Asked(by, where)])


def test_figures_are_the_same_where_hand_ins_come_one_after_another(catalogue, cases, house, typed):
    """The others are written all at once; here each hand-in and each decision goes through the store in its turn."""
    case = max(cases[:FEWER], key=lambda each: (len(each.hand_ins), len(each.rows["follow_ups"]))).placed(0)
    written = {}
    for at, each, is_decision in sorted(_deeds(case.hand_ins), key=lambda deed: deed[0]):
        if is_decision:
            house.store.decide(written[each.id], each.status, by="manager", at=at, reason=None)
            continue
        tables = {
            form: typed(form, [row for row in rows if row["submission_id"] == each.id])
            for form, rows in case.rows.items()
        }
        cells = {form: table.select("sheet_row") for form, table in tables.items()}
        written[each.id] = house.store.hand_in(
            HandIn(each.country, "workbook.xlsx", "f" * 64, "office", at, 0, tables, cells)
        )

    found = compared_in(house, case, GROUPED[1:4])

    assert found.differences == []
    assert found.indicators == set(catalogue.indicators)


def _deeds(hand_ins):
    """(when, hand-in, whether it is the decision on it)."""
    for each in hand_ins:
        yield each.handed_in_at, each, False
        if each.status is not Status.COUNTS:
            yield each.decided_at, each, True
