"""One server until it is stopped: our dashboard on a filled store, or a bare page of so many plotly charts."""

import os
import sys
from pathlib import Path

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from benchmarks.houses import open_house
from benchmarks.page import COUNTRIES, fill
from monitoring.declarations.read import read_catalogue
from monitoring.settings import ROOT
from monitoring.ui import server

_BARE = Path(__file__).with_name("bare_charts.py")


def main() -> None:
    """Takes the folder, the port, `ours` or the number of charts, and how many follow-ups each country has."""
    folder, port, kind, follow_ups = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    if kind == "ours":
        catalogue = read_catalogue(ROOT / "indicators")
        with open_house(catalogue, folder) as house:
            fill(house, catalogue, COUNTRIES, follow_ups)
            server.start(house, port)
        return
    os.environ["CHARTS"] = kind
    PagesManager.uses_pages_directory = False
    st.App(_BARE).run(config=server.options(port, (f"http://localhost:{port}",)))


if __name__ == "__main__":
    main()
