"""Houses opened as `open_house` does it, with declarations that are read once for all tests. Holds no test."""

from monitoring.bootstrap import open_people
from monitoring.declarations.read import read_catalogue
from monitoring.services.house import House
from monitoring.settings import ROOT, Settings
from monitoring.store.keys import read_keys
from monitoring.store.release_files import ReleaseFiles
from monitoring.store.store import Store

CATALOGUE = read_catalogue(ROOT / "indicators")


def opened_house(settings: Settings) -> House:
    """Close its store afterwards."""
    keys = read_keys(settings.key_file, settings.data)
    store = Store(settings.data, keys[0], CATALOGUE, older_keys=keys[1:])
    return House(CATALOGUE, store, open_people(settings), settings, ReleaseFiles.of(settings))
