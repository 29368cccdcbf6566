"""Imports pandera for polars alone. Whoever needs pandera takes it from here; holds no schema.

Where pandas lies installed, as it does beside streamlit, pandera brings it along, and hypothesis, for frames that we
do not have: that trebles the time of the import and keeps 50 MB. Without pandas it serves polars all the same, which is
an installation of its own that it documents. So it is told, while it is imported here, that there is none.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from threading import get_ident
from types import ModuleType

from polars import DataFrame

_HIDDEN = frozenset({"pandas", "numpy", "hypothesis"})


class _HiddenFromMe(MetaPathFinder):
    """Hides what is not needed from this thread alone: another may be importing pandas for a page at the same moment.

    What is imported already stays so, and what is hidden can be imported as ever afterwards; only pandera for pandas
    cannot: whoever wants both imports that first.
    """

    def __init__(self) -> None:
        self._thread = get_ident()

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Raises ModuleNotFoundError for a hidden module, in the words by which pandera knows that it is missing."""
        if fullname in _HIDDEN and get_ident() == self._thread:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


@contextmanager
def hidden() -> Iterator[None]:
    finder = _HiddenFromMe()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


with hidden():
    import pandera.errors as errors
    import pandera.polars as polars

    # at its first check it looks for pandas once more, and remembers the answer
    polars.DataFrameSchema({"a": polars.Column(int, polars.Check.isin([1]))}).validate(DataFrame({"a": [1]}))

__all__ = ["errors", "polars"]
