"""What one text means as an answer."""

from datetime import date

import pytest

from monitoring.domain.form import Missing, Question, QuestionType
from monitoring.intake.cells import NO_ANSWER_BY_NUMBER, Unread, meanings_of, reader_for
from monitoring.intake.listed_answers import nearest, spellings


@pytest.fixture
def read(catalogue):
    """read("follow_ups.status", text) is what the text means there."""

    def answer(place, text):
        form, name = place.split(".")
        return reader_for(catalogue.question(form, name), meanings_of(catalogue.missing))(text)

    return answer


@pytest.mark.parametrize(
    ("place", "text", "meaning"),
    [
        ("follow_ups.status", " Not\u00a0reached ", "not_reached"),
        ("follow_ups.status", "NOT_REACHED", "not_reached"),
        ("follow_ups.round", "3.0", "3"),
        ("follow_ups.round", "3 months", "3"),
        ("survivors.age_band", "9–17", "9-17"),
        ("survivors.country", "NA", "NA"),
        ("survivors.country", "Namibie", "NA"),
        ("survivors.consent_contact", "refused", "refused"),
        ("survivors.nrm_stage", "not applicable", "not_applicable"),
        ("survivors.gender", "Préfère ne pas répondre", Missing.PREFER_NOT_TO_SAY),
        ("survivors.gender", "", None),
        ("survivors.gender", "\u200b", None),
        ("survivors.gender", "NA", Missing.NOT_APPLICABLE),
        ("survivors.gender", "N/A", Missing.NOT_APPLICABLE),
        ("survivors.gender", "sans_objet", Missing.NOT_APPLICABLE),
        ("survivors.gender", "Refused", Missing.PREFER_NOT_TO_SAY),
        ("survivors.gender", "prefere ne pas repondre", Missing.PREFER_NOT_TO_SAY),
        ("survivors.gender", "Ne veut pas répondre", Missing.PREFER_NOT_TO_SAY),
        ("survivors.gender", "don_t_know", Missing.DONT_KNOW),
        ("survivors.gender", "NSP", Missing.DONT_KNOW),
        ("survivors.gender", "question_not_asked", Missing.NOT_ASKED),
        ("survivors.gender", "–", None),
        ("survivors.gender", "Pas de réponse", None),
        ("survivors.gender", "-99", NO_ANSWER_BY_NUMBER),
        ("survivors.gender", "\u2066Woman\u00a0or girl\u2069", "woman_or_girl"),
        ("survivors.gender", "ｗｏｍａｎ_or_girl", "woman_or_girl"),
        ("survivors.country", "DK", "DK"),
        ("follow_ups.round", "٣", "3"),
        ("follow_ups.round", "১২", "12"),
        ("follow_ups.help_needed", "legal، health", "health legal"),
        ("follow_ups.help_needed", "legal health", "health legal"),
        ("follow_ups.help_needed", "Legal help; health\nlegal help", "health legal"),
        ("follow_ups.help_needed", "Aide juridique, health", "health legal"),
        ("follow_ups.help_needed", "none", "none"),
        ("follow_ups.help_needed", "legal nonsense", Unread("not_on_list")),
        ("follow_ups.help_needed", "; ,", Unread("not_on_list")),
        ("follow_ups.priorities", "work; health; work", "work health"),
        ("follow_ups.priorities", "work health family faith", Unread("too_many_named")),
        ("follow_ups.private", "OUI", True),
        ("follow_ups.private", "false", False),
        ("follow_ups.private", "1.0", True),
        ("follow_ups.private", "not asked", Missing.NOT_ASKED),
        ("follow_ups.private", "2", Unread("not_yes_or_no")),
        ("follow_ups.contact_date", "2026-01-31", date(2026, 1, 31)),
        ("follow_ups.contact_date", "2026-01-31 00:00:00", date(2026, 1, 31)),
        ("follow_ups.contact_date", "2026-01-31T00:00:00.000", date(2026, 1, 31)),
        ("follow_ups.contact_date", "46053", date(2026, 1, 31)),
        ("follow_ups.contact_date", "46053.0", date(2026, 1, 31)),
        ("follow_ups.contact_date", "2026-02-30", Unread("not_a_date")),
        ("follow_ups.contact_date", "2026-01-31 13:05:00", Unread("not_a_date")),
        ("follow_ups.contact_date", "1899-12-31 13:05:00", Unread("not_a_date")),
        ("follow_ups.contact_date", "31/01/2026", date(2026, 1, 31)),
        ("follow_ups.contact_date", "03/04/2026", Unread("unclear_date")),
        ("follow_ups.contact_date", "refused", Missing.PREFER_NOT_TO_SAY),
        ("follow_ups.contact_date", "-", None),
        ("follow_ups.contact_date", "-99", NO_ANSWER_BY_NUMBER),
        ("follow_ups.minutes", "12.0", 12),
        ("follow_ups.minutes", "-3", -3),
        ("follow_ups.minutes", "12,5", Unread("not_a_number")),
        ("follow_ups.minutes", "1,234", Unread("unclear_number")),
        ("follow_ups.minutes", "-99", NO_ANSWER_BY_NUMBER),
        ("follow_ups.minutes", "\u2212٩٩", NO_ANSWER_BY_NUMBER),
        ("follow_ups.minutes", "-98.0", NO_ANSWER_BY_NUMBER),
        ("follow_ups.minutes", "99", 99),
        ("follow_ups.minutes", "0", 0),
        ("follow_ups.minutes", "DK", Missing.DONT_KNOW),
        ("follow_ups.minutes", "99999999999", Unread("out_of_range")),
        ("survivors.survivor_id", " MD-0001 ", "MD-0001"),
        ("survivors.survivor_id", "MD1", Unread("not_a_code")),
        ("survivors.survivor_id", "\u200fMD\u20110001\u200b", "MD-0001"),
        ("survivors.survivor_id", "ＭＤ－０００１", "MD-0001"),
        ("survivors.survivor_id", "MD-٠٠۰۱", "MD-0001"),
        ("survivors.survivor_id", "МD-0001", Unread("look_alike_letters")),
        ("survivors.survivor_id", "ΜD-0001", Unread("look_alike_letters")),
        ("survivors.survivor_id", "Жизнь-1", Unread("not_a_code")),
        ("survivors.survivor_id", "-999", NO_ANSWER_BY_NUMBER),
        ("survivors.survivor_id", "don't know", Missing.DONT_KNOW),
        ("survivors.previous_survivor_id", "not_asked", Missing.NOT_ASKED),
        ("providers.provider_name", "Aid  for\nall", "Aid for all"),
        ("providers.provider_name", "N/A", Missing.NOT_APPLICABLE),
        ("providers.provider_name", "অ্যাক্‌শন\u200b এইড", "অ্যাক্‌শন এইড"),
    ],
)
def test_a_text_means(read, place, text, meaning):
    assert read(place, text) == meaning


def test_every_label_and_code_leads_back_to_its_answer(catalogue):
    """No label of a list, in any language, is taken for another answer of the list."""
    lost = [
        (choices.name, choice.code, text)
        for choices in catalogue.choices.values()
        for choice in choices.choices
        for text in (choice.code, *choice.label.values())
        if reader_for(Question("q", QuestionType.CHOICE, {}, choices=choices), {})(text) != choice.code
    ]

    assert lost == []


def test_the_nearest_answer_is_found_by_code_or_label(catalogue):
    status = catalogue.question("follow_ups", "status")

    assert [nearest(status, text) for text in ("not_reachd", "Intervewed", "qqqqqq")] == [
        "not_reached",
        "interviewed",
        None,
    ]
    assert nearest(catalogue.question("follow_ups", "minutes"), "12") is None
    assert spellings(status.choices)["non jointe"] == "not_reached"
