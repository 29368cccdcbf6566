"""Finds the row whose code differs from another in one place: a slip of the keyboard. Hands out rows, never codes."""

from collections.abc import Iterable, Mapping


class NearCodes:
    """Codes and their row numbers, to be asked for near ones. Upper and lower case count as the same."""

    def __init__(self, rows: Mapping[str, int]) -> None:
        self._rows: dict[str, int] = {}
        for code, row in rows.items():
            for form in _with_one_left_out(code.casefold()):
                self._rows.setdefault(form, row)

    def row_near(self, code: str) -> int | None:
        """The row of a code that differs by one character changed, added, left out or swapped with its neighbour."""
        return next((self._rows[form] for form in _with_one_left_out(code.casefold()) if form in self._rows), None)


def _with_one_left_out(code: str) -> Iterable[str]:
    """The code itself, then each form of it that lacks one character. Two codes one slip apart share such a form."""
    yield code
    yield from (code[:at] + code[at + 1 :] for at in range(len(code)))
