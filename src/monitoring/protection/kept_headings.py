"""Whether the words of a heading may be kept: a heading can name a person as well as any cell can."""

from monitoring.protection.identifiers.sentences import in_sentence
from monitoring.protection.identifiers.texts import in_text

_MOST_LETTERS = 160


def heading_may_be_kept(heading: str) -> bool:
    """False for what the identifier gate would not let pass, and for texts that are no heading. It is asked again."""
    return len(heading) <= _MOST_LETTERS and in_text(heading) is None and in_sentence(heading) is None
