"""Opens a house, draws the overview once and prints the modules that this took, in the order in which they came in."""

import json
import sys
from datetime import date
from pathlib import Path

import monitoring.ui.server  # as `monitoring demo` does before a page is drawn
from monitoring import bootstrap
from monitoring.settings import ROOT, Settings
from monitoring.ui import session

_DRIVER = ("streamlit.testing", "unittest")
"""Streamlit's test driver and what only its mocks bring."""


def main() -> None:
    """Takes the data folder, the key file and the day. Raises RuntimeError where the page failed."""
    data, key_file, today = sys.argv[1:]
    settings = Settings(Path(data), Path(key_file), date.fromisoformat(today), demo=True, pinned=True)
    session.serve(bootstrap.open_house(settings))
    assert monitoring.ui.server.start, "imported for what it imports"

    from streamlit.testing.v1 import AppTest

    page = AppTest.from_file(ROOT / "app.py", default_timeout=60).run()
    if page.exception or not page.get("plotly_chart"):
        raise RuntimeError(f"the overview was not drawn: {[each.message for each in page.exception]}")
    print(json.dumps([name for name, module in sys.modules.items() if _can_be_imported(name, module)]))


def _can_be_imported(name: str, module: object) -> bool:
    """Whether it has a file of its own: some are put together by others. The test driver is no part of the page."""
    spec = getattr(module, "__spec__", None)
    return bool(spec and spec.has_location and spec.name == name and not name.startswith(_DRIVER))


if __name__ == "__main__":
    main()
