"""The codebook page: found by words of any language or by name, narrowed, opened step by step, and by core outcome."""

import pytest

PAGE = "pages/about/codebook.py"


def labels(app):
    return [each.label for each in app.expander]


def said(app):
    return "\n".join(each.value for each in (*app.markdown, *app.caption))


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("words", ["logement sur", "HOUSING_SECURE", "secure home"])
def test_a_number_is_found_by_words_in_any_language_and_by_its_name(visit, words):
    app = visit("funder", PAGE)
    app.text_input(key="search").set_value(words).run()

    assert [label for label in labels(app) if "Secure home" in label]
    assert len(labels(app)) < 15


@pytest.mark.usefixtures("demo")
def test_a_question_is_found_by_one_of_its_answers(visit):
    app = visit("funder", PAGE, kind="questions")
    app.text_input(key="search").set_value("foyer").run()

    assert [label for label in labels(app) if "What kind of place do you live in?" in label]


@pytest.mark.usefixtures("demo")
def test_numbers_are_narrowed_to_a_domain_and_questions_to_a_sheet(visit, catalogue):
    app = visit("funder", PAGE)
    app.selectbox(key="within_indicators").set_value("stigma").run()
    questions = visit("funder", PAGE, kind="questions")
    questions.selectbox(key="within_questions").set_value("plan_reviews").run()

    assert len(labels(app)) == len(catalogue.indicators_of("stigma"))
    assert len(labels(questions)) == len(catalogue.forms["plan_reviews"].questions)


@pytest.mark.usefixtures("demo")
def test_wording_that_no_survivor_has_read_is_counted_and_marked(visit, catalogue):
    app = visit("funder", PAGE)
    unread = sum(each.wording_reviewed_on is None for each in catalogue.indicators.values())

    assert f"of {unread} of {len(catalogue.indicators)} numbers" in said(app)
    assert all("not yet read by a survivor" in label for label in labels(app))


@pytest.mark.usefixtures("demo")
def test_core_outcomes_say_what_covers_them_and_what_nothing_covers(visit, catalogue):
    told = said(visit("funder", PAGE, kind="outcomes"))
    outcomes = (*catalogue.mscos.values(), *catalogue.long_list.values())
    covered = {each.mscos for each in catalogue.indicators.values() if each.mscos}

    assert [words["en"] for words in outcomes if f"**{words['en']}**" not in told] == []
    assert f"**{len(covered)} of 7**" in told


def test_a_change_of_meaning_is_told_from_its_day_on(catalogue):
    from datetime import date

    from monitoring.ui.definition import changed_by

    indicator = catalogue.indicators["re_trafficked"]
    day = indicator.changes[-1].on

    assert changed_by(indicator, day).startswith(":material/history: Since ")
    assert changed_by(indicator, date(day.year - 1, 1, 1)) == ""
