"""Every problem that a profile can find has its sentences, and no sentence is left over."""

import re
import tomllib

from monitoring.settings import ROOT
from monitoring.words import has

PARTS = ("title", "says", "fix")


def sentences():
    text = (ROOT / "src/monitoring/words/en/profiles.toml").read_text(encoding="utf-8")
    return {code for code, entry in tomllib.loads(text).items() if isinstance(entry, dict)}


def source():
    return "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/monitoring/intake/profiles").glob("*.py"))


def test_every_code_has_a_title_a_sentence_and_a_remedy():
    assert [f"{code}.{part}" for code in sentences() for part in PARTS if not has(f"profiles.{code}.{part}")] == []


def test_every_code_that_is_found_has_a_sentence_and_no_sentence_is_left_over():
    raised = set(re.findall(r'(?:Problem|Refused|problem|_needed|_problem|found)\(\s*"([a-z]+(?:_[a-z]+)+)"', source()))

    assert [
        code for code in sorted(raised) if not has(f"profiles.{code}.says") and not has(f"problems.{code}.says")
    ] == []
    assert [code for code in sorted(sentences()) if f'"{code}"' not in source()] == []
