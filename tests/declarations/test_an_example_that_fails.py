"""A worked example that does not come out as it says is refused, with its file, its place and both outcomes."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

from monitoring.services.check_definitions import check
from monitoring.settings import ROOT, read_settings

FILE = "housing/housing_secure.toml"


def problems_with(folder: Path, old: str, new: str) -> list[tuple[str, str | None, str | None]]:
    """Code, file and key of everything found in our own declarations once the file says `new` instead of `old`."""
    copytree(ROOT / "indicators", folder)
    text = (folder / FILE).read_text(encoding="utf-8")
    assert old in text, "the test itself is broken"
    (folder / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = check(replace(read_settings(), declarations=folder)).problems
    return [(each.code, each.file, each.key) for each in problems]


def first_numerator() -> tuple[str, str]:
    """The line of the first example's numerator, and the same with one person more."""
    lines = (ROOT / "indicators" / FILE).read_text(encoding="utf-8").partition("[[example]]")[2].splitlines()
    line = next(line for line in lines if line.startswith("numerator = "))
    return line, f"numerator = {int(line.removeprefix('numerator = ')) + 1}"


def test_a_wrong_count_is_told(tmp_path: Path) -> None:
    assert problems_with(tmp_path / "indicators", *first_numerator()) == [("example_fails", FILE, "example[1]")]


def test_an_answer_that_the_form_does_not_have_is_told(tmp_path: Path) -> None:
    rows = (ROOT / "indicators" / FILE).read_text(encoding="utf-8").partition("rows = '''\n")[2].partition("'''")[0]
    changed = rows.replace("| own ", "| ownd ", 1)

    assert problems_with(tmp_path / "indicators", rows, changed) == [("bad_example_answer", FILE, "example[1].rows")]


def test_an_indicator_with_one_example_is_told(tmp_path: Path) -> None:
    text = (ROOT / "indicators" / FILE).read_text(encoding="utf-8")
    second = text.index("[[example]]", text.index("[[example]]") + 1)

    assert problems_with(tmp_path / "indicators", text[second:], "") == [("too_few_examples", FILE, "example")]


def test_a_text_compared_with_a_number_is_told(tmp_path: Path) -> None:
    folder = copytree(ROOT / "indicators", tmp_path / "indicators")
    text = (folder / FILE).read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("numerator = "))
    (folder / "housing" / "new.toml").write_text(text.replace(line, 'numerator = "housing_standard > 3"', 1))

    problems = check(replace(read_settings(), declarations=folder)).problems

    assert [(each.code, each.file) for each in problems] == [("mixed_kinds", "housing/new.toml")]
