"""What went wrong unforeseen: a number for the person, and beside the same number in the log where and what sort.

Never the error's own text: it may quote a cell.
"""

import logging
import secrets
import sqlite3
from pathlib import Path

from monitoring.access.log import Log

_LOG = logging.getLogger("monitoring.failures")
_OURS = Path(__file__).resolve().parents[1]


def noted(log: Log | None, who: str, error: BaseException) -> str:
    """The reference number: six hexadecimal digits. Without a log to write to it stands on standard error alone."""
    number = secrets.token_hex(3)
    said = f"{number} {type(error).__name__} {_place(error)}"
    _LOG.error("failed, reference %s", said)
    if log is not None:
        try:
            log.add(who, "failed", said)
        except sqlite3.Error:  # no room on the disk, or a damaged file: it may be what failed in the first place
            _LOG.error("the log cannot be written, reference %s", number)  # and not its text: it may quote
    return number


def _place(error: BaseException) -> str:
    """Our own last line before it went wrong, such as `store/figures.py:18`."""
    at, place = error.__traceback__, "elsewhere"
    while at is not None:
        file = Path(at.tb_frame.f_code.co_filename)
        if file.is_relative_to(_OURS):
            place = f"{file.relative_to(_OURS)}:{at.tb_lineno}"
        elif "pages" in file.parts:
            place = f"{'/'.join(file.parts[-3:])}:{at.tb_lineno}"
        at = at.tb_next
    return place
