"""The house rules that can be counted."""

import ast
from pathlib import Path

import pytest

from monitoring.settings import ROOT

SOURCES = sorted((ROOT / "src").rglob("*.py"))
PAGES = sorted((ROOT / "pages").rglob("*.py"))


def lines_of(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def imported(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def test_no_page_lies_directly_in_pages():
    """A fresh server would run such a file without app.py: without sign-in."""
    assert list((ROOT / "pages").glob("*.py")) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_reads_like_a_table_of_contents(path):
    assert lines_of(path) <= 80
    assert not [name for name in imported(path) if name.startswith(("monitoring.store", "duckdb", "pandas", "polars"))]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: "/".join(path.parts[-2:]))
def test_a_file_fits_on_a_few_screens(path):
    assert lines_of(path) <= 200


def test_functions_are_short():
    long = {
        f"{path.relative_to(ROOT)}:{node.name}": node.end_lineno - node.lineno + 1
        for path in (*SOURCES, *PAGES)
        for node in functions(path)
        if node.end_lineno - node.lineno + 1 > 45
    }

    assert long == {}


def test_every_module_says_what_it_holds():
    assert [path.name for path in (*SOURCES, *PAGES) if not ast.get_docstring(ast.parse(path.read_text()))] == []


def test_the_entry_script_touches_no_data():
    assert not [
        name for name in imported(ROOT / "app.py") if name.startswith(("monitoring.store", "monitoring.services"))
    ]


def test_drawers_without_a_subject_do_not_exist():
    drawers = {"utils", "helpers", "common", "misc", "manager", "core"}

    assert [path for path in SOURCES if path.stem in drawers or path.parent.name in drawers] == []


def test_every_refusal_has_a_sentence():
    import re

    from monitoring.words import has

    raised = set()
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        raised |= set(
            re.findall(r'(?:Refusal|ImpossibleRequest|NotPossible|KeyRefused|NotSampleData)\(\s*"(\w+)"', text)
        )
        raised |= set(re.findall(r'NotAllowed\([\w.]+, "(\w+)"', text))

    assert len(raised) > 20
    assert [reason for reason in sorted(raised) if not has(f"refusals.{reason}")] == []


def test_declared_files_are_all_read(catalogue):
    files = {path.stem for path in Path(ROOT / "indicators" / "forms").glob("*.toml")}

    assert files == set(catalogue.forms)
