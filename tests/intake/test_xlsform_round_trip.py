"""What is collected with our forms on a telephone comes back through intake with no mapping at all."""

import re

import polars as pl
import pytest
from collected_rows import exported, recoded, texts_of, typed_in
from filled_form import XForm
from office_workbooks import checked
from polars.testing import assert_frame_equal

from monitoring.derive.xlsform import Wishes, survey_of
from monitoring.derive.xlsform_conversion import converted
from monitoring.derive.xlsform_names import HELPER
from monitoring.derive.xlsform_workbook import xlsform_workbook
from monitoring.domain.verdict import Verdict
from monitoring.settings import ROOT

FORMS = sorted(path.stem for path in (ROOT / "indicators/forms").glob("*.toml"))


@pytest.fixture(scope="module")
def handed_in(catalogue):
    """An office's rows as its template gave them, by form; codes carry a check character."""
    workbook = checked(catalogue, (ROOT / "sample_data/good/moldova.xlsx").read_bytes())
    assert workbook.verdict is Verdict.READY
    return recoded(workbook.tables)


@pytest.fixture(scope="module")
def ages(handed_in):
    return dict(handed_in["survivors"].select("survivor_id", "age_band").iter_rows())


@pytest.fixture(scope="module")
def collected(catalogue, handed_in, ages):
    """Each form as converted, and every row of the office typed into it."""
    forms = {}
    for name, form in catalogue.forms.items():
        workbook = xlsform_workbook(catalogue, form, survey_of(catalogue, form, Wishes()), "en")
        xform = XForm(converted(workbook).xform)
        rows = [texts_of(row, form) for row in handed_in[name].iter_rows(named=True)]
        forms[name] = (xform, [xform.filled(typed_in(row, form, ages.get(row.get("survivor_id")))) for row in rows])
    return forms


@pytest.fixture(scope="module")
def expected(catalogue, handed_in, collected):
    """The rows handed in. Where a talk stopped in the midst of a group whose gate was shut, the form says more.

    It says that the sensitive question further down was not asked, where the office left it blank.
    """
    sensitive = [each.name for each in catalogue.forms["follow_ups"].questions if each.sensitive]
    table = handed_in["follow_ups"]
    reasons = []
    for row, filled in zip(table.iter_rows(named=True), collected["follow_ups"][1], strict=True):
        told = (row["missing_answers"] or "").split()
        open_ones = [
            name for name in sensitive if row[name] is None and not any(each.startswith(f"{name}=") for each in told)
        ]
        more = [
            f"{name}=not_asked"
            for name in open_ones
            if row["stopped_early"] and filled.answers.get(name) == "not_asked"
        ]
        reasons.append(" ".join([*told, *more]) or None)
    return {**handed_in, "follow_ups": table.with_columns(missing_answers=pl.Series(reasons, dtype=pl.String))}


def in_order(table):
    """Without the place in the sheet, and with the reasons in one order: the form asks in another one."""
    reasons = [" ".join(sorted(text.split())) if text else None for text in table["missing_answers"]]
    return table.drop("sheet_row").with_columns(missing_answers=pl.Series(reasons, dtype=pl.String))


@pytest.mark.parametrize("form", FORMS)
def test_an_offices_rows_can_be_typed_in_as_they_are(collected, handed_in, form):
    filled = collected[form][1]

    assert len(filled) == handed_in[form].height > 0
    assert [(each.out_of_reach, each.refused, each.still_needed) for each in filled] == [([], [], [])] * len(filled)


@pytest.mark.parametrize(
    "as_exported",
    [
        pytest.param({}, id="Kobo, answers together"),
        pytest.param({"ticked": True}, id="Kobo, answers together and one by one"),
        pytest.param({"ticked": True, "together": False}, id="Kobo, answers one by one"),
        pytest.param({"heading": lambda path: path.rsplit("/", 1)[-1]}, id="Kobo, without groups"),
        pytest.param({"labels": "en"}, id="Kobo, labels with labels of groups"),
        pytest.param({"labels": "fr", "ticked": True, "together": False}, id="Kobo, labels in French, one by one"),
        pytest.param(
            {"labels": "en", "heading": lambda path: path.replace("/", " | ")}, id="Kobo, labels, a sign of its own"
        ),
        pytest.param({"heading": lambda path: re.sub(r"^(\w+)/(?=\w)", r"\1-", path)}, id="ODK Central"),
    ],
)
def test_the_export_is_ready_and_gives_the_rows_that_the_template_gave(catalogue, collected, expected, as_exported):
    workbook = checked(catalogue, exported(collected, catalogue, **as_exported))

    assert ([problem.code for problem in workbook.problems], workbook.verdict) == ([], Verdict.READY)
    assert set(workbook.tables) == set(expected)
    for name, table in expected.items():
        assert_frame_equal(in_order(workbook.tables[name]), in_order(table))


@pytest.mark.parametrize("form", FORMS)
def test_one_form_alone_is_ready_beside_what_was_handed_in_before(catalogue, collected, expected, form):
    before = {name: table for name, table in expected.items() if name in ("survivors", "providers", "community")}
    content = exported({form: collected[form]}, catalogue)
    workbook = checked(catalogue, content, country="MD", known=lambda _: before)

    assert ([problem.code for problem in workbook.problems], workbook.verdict) == ([], Verdict.READY)
    assert_frame_equal(in_order(workbook.tables[form]), in_order(expected[form]))


def test_nothing_that_the_form_asks_for_itself_is_kept(catalogue, collected):
    content = exported(collected, catalogue)
    workbook = checked(catalogue, content)
    asked = {node.name for xform, _ in collected.values() for node in xform.nodes if node.name.startswith(HELPER)}

    assert len(asked) > 30
    kept = {column for table in (*workbook.tables.values(), *workbook.cells.values()) for column in table.columns}
    assert kept & asked == set()
