"""Whoever reads French reads every page of results in French: titles, filters, charts' words, numbers and days."""

import json
import re

import pytest

from monitoring.ui.numbers import THIN

PAGES = {
    **dict.fromkeys(
        ("overview", "housing", "income", "stigma", "wellbeing", "safety", "support", "voice", "return"), "outcomes"
    ),
    **dict.fromkeys(("countries", "providers", "context"), "places"),
    **dict.fromkeys(("due", "completeness"), "follow_up"),
}
ENGLISH = re.compile(
    r"\b(?:the|of|and|with|who|people|returned|month|answered|country|countries|reported|likely|by|from|was)\b",
    re.IGNORECASE,
)
"""Words that no French sentence has."""

SOURCES = re.compile(
    r"Source : .*|Modern Slavery Core Outcome Set|WHO-5|HTF et OIM, \*.*?\*|```sql.*?```|<[^>]*>|\*\*<b>.*?", re.S
)
"""What is named as it is called, and expressions."""

TEXTS = ("title", "header", "subheader", "markdown", "caption")
WIDGETS = ("toggle", "button", "selectbox", "multiselect", "expander")


def shown(app):
    """Every sentence and every label of the page."""
    assert [each.message for each in app.exception] == []
    said = [
        each.value for kind in ("title", "header", "subheader", "markdown", "caption") for each in getattr(app, kind)
    ]
    said += [
        each.label
        for kind in ("toggle", "button", "selectbox", "multiselect", "expander")
        for each in getattr(app, kind)
    ]
    said += [option for each in app.selectbox for option in each.options]
    for each in app.get("plotly_chart"):
        drawing = json.loads(each.proto.spec)
        said += [each.proto.alt, *(one["text"] for one in drawing["layout"].get("annotations", ()))]
        said += [text for trace in drawing["data"] for text in trace.get("text", ()) if isinstance(text, str)]
    for each in app.table:
        said += [str(word) for name, column in each.value.to_dict("list").items() for word in (name, *column)]
    return [SOURCES.sub("", text) for text in said]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_nothing_in_english(page, visit, two_countries):
    app = visit("programme_manager", f"pages/{PAGES[page]}/{page}.py", language="fr", country="MD")

    assert [text for text in shown(app) if ENGLISH.search(text)] == []


def test_titles_days_and_numbers_are_written_as_in_french(visit, two_countries):
    app = visit("programme_manager", "pages/outcomes/housing.py", language="fr", country="MD")

    assert app.title[0].value == "La moitié ont un logement sûr un an après le retour"
    said = " ".join(each.value for each in (*app.markdown, *app.caption))
    assert "Affiché : **Moldavie** · tout le monde · tel que connu le **1 juin 2026**" in said
    assert f"15 (50{THIN}%)" in said or f"50{THIN}%" in said
