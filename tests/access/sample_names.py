"""Three countries of the sample data: words that stand in the data of one of them and nowhere else."""

from openpyxl import load_workbook
from real_server import OWN_PROVIDER

from monitoring.settings import ROOT

COUNTRIES = {"MD": "moldova", "NG": "nigeria", "TN": "tunisia"}


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
