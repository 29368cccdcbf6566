"""The forms for a telephone say the same things in every language."""

import re
import tomllib

from monitoring.derive.xlsform_words import LANGUAGES
from monitoring.domain.form import RECALLS
from monitoring.settings import ROOT

WORDS = ROOT / "src/monitoring/words"


def sentences(language):
    table = tomllib.loads((WORDS / language / "xlsform.toml").read_text(encoding="utf-8"))
    inner = {
        f"{name}.{key}": text for name, part in table.items() if isinstance(part, dict) for key, text in part.items()
    }
    return {**{name: text for name, text in table.items() if isinstance(text, str)}, **inner}


def test_every_sentence_is_there_in_every_language_with_the_same_slots():
    slots = {
        language: {key: set(re.findall(r"{(\w+)}", text)) for key, text in sentences(language).items()}
        for language in LANGUAGES
    }

    assert slots["en"] == slots["fr"]
    assert {f"recall.{recall}" for recall in RECALLS} <= set(slots["en"])


def test_every_sentence_is_used():
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/monitoring/derive").glob("xlsform*.py"))
    said = set(re.findall(r'"([a-z_.]+)"', code))

    assert {key for key in sentences("en") if key not in said and not key.startswith("recall.")} == set()
