"""What an office's analyst would otherwise write: pandas and openpyxl, pandera on pandas, and DuckDB, warm.

It reads the same declarations and finds the same mistakes. It is neither slowed down nor tuned for us, and it is spared
much that we do: no limits on a hostile file, no encryption, no history, no kept cells, no figures made ready.
"""

from datetime import date

from benchmarks.peer.checking import Place, check_sheets
from benchmarks.peer.reading import read_sheets
from benchmarks.peer.storing import PlainStore
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.submission import Changes

__all__ = ["PlainStore", "check_and_hand_in"]


def check_and_hand_in(
    catalogue: Catalogue, store: PlainStore, content: bytes, country: str, today: date
) -> tuple[list[Place], Changes]:
    """Every problem as (code, sheet, cell), and what the hand-in changed. With problems nothing is written."""
    sheets = read_sheets(catalogue, content)
    places = check_sheets(catalogue, sheets, store.known(country), today)
    return places, Changes() if places else store.hand_in(country, sheets)
