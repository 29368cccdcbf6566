"""The desk: a broken workbook's problems, the mended one's receipt, its undo, and a manager's word on it."""

from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

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


@pytest.fixture
def with_their_words(tmp_path):
    """Tunisia's workbook with one column of the providers under words of the office."""
    book = load_workbook(SAMPLES / "good" / "tunisia.xlsx")
    for cell in [each for row in book["providers"].iter_rows(max_row=2) for each in row]:
        if cell.value in ("capacity", "Places"):
            cell.value = "Beds *we* have"
    book.save(tmp_path / "tunisia.xlsx")
    return tmp_path / "tunisia.xlsx"


def test_a_heading_we_do_not_know_is_asked_about_once(visit, demo, with_their_words):
    app = hand_over(visit("programme_manager", UPLOAD), with_their_words)
    asked = [(each.label, each.value) for each in app.selectbox if "Beds" in each.label]
    press(app, "Check with these answers")
    verdict = [each.value for each in app.header]
    press(app, "Choose another file")
    again = hand_over(app, with_their_words)

    assert asked == [(r"**Beds \*we\* have** · column G, sheet providers", "capacity")]
    assert [each.split(":")[0] for each in verdict] == ["Ready"]
    assert [each.value for each in again.header] == verdict


def test_the_question_can_be_left_open(visit, demo, with_their_words):
    app = hand_over(visit("programme_manager", UPLOAD), with_their_words)
    press(app, "Skip this: leave all of them out")

    assert [each.label.split(" · ")[0] for each in app.expander] == ["**A column is not recognised**"]


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


def test_an_order_of_dates_is_asked_once_and_can_be_taken_back(visit, demo):
    app = hand_over(visit("programme_manager", UPLOAD), SAMPLES / "broken" / "unclear_date.xlsx")
    asked = [each.value for each in app.markdown if "does the day or the month" in each.value]
    press(app, "The day: 3 April")
    told = [each.value for each in app.header]
    press(app, "Change")

    assert (len(asked), told) == (1, ["Ready: all 52 rows can be handed in"])
    assert [each.value for each in app.header] == ["Nearly there: 51 of 52 rows are ready"]


def test_the_desk_speaks_french_and_changes_its_language_with_a_workbook_on_it(visit, demo):
    app = hand_over(visit("programme_manager", UPLOAD, language="fr"), SAMPLES / "broken" / "not_on_list.xlsx")
    cause = app.expander[0].label.split(" · ")[:2]
    french = (app.title[0].value, app.header[0].value, cause, app.expander[0].markdown[0].value.split(" » ")[1])
    next(each for each in app.selectbox if each.key == "language").set_value("en").run()

    assert french == (
        "Remettre un classeur",
        "Presque : 51 lignes sur 52 sont prêtes",
        ["**Pas dans la liste**", "1 cellule"],
        "contient quelque chose qui n'est pas parmi ses réponses.",
    )
    assert app.header[0].value == "Nearly there: 51 of 52 rows are ready"
    assert app.expander[0].markdown[0].value.startswith("“What kind of place do you live in?” holds something")


def test_the_workbook_with_its_mistakes_marked_stands_first(visit, demo):
    app = hand_over(visit("programme_manager", UPLOAD), SAMPLES / "broken" / "not_on_list.xlsx")
    links = [each.proto.label for each in app.get("link_button")]

    assert links == ["Your workbook with every mistake marked", "Download the list of problems"]


def test_a_workbook_that_tells_who_people_are_waits_for_the_office_s_choice(visit, demo):
    app = hand_over(visit("programme_manager", UPLOAD), SAMPLES / "broken" / "identifying_column.xlsx")
    found = [each.value for each in app.header]
    said = " ".join(each.value for each in (*app.markdown, *app.error))
    press(app, "Go on without it")

    assert found == ["This workbook seems to tell who people are"]
    assert "names of people" in said
    assert "Tejeverde" not in said
    assert [each.value for each in app.header] == ["Ready: all 52 rows can be handed in"]
    assert app.expander[0].label.startswith("**Columns left out**")


def test_what_stands_in_answers_cannot_be_left_out_and_another_file_may_be_chosen(visit, demo):
    app = hand_over(visit("programme_manager", UPLOAD), SAMPLES / "broken" / "identifying_answer.xlsx")
    buttons = [each.label for each in app.button]
    press(app, "Refuse it and choose another file")

    assert "Go on without it" not in buttons
    assert len(app.file_uploader) == 1
    assert app.header == []


def test_a_workbook_less_rows_asks_why_before_it_is_handed_in(visit, demo, tmp_path):
    whole, less = (
        SAMPLES / "good" / "tunisia.xlsx",
        without_rows(SAMPLES / "good" / "tunisia.xlsx", tmp_path, "follow_ups"),
    )
    for path in (whole, less):
        app = hand_over(visit("programme_manager", UPLOAD), path)
        press(app, "See what will change")
        press(app, "Hand in")
    refused = [each.value for each in app.info]
    app.text_input[0].set_value("the rest follows next week")
    press(app, "Hand in")

    assert refused[0].startswith("Many earlier rows are not in this workbook")
    assert [each.value for each in app.header] == ["Handed in: receipt 2"]
    assert "the rest follows next week" in str(app.table[0].value)


def test_the_same_file_again_is_recognised_before_anything_is_pressed(visit, demo):
    for _ in range(2):
        app = hand_over(visit("programme_manager", UPLOAD), SAMPLES / "good" / "tunisia.xlsx")
        press(app, "See what will change")
        if "Hand in" in [each.label for each in app.button]:
            press(app, "Hand in")

    assert app.info[0].value.startswith("This very file was handed in already: receipt **1**")
    assert "Hand in" not in [each.label for each in app.button]


def test_after_somebody_elses_hand_in_the_preview_says_so_and_is_new(visit, demo, hand_in):
    app = hand_over(visit("programme_manager", UPLOAD), SAMPLES / "good" / "tunisia.xlsx")
    press(app, "See what will change")
    hand_in("TN", by="Office TN", survivors=[{"survivor_id": "TN-9999"}])
    press(app, "Hand in")
    told, missing = [each.value for each in app.warning], app.metric[3].value
    press(app, "Hand in")

    assert told[0].startswith("Office TN handed in a workbook or decided on one while you were looking.")
    assert missing == "1"
    assert [each.value for each in app.header] == ["Handed in: receipt 2"]


def test_a_warning_is_answered_once_and_the_manager_sees_why(visit, demo):
    path = SAMPLES / "broken" / "outside_window.xlsx"
    app = hand_over(visit("programme_manager", UPLOAD), path)
    app.text_input[0].set_value("the road was closed")
    press(app, "Confirm")
    press(app, "See what will change")
    press(app, "Hand in")
    history = visit("programme_manager", SUBMISSIONS)
    again = hand_over(visit("programme_manager", UPLOAD), path)

    assert any("the road was closed" in each.value for each in history.markdown)
    assert [each.label for each in again.button if each.label == "Confirm"] == []
    assert any(each.label.startswith("Explained before: ") for each in again.expander)


def with_codes(path, folder, code):
    """The workbook with another code for the first survivor, on every sheet."""
    book = load_workbook(path)
    first = book["survivors"].cell(3, 1).value
    for cell in [each for sheet in book for row in sheet.iter_rows() for each in row]:
        if cell.value == first:
            cell.value = code
    book.save(folder / path.name)
    return folder / path.name


def test_codes_that_look_like_somebody_come_in_on_the_office_s_word_and_with_it(visit, demo, tmp_path, house):
    path = with_codes(SAMPLES / "good" / "tunisia.xlsx", tmp_path, "ABC2001")
    app = hand_over(visit("programme_manager", UPLOAD), path)
    app.text_input[0].set_value("they are case numbers of the court")
    press(app, "Keep these codes")
    verdict = [each.value.split(":")[0] for each in app.header]
    press(app, "See what will change")
    press(app, "Hand in")
    (kept,) = house.store.submissions()
    answers = {each.reason for each in house.store.answers(kept.id)}

    assert verdict == ["Ready"]
    assert answers == {"they are case numbers of the court"}
    assert kept.open_warnings == 0


def test_a_word_taken_back_keeps_such_codes_out(visit, demo, tmp_path, house):
    path = with_codes(SAMPLES / "good" / "tunisia.xlsx", tmp_path, "ABC2001")
    app = hand_over(visit("programme_manager", UPLOAD), path)
    app.text_input[0].set_value("they are case numbers of the court")
    press(app, "Keep these codes")
    press(app, "Take back")
    press(app, "See what will change")
    press(app, "Hand in")

    assert any("Say why they do not" in each.value for each in app.info)
    assert house.store.submissions() == []


def test_a_question_is_handed_in_without_where_it_tells_who_people_are(visit, demo, tmp_path):
    book = load_workbook(SAMPLES / "good" / "tunisia.xlsx")
    heads = [cell.value for cell in book["survivors"][1]]
    book["survivors"].cell(3, heads.index("previous_survivor_id") + 1).value = "TN-19850312"
    book.save(tmp_path / "tunisia.xlsx")
    app = hand_over(visit("programme_manager", UPLOAD), tmp_path / "tunisia.xlsx")
    press(app, "Hand in without this column (sheet Survivors)")

    assert [each.value.split(":")[0] for each in app.header] == ["Ready"]
    assert app.expander[0].label.startswith("**A column of ours is left out**")


def test_a_warning_left_open_is_explained_after_the_hand_in(visit, demo, house):
    app = hand_over(visit("programme_manager", UPLOAD), SAMPLES / "broken" / "outside_window.xlsx")
    press(app, "See what will change")
    press(app, "Hand in")
    asked = [each.value for each in app.subheader]
    app.text_input[0].set_value("the road was closed")
    press(app, "Confirm")

    assert asked[0] == "Warnings that nobody has explained"
    assert [each.value for each in app.success] == ["The reason is kept with the hand-in."]
    assert [each.open_warnings for each in house.store.submissions()] == [0]


def test_the_desk_tells_what_of_a_file_it_does_not_keep(visit, demo):
    app = hand_over(visit("programme_manager", UPLOAD), SAMPLES / "kobo" / "tunisia_labels.xlsx")
    (told,) = (each for each in app.expander if each.label.startswith("Read, and not kept"))

    assert "added by the program that collected the answers" in " ".join(each.value for each in told.markdown)


def test_a_zip_of_tables_is_handed_over_like_a_workbook(visit, demo, tmp_path):
    """Pictures beside the tables are left, and nothing of the zip can be marked in its cells."""
    book = load_workbook(SAMPLES / "broken" / "not_on_list.xlsx")
    path = tmp_path / "answers.zip"
    with ZipFile(path, "w") as archive:
        for form in ("survivors", "follow_ups", "providers"):
            rows = ["\t".join(_text(cell) for cell in row) for row in book[form].iter_rows(values_only=True)]
            archive.writestr(f"{form}.tsv", "\n".join(rows))
    app = hand_over(visit("programme_manager", UPLOAD), path)

    assert app.header[0].value.startswith("Nearly there")
    assert [each.proto.label for each in app.get("link_button")] == ["Download the list of problems"]
    assert any("have no room for colours and comments" in each.value for each in app.caption)


def _text(cell):
    return "" if cell is None else str(cell).removesuffix(" 00:00:00")


def test_an_office_says_that_it_has_nothing_to_report(visit, demo, house):
    app = visit("country_office", SUBMISSIONS)
    press(app, "Nothing to report")

    assert app.success[0].value.startswith("Noted: Nigeria has nothing to report of ")
    assert [each.country for each in house.store.nothing_to_report()] == ["NG"]


def test_past_hand_ins_and_what_is_expected_are_read_in_french(visit, demo, hand_in):
    hand_in("TN", survivors=[{"survivor_id": "TN-0001"}])
    app = visit("programme_manager", SUBMISSIONS, language="fr")

    assert [each.value for each in app.header] == ["Ce qui est attendu", "Toutes les remises", "Comparer deux remises"]
    assert "reçu, 32 jours de retard" in str(app.table[0].value)
    assert not app.exception


def test_two_hand_ins_are_compared_answer_by_answer(visit, demo, hand_in):
    person = {"survivor_id": "MD-0001"}
    hand_in("MD", survivors=[person])
    hand_in("MD", survivors=[{**person, "age_band": "30-39"}])
    app = visit("programme_manager", SUBMISSIONS)
    app.selectbox(key="compare_before").set_value(1).run()
    app.selectbox(key="compare_after").set_value(2).run()

    assert any("Survivors: changed answers, 1 row" in each.value for each in app.markdown)
    assert "MD\\-0001" in "".join(str(each.value) for each in app.table)


def without_rows(path, folder, form):
    """The workbook with the second half of one sheet's rows cut off."""
    book = load_workbook(path)
    sheet = book[form]
    sheet.delete_rows(sheet.max_row // 2, sheet.max_row)
    book.save(folder / "less.xlsx")
    return folder / "less.xlsx"
