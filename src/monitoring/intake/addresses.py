"""Cell addresses as people read them: column letters and row numbers. Columns count from 0, rows from 1."""

from functools import cache


@cache
def letters(column: int) -> str:
    """The letters of a column: 0 is A, 26 is AA."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def column_of(address: str) -> int:
    """The column of an address such as AB12."""
    number = 0
    for letter in address.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def row_of(address: str) -> int:
    """The row of an address such as AB12."""
    return int(address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
