"""The server answers this machine only, tells nobody of its use, and every setting has a name Streamlit knows."""

from streamlit import config

from monitoring.settings import ROOT
from monitoring.ui.logo import ASSETS
from monitoring.ui.server import options

ADDRESSES = ("http://localhost:8501", "http://127.0.0.1:8501")


def test_every_setting_is_one_that_streamlit_knows():
    config.get_config_options()

    assert sorted(set(options(8501, ADDRESSES)) - set(config._config_options_template)) == []


def test_the_server_is_closed_to_the_outside():
    chosen = options(8501, ADDRESSES)

    assert {name: chosen[name] for name in ("server.address", "client.showErrorDetails", "client.allowedOrigins")} == {
        "server.address": "127.0.0.1",
        "client.showErrorDetails": "none",
        "client.allowedOrigins": [],
    }
    assert chosen["browser.gatherUsageStats"] is False
    assert chosen["server.allowedHosts"] == ["localhost", "127.0.0.1"]


def test_pictures_hold_no_text_and_fetch_nothing():
    pictures = {path.name: path.read_text(encoding="utf-8") for path in ASSETS.glob("*.svg")}

    assert sorted(pictures) == ["logo_dark.svg", "logo_light.svg"]
    assert [name for name, svg in pictures.items() if "<text" in svg or "href" in svg or "url(" in svg] == []


def test_no_screen_names_an_address_elsewhere():
    """`:material/...:` as the icon of a page would be fetched from another host; ours are files."""
    sources = [*(ROOT / "src/monitoring/ui").rglob("*.py"), *(ROOT / "pages").rglob("*.py"), ROOT / "app.py"]

    assert [path.name for path in sources if 'page_icon=":material' in path.read_text(encoding="utf-8")] == []
    assert [path.name for path in sources if "https://" in path.read_text(encoding="utf-8")] == []
