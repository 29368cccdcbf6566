"""Whether the words of a heading may be kept: a heading can name a person as well as any cell can."""

import re

from monitoring.protection.identifiers.sentences import in_sentence
from monitoring.protection.identifiers.texts import in_text

_MOST_LETTERS = 160
_LONG_NUMBER = re.compile(r"\d(?:[\s./-]?\d){5,}")
"""Of a file, a person or a day: no heading needs one, and cells of other columns would tell what it is."""


def heading_may_be_kept(heading: str) -> bool:
    """False for what the identifier gate would not let pass, and for texts that are no heading. It is asked again."""
    if len(heading) > _MOST_LETTERS or _LONG_NUMBER.search(heading):
        return False
    return in_text(heading) is None and in_sentence(heading) is None
