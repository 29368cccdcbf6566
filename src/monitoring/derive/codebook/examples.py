"""A worked example as the codebook shows it: the rows as they stand in its file, and what they give."""

from monitoring.domain.indicator import Example
from monitoring.words import say


def rows_of(example: Example) -> list[list[str]]:
    """The example's rows below their headings."""
    columns = list(dict.fromkeys(name for row in example.rows for name in row))
    return [columns, *([row.get(name, "") for name in columns] for row in example.rows)]


def gives(example: Example, language: str) -> str:
    """What must come out, in words."""
    said = {"numerator": example.numerator, "denominator": example.denominator, "value": example.value}
    told = [f"{say(f'codebook.result.{key}', language)} {each:g}" for key, each in said.items() if each is not None]
    return say("codebook.gives", language, numbers=", ".join(told))
