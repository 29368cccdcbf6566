import pytest

from monitoring.ui.plain_text import for_chart, for_markdown, shortened


@pytest.mark.parametrize(
    "text",
    [
        "![x](http://example.org/p.png)",
        "[click](https://example.org)",
        "www.example.org",
        "a@example.org",
        ":material/delete:",
        ":red[loud]",
        "<img src=x>",
        "`code` | cell",
        "$x$",
    ],
)
def test_nothing_in_a_name_is_left_for_markdown_to_read(text):
    shown = for_markdown(text)

    assert not any(mark in shown for mark in ("](", "http://", "https://", "www.", "delete:", "d[l", " |", "a@"))
    assert shown.replace("\\", "").replace("\u2060", "") == text


def test_a_plain_name_stays_readable():
    assert for_markdown("Amber Door") == "Amber Door"


def test_line_breaks_become_spaces():
    assert for_markdown("a\n\n# b") == "a \\# b"


def test_a_chart_reads_no_tags_and_no_formulas():
    assert for_chart('<a href="x">A & B</a> $1$') == '&lt;a href="x"&gt;A &amp; B&lt;/a&gt; &#36;1&#36;'


def test_long_names_end_in_an_ellipsis():
    assert shortened("A" * 40, 10) == "A" * 9 + "…"
    assert shortened("Amber Door", 10) == "Amber Door"
