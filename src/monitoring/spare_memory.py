"""Keeps a process lean. A large workbook would else leave the server fat for good: what is freed is kept for later use,
by each thread of its own and by each library of its own.
"""

import ctypes
import os

_MOST_ARENAS = -8  # M_ARENA_MAX of mallopt(3)
_FEW = 2
_FREED_PAGES = "dirty_decay_ms:100,muzzy_decay_ms:0"  # the usual is ten seconds: longer than a check takes


def keep_little() -> None:
    """To be called before anything large is imported: polars asks once how long it may keep what it has freed."""
    os.environ.setdefault("_RJEM_MALLOC_CONF", _FREED_PAGES)
    _c_library("mallopt", _MOST_ARENAS, _FEW)


def give_back() -> None:
    """Hands freed memory back to the machine, after a check."""
    _c_library("malloc_trim", 0)


def _c_library(name: str, *numbers: int) -> None:
    """Does nothing where the C library has no such call."""
    call = getattr(ctypes.CDLL(None), name, None)
    if call is not None:
        call(*numbers)
