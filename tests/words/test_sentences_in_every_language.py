"""What an office meets on its way through the desk is said in each of its languages, and says the same."""

import re
import tomllib

import pytest

from monitoring.settings import ROOT
from monitoring.words import LANGUAGES, ask_for_language, say, spoken

WORDS = ROOT / "src" / "monitoring" / "words"
OTHERS = [language for language in LANGUAGES if language != "en"]
ALL_TRANSLATED = (
    "cohorts.",
    "context.",
    "disclosures.",
    "explained.",
    "hand_ins.",
    "improvement.",
    "journey.",
    "missed.",
    "own_words.",
    "problems.",
    "reported.",
    "risk_by_provider.",
    "screens.",
)
"""What stands on the desk and on the pages of results."""

NOT_YET = "declarations.not_toml.fix"
"""Read by those who write declarations, who read English."""


def sentences(language, table=None, place=""):
    """Every sentence by its dotted key."""
    if table is None:
        table = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (WORDS / language).glob("*.toml")}
    found = {}
    for name, entry in table.items():
        found |= sentences(language, entry, f"{place}{name}.") if isinstance(entry, dict) else {f"{place}{name}": entry}
    return found


@pytest.fixture
def reader():
    """reader("fr"): from now on somebody reads French."""
    yield lambda language: ask_for_language(lambda: language)
    ask_for_language(lambda: "en")


@pytest.mark.parametrize("language", OTHERS)
def test_problems_the_desk_and_the_pages_of_results_lack_no_sentence(language):
    english, other = sentences("en"), sentences(language)

    assert sorted(key for key in english if key.startswith(ALL_TRANSLATED) and key not in other) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_same_slots_as_the_english_sentence(language):
    english, other = sentences("en"), sentences(language)

    def slots(text):
        return set(re.findall(r"{(\w+)}", text))

    assert sorted(key for key in other if key not in english) == []
    assert [key for key, text in other.items() if slots(text) != slots(english[key])] == []


def test_a_sentence_is_in_the_readers_language_unless_another_is_named(reader):
    reader("fr")

    assert spoken() == "fr"
    assert say("screens.desk.back") == "Revenir au contrôle"
    assert say("screens.desk.back", "en") == "Back to the check"


def test_what_is_not_translated_yet_is_said_in_english(reader):
    reader("fr")

    assert say(NOT_YET) == say(NOT_YET, "en")
    with pytest.raises(KeyError):
        say(NOT_YET, "fr")
