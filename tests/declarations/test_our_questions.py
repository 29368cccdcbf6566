"""What our forms, answer lists and rounds promise."""

from monitoring.declarations.references import MOST_CORE_QUESTIONS
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Question, QuestionType


def questions(catalogue: Catalogue) -> list[Question]:
    return [question for form in catalogue.forms.values() for question in form.questions]


def test_there_are_249_countries(catalogue: Catalogue) -> None:
    codes = catalogue.choices["countries"].codes

    assert len(codes) == 249
    assert {"BD", "NG", "MD", "TN", "AL", "BR", "CN", "IN", "PK", "GB", "NA"} <= set(codes)


def test_languages_have_names_in_english_and_french(catalogue: Catalogue) -> None:
    unnamed = [each.code for each in catalogue.choices["languages"].choices if each.code in each.label.values()]

    assert unnamed == []


def test_at_most_35_core_questions_are_put_to_a_survivor(catalogue: Catalogue) -> None:
    asked = [question.name for question in questions(catalogue) if question.core and question.asked_of == "survivor"]

    assert 25 <= len(asked) <= MOST_CORE_QUESTIONS


def test_no_question_is_required_of_a_survivor(catalogue: Catalogue) -> None:
    assert [each.name for each in questions(catalogue) if each.required and each.asked_of == "survivor"] == []


def test_sensitive_questions_are_put_to_adults_only(catalogue: Catalogue) -> None:
    sensitive = {each.name: each.who for each in questions(catalogue) if each.sensitive}

    assert sensitive == dict.fromkeys(
        ("owes_for_migration", "contact_from_trafficker", "hurt_or_afraid_at_home", "exploited_again"), "adults"
    )


def test_every_question_has_a_label_and_a_hint_in_both_languages(catalogue: Catalogue) -> None:
    wanting = [
        each.name
        for each in questions(catalogue)
        for words in (each.label, each.hint)
        if set(words) != {"en", "fr"} or not all(words.values())
    ]

    assert wanting == []


def test_labels_tell_the_questions_of_a_form_apart(catalogue: Catalogue) -> None:
    for form in catalogue.forms.values():
        for language in ("en", "fr"):
            labels = [question.label[language].casefold() for question in form.questions]
            assert len(labels) == len(set(labels)), (form.name, language)


def test_hints_fit_into_a_cell_of_excel(catalogue: Catalogue) -> None:
    assert [each.name for each in questions(catalogue) if max(map(len, each.hint.values())) > 255] == []


def test_scores_run_from_nought_to_one(catalogue: Catalogue) -> None:
    ends = {
        name: (min(scores), max(scores))
        for name, answers in catalogue.choices.items()
        if (scores := [each.score for each in answers.choices if each.score is not None])
    }

    assert ends == dict.fromkeys(
        ("agreement", "debt_level", "enough", "frequency", "quality", "regularity", "safety"), (0.0, 1.0)
    )


def test_a_blank_is_never_none_so_survivors_can_say_none(catalogue: Catalogue) -> None:
    several = [
        each for each in questions(catalogue) if each.type is QuestionType.SEVERAL and each.asked_of == "survivor"
    ]

    assert [each.name for each in several if each.choices and "none" not in each.choices.codes] == []


def test_nothing_is_written_freely_but_the_public_names_of_providers(catalogue: Catalogue) -> None:
    assert [each.name for each in questions(catalogue) if each.type is QuestionType.TEXT] == ["provider_name"]


def test_no_sheet_has_room_for_an_address(catalogue: Catalogue) -> None:
    """Who finds the shelter finds the people."""
    places = {"address", "street", "town", "city", "district", "village", "location", "place", "phone", "email"}

    assert [each.name for each in questions(catalogue) if places & set(each.name.split("_"))] == []


def test_answers_on_harm_are_seen_by_those_who_work_with_the_person(catalogue: Catalogue) -> None:
    sensitive = {each.name for each in questions(catalogue) if each.sensitive}
    events = {each.name for each in catalogue.forms["incidents"].questions} - {"survivor_id"}
    seen_by = {each.name: each.seen_by for each in questions(catalogue) if each.seen_by is not None}

    of_providers = {name for name, roles in seen_by.items() if "provider" not in roles}
    harm = {name: roles for name, roles in seen_by.items() if name not in of_providers}
    assert set(harm) == sensitive | events | {"action_taken", "action_on"}
    assert set(harm.values()) == {("programme_manager", "country_office", "provider")}
    assert of_providers == {"treated_with_respect", "knows_how_to_complain", "say_in_plan"}


def test_harm_that_was_told_of_is_never_shown_by_who_people_are(catalogue: Catalogue) -> None:
    kept_whole = {each.name for each in questions(catalogue) if not each.break_down}

    assert kept_whole == {each.name for each in questions(catalogue) if each.sensitive} | {"incident_type"}


def test_help_given_is_told_apart_by_the_same_words_as_help_needed(catalogue: Catalogue) -> None:
    needed = set(catalogue.choices["help_kinds"].codes) - {"none"}

    assert set(catalogue.choices["service_types"].codes) == needed | {"shelter", "family_tracing"}


def test_every_coded_factor_lies_at_a_level_of_the_list(catalogue: Catalogue) -> None:
    levels = {each.level for each in catalogue.choices["factors"].choices if each.code != "none"}

    assert levels == set(catalogue.choices["factor_levels"].codes)


def test_the_windows_of_the_rounds_leave_no_day_out(catalogue: Catalogue) -> None:
    days = [(each.first_day, each.last_day) for each in catalogue.rounds]

    assert days[0][0] == 0
    assert [last + 1 for _, last in days[:-1]] == [first for first, _ in days[1:]]
    assert [str(each.months) for each in catalogue.rounds] == list(catalogue.choices["rounds"].codes)
    assert all(each.holds(each.target_day) for each in catalogue.rounds)


def test_a_dash_and_a_number_say_no_reason(catalogue: Catalogue) -> None:
    assert {"-", "-99", ""} & set(catalogue.missing.spellings) == set()
    assert {"-"} <= set(catalogue.missing.blanks)
    assert {"-99"} <= set(catalogue.missing.numbers)
    assert [number for number in catalogue.missing.numbers if int(number) >= 0] == []


def test_only_these_answers_are_also_spellings_of_a_missing_one(catalogue: Catalogue) -> None:
    """Where they are on the question's list they are its answers: Namibia, Denmark, Nauruan, a consent refused."""
    answers = {
        (name, text.casefold())
        for name, listed in catalogue.choices.items()
        for choice in listed.choices
        for text in (choice.code, *choice.label.values())
    }
    both = {(name, text) for name, text in answers if text in catalogue.missing.spellings}

    assert both == {
        ("nrm_stages", "not_applicable"), ("countries", "na"), ("countries", "dk"), ("languages", "na"),
        ("consent", "refused"), ("consent", "refusé"), ("moves", "not known"), ("moves", "inconnu"),
        ("places_of_living", "not known"), ("places_of_living", "inconnu"),
    }  # fmt: skip


def test_the_who_5_is_worded_as_its_makers_worded_it(catalogue: Catalogue) -> None:
    worded = [catalogue.question("follow_ups", f"who5_{at}") for at in range(1, 6)]

    assert [(each.label["en"], each.labels_source) for each in worded] == [
        ("I have felt cheerful and in good spirits", "official"),
        ("I have felt calm and relaxed", "official"),
        ("I have felt active and vigorous", "official"),
        ("I woke up feeling fresh and rested", "official"),
        ("My daily life has been filled with things that interest me", "official"),
    ]
