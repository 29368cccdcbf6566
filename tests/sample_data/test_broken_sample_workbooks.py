"""Each broken workbook holds exactly the mistake that it is named after, and every problem is shown somewhere."""

import re
import tomllib
from collections.abc import Callable

import pytest

from monitoring.domain.problem import Level
from monitoring.intake.check import CheckedWorkbook
from monitoring.settings import ROOT

SAMPLE = ROOT / "sample_data"
Check = Callable[..., CheckedWorkbook]
BROKEN = sorted(path.stem for path in (SAMPLE / "broken").iterdir())
LISTED = re.compile(r"^\| `(\w+)`( w)? \|", re.MULTILINE)


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_workbook_holds_exactly_its_mistake_at_the_level_the_readme_says(
    code: str, check: Check, readme: str
) -> None:
    level = {name: Level.WARNING if mark else Level.ERROR for name, mark in LISTED.findall(readme)}

    found = {(each.code, each.level) for each in check(f"broken/{code}.xlsx").problems}

    assert found == {(code, level[code])}


def test_every_problem_has_its_file_or_its_reason_in_the_readme(readme: str) -> None:
    sentences = tomllib.loads((ROOT / "src/monitoring/words/en/problems.toml").read_text(encoding="utf-8"))
    codes = {code for code, entry in sentences.items() if isinstance(entry, dict)}
    listed_without = re.findall(r"^\* (`\w+`(?:, `\w+`)*):", readme, re.MULTILINE)
    without_file = {code for line in listed_without for code in re.findall(r"\w+", line)}

    assert {code for code, _ in LISTED.findall(readme)} == set(BROKEN)
    assert set(BROKEN) | without_file == codes
    assert not set(BROKEN) & without_file


def test_a_good_workbook_of_another_country_than_expected_is_told_apart(check: Check) -> None:
    checked = check("good/moldova.xlsx", country="NG")

    assert {problem.code for problem in checked.problems} == {"other_country"}
