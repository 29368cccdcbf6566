"""The codebook as one page: everything is on it, in the language asked for, and it asks nothing of the network."""

import re
from html.parser import HTMLParser

import pytest

from monitoring.derive.codebook.page import as_html

OUTSIDE = re.compile(r"""(?:src|href)=["'](?!#)|@import|url\(|https?://|fetch\(|XMLHttpRequest""")


class Read(HTMLParser):
    """What the page holds: entries by their id, links inside it, and elements left open."""

    def __init__(self, page):
        super().__init__()
        self.ids, self.links, self.open = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.open += [] if tag in ("meta", "input", "br") else [tag]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def statements(catalogue):
    return {name: f"select '{name}' < 1" for name in catalogue.indicators}


@pytest.fixture(scope="module")
def page(catalogue, statements):
    return as_html(catalogue, "en", statements)


def test_every_number_and_every_question_is_an_entry_of_its_own(catalogue, page):
    ids = Read(page).ids
    expected = {*catalogue.indicators}
    expected |= {f"{form.name}.{question.name}" for form in catalogue.forms.values() for question in form.questions}

    assert expected <= set(ids)
    assert len(ids) == len(set(ids))


def test_it_is_whole_and_every_link_leads_somewhere_on_it(page):
    read = Read(page)

    assert read.open == []
    assert [link for link in read.links if link[1:] not in read.ids] == []


def test_it_asks_nothing_of_the_network(page):
    assert OUTSIDE.findall(page) == []


def test_statements_and_declared_words_cannot_become_markup(page):
    assert "select &#x27;housing_secure&#x27; &lt; 1" in page


def test_the_french_page_is_in_french_and_found_by_english_words_too(catalogue, statements):
    page = as_html(catalogue, "fr", statements)

    assert '<html lang="fr">' in page
    assert "Sont comptées celles pour qui" in page
    assert "Counted are those" not in page
    assert 'data-also="Secure home Logement sûr' in page


def test_the_count_of_wording_that_no_survivor_has_read_stands_at_the_top(catalogue, page):
    unread = sum(each.wording_reviewed_on is None for each in catalogue.indicators.values())

    assert f"and of {unread} of {len(catalogue.indicators)} numbers" in page.split("<nav>")[0]
