"""What an office said of headings that we do not know. Holds headings and names of questions, never an answer."""

from collections.abc import Mapping
from dataclasses import dataclass

HeadingAnswers = Mapping[tuple[str, str], str | None]
"""Form and heading, folded -> the question it means there; None: it is none of ours, and its column is left out."""

NOTHING_SAID: HeadingAnswers = {}


@dataclass(frozen=True, slots=True)
class RememberedHeading:
    """One answer as it is kept for an office."""

    form: str
    heading: str
    question: str | None
    said_by: str
