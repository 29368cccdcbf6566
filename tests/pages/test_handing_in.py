"""The desk: a broken workbook's problems, the mended one's receipt, its undo, and a manager's word on it."""

from monitoring.settings import ROOT

UPLOAD, SUBMISSIONS = "pages/data/upload.py", "pages/data/submissions.py"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SAMPLES = ROOT / "sample_data"


def hand_over(app, path):
    app.file_uploader[0].set_value((path.name, path.read_bytes(), EXCEL)).run()
    return app


def press(app, label):
    next(each for each in app.button if each.label == label).click().run()
    return app


def test_a_broken_workbook_is_told_where_it_is_broken_and_not_what_it_held(visit, demo):
    app = hand_over(visit("programme_manager", UPLOAD), SAMPLES / "broken" / "not_on_list.xlsx")

    assert app.expander[0].label.startswith("**Not on the list** · 1 cell · sheet *")
    assert [each.value for each in app.header] == ["Nearly there: 51 of 52 rows are ready"]
    assert [each.label for each in app.button if each.label == "See what will change"] == []


def test_a_file_that_is_no_workbook_is_refused_in_one_sentence(visit, demo):
    app = hand_over(visit("programme_manager", UPLOAD), SAMPLES / "broken" / "not_a_workbook.xlsx")

    assert len(app.error) == 1
    assert [each.value for each in app.caption if "saved" in each.value] == ["Nothing was saved."]


def test_a_ready_workbook_is_previewed_handed_in_and_undone(visit, demo):
    app = hand_over(visit("programme_manager", UPLOAD), SAMPLES / "good" / "tunisia.xlsx")
    press(app, "See what will change")
    rows = app.metric[0].value
    press(app, "Hand in")
    receipt = [each.value for each in app.header]
    app.text_input[0].set_value("the wrong file")
    press(app, "Undo")

    assert rows != "0"
    assert receipt == ["Handed in: receipt 1"]
    assert [each.value for each in app.success] == ["Hand-in 1 is undone. The answers before it count again."]


def test_a_reason_is_needed_to_send_back(visit, two_countries):
    app = visit("programme_manager", SUBMISSIONS)
    press(app, "Send back")

    assert [each.value for each in app.info] == ["Say why: a reason is kept with the hand-in."]


def test_an_accepted_hand_in_can_no_longer_be_undone(visit, two_countries):
    app = visit("programme_manager", SUBMISSIONS)
    press(app, "Accept")

    assert "Accepted: it can no longer be undone." in [each.value for each in app.caption]
    assert [each.label for each in app.button if each.label == "Undo"] == []
