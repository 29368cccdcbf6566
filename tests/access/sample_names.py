"""Three countries of the sample data: words that stand in the data of one of them and nowhere else."""

import os
import subprocess
import sys
from pathlib import Path

from openpyxl import load_workbook

from monitoring.settings import ROOT

COUNTRIES = {"MD": "moldova", "NG": "nigeria", "TN": "tunisia"}
OWN_PROVIDER = "MD-WALNUT"


def provider_names(country: str) -> dict[str, str]:
    """Code to name, from the sample workbook: words that stand in that country's data and nowhere else."""
    sheet = load_workbook(ROOT / "sample_data" / "good" / f"{COUNTRIES[country]}.xlsx")["providers"]
    heading = [cell.value for cell in sheet[1]]
    code, name = heading.index("provider_id"), heading.index("provider_name")
    return {str(row[code]): str(row[name]) for row in sheet.iter_rows(min_row=3, values_only=True)}


NAMES = {country: provider_names(country) for country in COUNTRIES}
ALL = {name for names in NAMES.values() for name in names.values()}
MAY_KNOW = {
    "manager": ALL,
    "office_md": set(NAMES["MD"].values()),
    "office_ng": set(NAMES["NG"].values()),
    "provider": {NAMES["MD"][OWN_PROVIDER]},
    "funder": set(),
    "analyst": set(),
    "administrator": set(),
}


def load_samples(folder: Path) -> None:
    """Hands the three workbooks in, in the manager's name: Moldova's is the first."""
    files = [str(ROOT / "sample_data" / "good" / f"{name}.xlsx") for name in COUNTRIES.values()]
    command = [sys.executable, "-m", "monitoring", "--data", str(folder / "data"), "--today", "2026-06-01"]
    environment = {**os.environ, "MONITORING_KEY": str(folder / "key")}
    subprocess.run([*command, "load", *files, "--as", "Mina"], check=True, env=environment, stdout=subprocess.DEVNULL)
