"""What is declared about sharing is checked like all else: years, tables of people, who publishes results."""

from pathlib import Path
from shutil import copytree

import pytest
from broken_folders import SOUND, problems_of

from monitoring.declarations.read import read_declarations

TABLE = '[[table]]\nid = "one"\nlabel = {{ en = "One", fr = "Un" }}\n{}\n'


def problems(folder: Path, file: str, text: str) -> set[tuple[str, str | None]]:
    copytree(SOUND, folder, dirs_exist_ok=True)
    (folder / file).write_text(text, encoding="utf-8")
    return {(code, key) for code, _, key, _ in problems_of(folder)}


def test_a_year_begins_with_a_quarter(tmp_path):
    found = problems(tmp_path, "releases.toml", "[reporting_years]\nbegins_in = 5\n")

    assert found == {("not_allowed_value", "reporting_years.begins_in")}


@pytest.mark.parametrize("by", ['["disability"]', '["country", "reporting_year"]', '["reporting_year"]'])
def test_a_table_of_years_or_of_disability_names_its_numbers(tmp_path, by):
    found = problems(tmp_path, "releases.toml", TABLE.format(f"by = {by}"))

    assert found == {("missing_key", "table[1].only")}


def test_a_number_that_nobody_declared_is_in_no_table(tmp_path):
    found = problems(tmp_path, "releases.toml", TABLE.format('by = ["reporting_year"]\nonly = ["peple"]'))

    assert found == {("unknown_name", "table[1].only")}


def test_years_are_crossed_with_no_years(tmp_path):
    table = TABLE.format('by = ["reporting_year", "reporting_year"]\nonly = ["rents"]')

    assert problems(tmp_path, "releases.toml", table) == {("release_dimensions", "table[1].by")}


def test_a_misspelt_line_about_a_publisher_is_said(tmp_path):
    assert problems(tmp_path, "iati.toml", 'organization = "XX-1"\n') == {("unknown_key", "organization")}


def test_how_groups_are_told_apart_is_one_of_two_ways(tmp_path):
    assert problems(tmp_path, "iati.toml", 'disaggregation = "both"\n') == {("not_allowed_value", "disaggregation")}


def test_a_publisher_with_gaps_is_no_mistake_and_publishes_nothing(tmp_path):
    copytree(SOUND, tmp_path, dirs_exist_ok=True)
    (tmp_path / "iati.toml").write_text('organisation = "XX-1"\n', encoding="utf-8")
    catalogue, found = read_declarations(tmp_path)

    assert (found, catalogue is not None and catalogue.iati.is_complete) == ((), False)
