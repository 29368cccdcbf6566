"""What has been worked out is kept until something is handed in or decided: by what was asked, never by who asked.

Only what is true of groups is kept, counts, shares, curves, and what offices list of organisations. No row, no answer
and no code of anybody ever comes here, for what is kept is given to whoever asks the same within their own scope.
Permissions are checked before, each time.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from threading import Lock
from typing import TypeVar, cast

MOST = 300
"""Answers kept at once; what was asked for longest ago goes first."""

Told = TypeVar("Told")


class KeptFigures:
    """Answers of one house. `version` says which state of the history an answer is of: an older one is never given."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, object] = OrderedDict()

    def told(self, version: Hashable, asked: tuple[object, ...], work: Callable[[], Told]) -> Told:
        """The answer kept, or what `work` finds, from now on kept. Two who ask at once may both have it worked out."""
        key = (version, *(_frozen(each) for each in asked))
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast("Told", self._kept[key])
        found = work()
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found

    def forget(self) -> None:
        """Everything is worked out anew from now on."""
        with self._lock:
            self._kept.clear()


def _frozen(value: object) -> Hashable:
    """Filters are mappings, and mean the same in any order."""
    return tuple(sorted(value.items())) if isinstance(value, Mapping) else value
