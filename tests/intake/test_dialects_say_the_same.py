"""However a hand-in was exported, its rows are the same, and so are the figures: any combination of all switches."""

from collections import Counter
from dataclasses import replace

import pytest
from dialect_samples import DIALECTS, Dialect, as_csv, grids, six_people, written_in
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from office_workbooks import checked, told

from monitoring.domain.figures import FigureRequest
from monitoring.domain.verdict import Verdict
from monitoring.services import hand_in, workbook_check
from monitoring.services.read_figures import read_figures
from monitoring.settings import ROOT

SEPARATORS = ("/", "-", ":", ".", "|", " > ", "__")


@st.composite
def dialects(draw):
    """Every switch by itself, but for what no program writes: a plain sheet has no repeats and no versions."""
    program = draw(st.sampled_from(("kobo", "odk", "none")))
    dialect = Dialect(
        program=program,
        headings=draw(st.sampled_from(("names", "labels"))),
        answers=draw(st.sampled_from(("names", "labels"))),
        language=draw(st.sampled_from(("en", "fr"))),
        groups=draw(st.sampled_from(("none", "names", "labels", "own"))),
        separator=draw(st.sampled_from(SEPARATORS)),
        several=draw(st.sampled_from(("together", "ticked", "both"))),
        joined=draw(st.sampled_from((" ", ", ", "; "))),
        ticks=draw(st.sampled_from((("1", "0"), ("True", "False"), ("Oui", "Non")))),
        typed=draw(st.booleans()),
        versions=draw(st.booleans()),
        repeats=draw(st.booleans()),
        sent_again=draw(st.integers(0, 2)) if program == "kobo" else 0,
        titles=draw(st.integers(0, 3)),
        left=draw(st.integers(0, 2)),
        second_headings=draw(st.booleans()),
        tags=draw(st.booleans()),
        backwards=draw(st.booleans()),
        titled=draw(st.sampled_from(("names", "labels", "other"))),
    )
    if program != "none":
        return dialect
    own_groups = {"separator": "/"} if dialect.groups == "own" or dialect.versions else {}
    return replace(dialect, repeats=False, versions=False, **own_groups)


@pytest.fixture(scope="module")
def sheets(catalogue):
    return six_people(catalogue)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("dialects")


@pytest.fixture(scope="module")
def expected(catalogue, sheets, folder):
    workbook = checked(catalogue, written_in(catalogue, sheets, Dialect(program="none"), folder))
    assert (workbook.verdict, told(workbook)) == (Verdict.READY, [])
    return {name: table.drop("sheet_row") for name, table in workbook.tables.items()}


def rows_of(workbook):
    return {name: table.drop("sheet_row") for name, table in workbook.tables.items()}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate])
@given(dialect=dialects())
def test_every_combination_of_switches_gives_the_same_rows(catalogue, sheets, folder, expected, dialect):
    workbook = checked(catalogue, written_in(catalogue, sheets, dialect, folder))

    assert {code for code, _, _ in told(workbook)} <= {"sent_again"}
    assert workbook.verdict is Verdict.READY
    assert {name for name, table in expected.items() if not table.equals(rows_of(workbook)[name])} == set()


@pytest.mark.parametrize(
    ("separator", "encoding"), [(",", "utf-8"), (";", "cp1252"), ("\t", "utf-16"), ("|", "utf-8-sig")]
)
@pytest.mark.parametrize("dialect", ["plain_with_titles", "labels_fr", "versions", "odk"])
def test_a_table_of_text_gives_the_same_rows(catalogue, sheets, expected, dialect, separator, encoding):
    switches = replace(DIALECTS[dialect], typed=False)
    grid = grids(catalogue, sheets, switches)[switches.sheet_name(catalogue.forms["follow_ups"])]
    content = as_csv(grid, separator=separator, encoding=encoding)
    workbook = checked(catalogue, content, file="export.csv", country="MD")

    assert not [problem for problem in workbook.problems if problem.level == "error"]
    assert rows_of(workbook)["follow_ups"].equals(expected["follow_ups"])


def test_the_figures_are_the_same(house, manager):
    """Tunisia in our template, then in three dialects, each handed in over the one before."""
    asked = FigureRequest(tuple(house.catalogue.indicators), ("country",), {"country": ("TN",)})
    found = {}
    for file in ("good/tunisia", "kobo/tunisia_labels_fr", "kobo/tunisia_repeats", "kobo/tunisia_versions"):
        workbook = workbook_check.check(
            manager, house, (ROOT / f"sample_data/{file}.xlsx").read_bytes(), f"{file}.xlsx"
        )
        changes = hand_in.hand_in(manager, house, workbook).changes
        found[file] = (read_figures(manager, house, asked), changes.changed + changes.missing)
    first, *others = found.values()

    assert len(first[0]) >= len(house.catalogue.indicators)
    assert [changed for _, changed in found.values()] == [0, 0, 0, 0]
    assert [figures == first[0] for figures, _ in others] == [True, True, True]


def test_what_was_sent_again_is_told_row_by_row(catalogue, sheets, folder):
    workbook = checked(catalogue, written_in(catalogue, sheets, Dialect(sent_again=1), folder))
    twice = Counter(problem.sheet for problem in workbook.problems)

    assert twice == Counter(name for name, rows in sheets.items() if rows)
    assert {problem.row for problem in workbook.problems} == {2}
