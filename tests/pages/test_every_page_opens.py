"""Every page, for everybody it is offered to, in a full house and in an empty one."""

import pytest

from monitoring.settings import ROOT

RESULTS = [
    f"pages/outcomes/{name}.py"
    for name in ("overview", "housing", "income", "stigma", "wellbeing", "safety", "support", "voice", "return")
]
FOLLOW_UP = ["pages/follow_up/due.py", "pages/follow_up/completeness.py"]
PLACES = ["pages/places/countries.py", "pages/places/providers.py", "pages/places/context.py", *FOLLOW_UP]
OFFICE = ["pages/data/upload.py", "pages/data/submissions.py", "pages/data/templates.py"]
SUMMARY = ["pages/share/summary.py", "pages/share/briefs.py"]
SHARE = [*SUMMARY, "pages/share/export.py"]
HELP = ["pages/about/codebook.py", "pages/about/promises.py"]

OFFERED = {
    "programme_manager": [*RESULTS, *PLACES, *OFFICE, *SHARE, "pages/share/releases.py", *HELP],
    "country_office": RESULTS + PLACES + OFFICE + HELP,
    "funder": RESULTS + SUMMARY + HELP,
    "analyst": RESULTS + SHARE + HELP,
    "provider": [*RESULTS, *FOLLOW_UP, *HELP],
    "administrator": [*HELP, "pages/admin/people.py", "pages/admin/log.py"],
}
ALL = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "pages").rglob("*.py"))


def opened(app, pages):
    """Page -> what went wrong, or how many titles it has."""
    found = {}
    for page in pages:
        app.switch_page(page).run()
        found[page] = [each.message for each in app.exception] or len(app.title)
    return found


@pytest.mark.parametrize("role", OFFERED)
def test_every_page_opens_with_one_title(role, visit, two_countries):
    pages = OFFERED[role]

    assert opened(visit(role), pages) == dict.fromkeys(pages, 1)


@pytest.mark.parametrize("role", OFFERED)
def test_every_page_opens_in_an_empty_house(role, visit, demo):
    pages = OFFERED[role]

    assert opened(visit(role), pages) == dict.fromkeys(pages, 1)


@pytest.mark.parametrize("role", OFFERED)
def test_other_pages_are_not_on_the_menu(role, visit, demo):
    app = visit(role)
    refused = []
    for page in sorted(set(ALL) - set(OFFERED[role])):
        with pytest.raises(ValueError, match="registered"):
            app.switch_page(page)
        refused.append(page)

    assert sorted(refused + OFFERED[role]) == ALL


@pytest.mark.parametrize("page", RESULTS + PLACES)
def test_an_empty_house_says_what_to_do_next(page, visit, demo):
    said = " ".join(each.value for each in visit("country_office", page).markdown)

    assert "Nothing has been handed in yet" in said
    assert "Results appear as soon as a workbook is handed in" in said
