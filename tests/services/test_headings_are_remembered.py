"""What an office says of its own headings is asked once, kept for that office alone, and forgotten at its will."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from monitoring.domain.heading_answers import RememberedHeading
from monitoring.domain.people import NotAllowed
from monitoring.domain.refusal import Refusal
from monitoring.services import headings, workbook_check
from monitoring.settings import ROOT

SAID = {("providers", "beds we have"): "capacity"}


@pytest.fixture
def theirs():
    """A Moldovan workbook whose providers have the places under words of the office."""
    book = load_workbook(ROOT / "sample_data/good/moldova.xlsx")
    for row in book["providers"].iter_rows(max_row=2):
        for cell in row:
            if cell.value in ("capacity", "Places"):
                cell.value = "Beds we have"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def asked(actor, house, content):
    return [each.key for each in workbook_check.check(actor, house, content, "md.xlsx").unknown_headings]


def test_it_is_asked_once_and_again_only_when_forgotten(house, office, theirs):
    before = asked(office, house, theirs)
    headings.remember(office, house, "MD", SAID)
    remembered = headings.remembered(office, house, "MD")
    known = asked(office, house, theirs)
    headings.forget(office, house, "MD", "providers", "beds we have")

    assert before == ["beds we have"]
    assert remembered == (RememberedHeading("providers", "beds we have", "capacity", office.name),)
    assert known == []
    assert asked(office, house, theirs) == before


def test_a_manager_of_all_countries_gets_the_words_of_the_workbooks_country(house, office, manager, theirs):
    headings.remember(office, house, "MD", SAID)

    assert asked(manager, house, theirs) == []


def test_no_office_gets_the_words_of_another(house, office, manager, theirs):
    headings.remember(manager, house, "NG", SAID)

    assert asked(office, house, theirs) == ["beds we have"]
    with pytest.raises(NotAllowed):
        headings.remembered(office, house, "NG")


def test_a_later_word_replaces_an_earlier_one(house, office):
    headings.remember(office, house, "MD", SAID)
    headings.remember(office, house, "MD", {("providers", "beds we have"): None})

    assert [each.question for each in headings.remembered(office, house, "MD")] == [None]


def test_a_heading_that_may_name_somebody_counts_for_this_file_alone(house, office):
    not_kept = headings.remember(office, house, "MD", {("providers", "call +373 60 123 456"): None, **SAID})

    assert not_kept == 1
    assert [each.heading for each in headings.remembered(office, house, "MD")] == ["beds we have"]


def test_a_question_that_is_not_declared_is_refused(house, office):
    with pytest.raises(Refusal, match="unknown_question"):
        headings.remember(office, house, "MD", {("providers", "beds"): "beds"})
