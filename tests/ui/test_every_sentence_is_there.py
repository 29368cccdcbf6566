"""A sentence that a screen asks for and no file has is found here and not by a visitor."""

import ast
import re

from monitoring.settings import ROOT
from monitoring.words import has

KEY = re.compile(r"screens(\.\w+)+")
SOURCES = [*(ROOT / "src/monitoring/ui").rglob("*.py"), *(ROOT / "pages").rglob("*.py")]


def sentences_asked_for():
    """Keys written out in full; those put together from parts are met by the page tests."""
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and id(node) not in parts and KEY.fullmatch(str(node.value)):
                yield node.value


def test_every_sentence_asked_for_is_there():
    asked = set(sentences_asked_for())

    assert len(asked) > 100
    assert sorted(key for key in asked if not has(key)) == []
