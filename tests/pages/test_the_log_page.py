"""The log as an administrator reads it: newest first, narrowed by three choices, in words, and harmless."""

from datetime import date

from monitoring.access.anchor import Anchor
from monitoring.access.log import Log
from monitoring.domain.people import Deed, NotAllowed
from monitoring.domain.refusal import Refusal
from monitoring.services import refused

LOG = "pages/admin/log.py"
READER = "Demo administrator"


def shown(app):
    """The table's rows, without the moments, and without what the reader looked at meanwhile."""
    rows = [] if not app.table else [tuple(row)[1:] for row in app.table[0].value.itertuples(index=False)]
    return [row for row in rows if row[0] != READER]


def choice(app, label):
    return next(each for each in app.selectbox if each.label == label)


def write(house, *lines):
    for line in lines:
        Log(house.people.file).add(*line)


def test_lines_stand_in_words_the_newest_first(visit, demo):
    write(demo, ("Ana", "signed_in", "password"), ("-", "refused", "no_session"), ("Ana", "something_new", "as it is"))

    assert shown(visit("administrator", LOG)) == [
        ("Ana", "something\\_new", "as it is"),
        ("nobody known", "Refused at the gate", "not signed in, or no longer"),
        ("Ana", "Signed in", "password"),
    ]


def test_a_person_an_event_and_a_day_narrow_it(visit, demo):
    write(demo, ("Ana", "signed_in"), ("Ana", "signed_out"), ("Bo", "signed_in"))
    app = visit("administrator", LOG)

    choice(app, "Who").set_value("Ana").run()
    by_person = [who for who, _, _ in shown(app)]
    choice(app, "What").set_value("signed_in").run()
    by_both = shown(app)
    app.date_input[0].set_value(date(2020, 1, 1)).run()

    assert (by_person, by_both, shown(app)) == (["Ana", "Ana"], [("Ana", "Signed in", "")], [])
    assert "Nothing in the log fits" in " ".join(each.value for each in app.markdown)


def test_a_reference_number_finds_its_line(visit, demo):
    write(demo, ("Ana", "failed", "a1b2c3 ValueError ui/due.py:12"), ("Ana", "signed_out"))
    app = visit("administrator", LOG)
    app.text_input[0].set_value("a1b2c3").run()

    assert shown(app) == [("Ana", "Went wrong unforeseen", "a1b2c3 ValueError ui/due\u2060.py\u2060:12")]


def test_a_page_and_its_filters_are_one_line_however_often_it_runs(visit, two_countries):
    app = visit("programme_manager", "pages/outcomes/housing.py", country="MD")
    app.run()
    app.run()
    looked = [(each.what, each.detail) for each in Log(two_countries.people.file).newest()]

    assert [detail for what, detail in looked if what == "saw"] == [
        "housing country=MD housing_cohort_round=12 housing_number=housing_secure",
        "overview country=MD",
    ]


def test_a_choice_that_is_no_code_of_ours_stands_nowhere(visit, two_countries):
    visit("programme_manager", "pages/outcomes/housing.py", country="Maria Popescu", provider="+373 69 123456")

    assert [each.detail for each in Log(two_countries.people.file).newest() if each.what == "saw"] == [
        "housing housing_cohort_round=12 housing_number=housing_secure",
        "overview panel_number=housing_secure",
    ]


def test_the_list_of_cases_names_the_country_and_nobody_of_it(visit, two_countries):
    visit("country_office", "pages/follow_up/due.py", country="NG")
    saw = Log(two_countries.people.file).newest(1)[0]

    assert (saw.who, saw.detail) == ("Demo office", "due country=NG")


def test_many_refusals_within_an_hour_are_told_above(visit, demo):
    write(demo, *[("Bo", "deed_refused", "hand_in not_your_role")] * 21)
    said = " ".join(each.value for each in visit("administrator", LOG).warning)

    assert "Bo was refused 21 times in the hour from" in said


def test_the_whole_log_is_looked_through_when_asked(visit, demo, tmp_path):
    demo.people.file.anchor = Anchor(tmp_path / "key", demo.settings.data, ["5e" * 32])
    write(demo, ("Ana", "signed_in"))
    app = visit("administrator", LOG)
    app.button[-1].click().run()
    whole = [each.value for each in app.success]
    with demo.people.file.open() as book:
        book.execute("drop trigger log_is_not_edited")
        book.execute("update log set who = 'Bo' where number = 1")
    app.button[-1].click().run()

    assert (len(whole), "Line 1 does not fit" in app.error[0].value) == (1, True)


def test_a_permission_that_was_lacking_is_told_without_what_was_asked_for(visit, demo, funder):
    refused.note(funder, demo, NotAllowed(Deed.HAND_IN))
    refused.note(funder, demo, Refusal("reason_needed"))

    assert shown(visit("administrator", LOG)) == [
        ("Funder", "Not allowed", "Hand in workbooks\u2060: This is not part of your role\u2060."),
    ]


def test_a_name_from_elsewhere_is_no_link(visit, demo):
    write(demo, ("![x](http://example.org/p.png)", "signed_in", "[y](http://example.org)"))

    ((who, _, detail),) = shown(visit("administrator", LOG))

    assert not any("](" in text or "http:" in text for text in (who, detail))
