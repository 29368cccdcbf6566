"""Reads iati.toml: who publishes results about which activity. Without it, or with gaps in it: nobody does yet."""

from pathlib import Path

from monitoring.declarations.toml_files import ProblemList, build, open_toml
from monitoring.domain.results_framework import IatiPlan

FILE = "iati.toml"


def read_iati_plan(folder: Path, problems: ProblemList) -> IatiPlan:
    """The plan of the folder. Mistakes in its shape are added to the problems."""
    if not (folder / FILE).exists():
        return IatiPlan()
    return build(IatiPlan, open_toml(folder / FILE, FILE, problems), FILE, "", problems) or IatiPlan()
