"""Sentences of the Excel template and of limits, in a language, or in English where it has not been translated."""

from monitoring.domain.form import Question
from monitoring.words import has, say

LARGEST_WHOLE = 2**31 - 1
"""The largest whole number that a column can hold."""


def said(key: str, language: str, **facts: object) -> str:
    """The sentence of a key in `words/<language>/template.toml`."""
    whole = f"template.{key}"
    return say(whole, language if has(whole, language) else "en", **facts)


def limits_of(question: Question, language: str) -> str:
    """The question's limits in words: "from 0 to 5"."""
    match question.minimum, question.maximum:
        case None, maximum:
            return said("limits.at_most", language, maximum=LARGEST_WHOLE if maximum is None else maximum)
        case minimum, None:
            return said("limits.at_least", language, minimum=minimum)
        case minimum, maximum:
            return said("limits.from_to", language, minimum=minimum, maximum=maximum)


def heading_of(question: Question, language: str) -> str:
    """The heading that people see: the label, and in brackets what must be known of it."""
    label = question.label.get(language) or question.label["en"]
    if question.required:
        return f"{label} ({said('needed', language)})"
    return f"{label} ({said('sensitive', language)})" if question.sensitive else label
