"""Stands where the store would be in a process that shows releases alone. Opens nothing and answers nothing."""

from typing import Any, NoReturn

from monitoring.store.connection import StoreClosed
from monitoring.store.store import Store


class NoStore(Store):
    """Whoever asks it for records is refused in words."""

    def __init__(self) -> None:
        """Opens no file."""

    def __getattribute__(self, name: str) -> Any:
        return object.__getattribute__(self, name) if name == "close" or name.startswith("__") else _REFUSING

    def close(self) -> None:
        """There is nothing to close."""


class _Refusing:
    """Whatever of the store is asked, called or looked into."""

    def __call__(self, *asked: object, **also: object) -> NoReturn:
        raise StoreClosed("releases_only")

    def __getattr__(self, name: str) -> NoReturn:
        raise StoreClosed("releases_only")


_REFUSING = _Refusing()
