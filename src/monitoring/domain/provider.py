"""An organisation of an office's directory. Never a person."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider of the directory; its name is given by the office and is public."""

    id: str
    name: str
    country: str
