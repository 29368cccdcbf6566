"""Hands freed memory back to the machine after a check: a large workbook would leave the server fat for good."""

import ctypes


def give_back() -> None:
    """Does nothing where the C library has no such call."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
