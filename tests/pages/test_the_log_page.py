"""The log as an administrator reads it: newest first, narrowed by three choices, in words, and harmless."""

from datetime import date

from monitoring.access.log import Log
from monitoring.domain.people import Deed, NotAllowed
from monitoring.domain.refusal import Refusal
from monitoring.services import refused

LOG = "pages/admin/log.py"


def shown(app):
    """The table's rows, without the moments."""
    return [] if not app.table else [tuple(row)[1:] for row in app.table[0].value.itertuples(index=False)]


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


def test_an_empty_log_says_what_will_stand_there(visit, demo):
    said = " ".join(each.value for each in visit("administrator", LOG).markdown)

    assert "Every sign-in, change and refusal will stand here" in said


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
