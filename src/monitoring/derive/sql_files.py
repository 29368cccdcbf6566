"""The `.sql` files beside this module, by name. Each opens with a comment that says what one of its rows is."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "sql"


@cache
def statement(name: str) -> str:
    """The file's text, with its {places} still empty. Raises FileNotFoundError."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
