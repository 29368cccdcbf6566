"""A new question or a changed expression finds its place in an older database; nothing handed in is lost."""

from dataclasses import replace

from monitoring.domain.form import Question, QuestionType
from monitoring.store.store import Store


def test_a_newer_question_is_added_and_the_current_rows_are_made_anew(hand_in, store, tmp_path, catalogue):
    hand_in("MD", survivors=[{"survivor_id": "MD-0001"}])
    store.close()
    survivors = catalogue.forms["survivors"]
    newer = replace(
        survivors, questions=(*survivors.questions, Question("shoe_size", QuestionType.WHOLE, {"en": "Shoe size"}))
    )
    changed = replace(catalogue, forms={**catalogue.forms, "survivors": newer}, fingerprint="changed")

    reopened = Store(tmp_path / "data", "5e" * 32, changed)

    assert reopened.rows("select country, shoe_size from current_people", {}) == [{"country": "MD", "shoe_size": None}]
    assert reopened.rows_of("survivors", "MD")["survivor_id"].to_list() == ["MD-0001"]
    reopened.close()
