"""Whatever can be wrong with a declaration is said in words, with file, key and what to do."""

import re

from monitoring.domain.problem import Problem
from monitoring.settings import ROOT
from monitoring.words import has
from monitoring.words.problem_text import fix, message


def codes_in_use():
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/monitoring/declarations").glob("*.py"))
    return set(re.findall(r'found\(\s*"(\w+)"', text)) | {
        "example_fails",
        "bad_example_answer",
        "too_few_examples",
        "mixed_kinds",
    }


def test_every_code_has_its_sentences():
    codes = codes_in_use()

    assert len(codes) > 15
    assert [code for code in sorted(codes) if not has(f"declarations.{code}.says")] == []


def test_a_near_miss_is_suggested():
    problem = Problem(
        "unknown_key", file="housing/x.toml", key="numeratr", facts=(("word", "numeratr"),), suggestion="numerator"
    )

    assert message(problem) == "There is no key called numeratr."
    assert fix(problem) == "Take it out or correct its spelling. Did you mean numerator?"
