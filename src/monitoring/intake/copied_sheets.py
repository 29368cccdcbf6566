"""Whether a second sheet of a form is a copy of the first, or has rows of its own. Reads keys, prints none."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monitoring.intake.sheets import KnownSheet

_MOST_IN_BOTH = 0.5
"""Of a sheet's rows whose key another sheet of the form has already: with more it is a copy, and nothing to add."""


def is_copy(sheet: "KnownSheet", before: "Iterable[KnownSheet]") -> bool:
    """Whether most of a sheet's rows stand in an earlier one too, by their key; rows without a whole key count not."""
    others = set().union(*(_keys(each) for each in before))
    if not others:  # nearly always: and the keys of 50,000 rows take a third of a second
        return False
    own = _keys(sheet)
    return bool(own) and len(own & others) > _MOST_IN_BOTH * len(own)


def _keys(known: "KnownSheet") -> set[tuple[str, ...]]:
    columns = [known.headings.columns.get(name) for name in known.form.key]
    if None in columns:
        return set()
    cells = (known.sheet.columns[at] for at in columns if at is not None)
    below = [(each.texts, each.at.slice(known.headings.data_from).to_list()) for each in cells]
    rows = zip(*(which for _, which in below), strict=True)
    texts = [[text.strip() for text in each] for each, _ in below]
    return {tuple(texts[at][each] for at, each in enumerate(row)) for row in rows if None not in row}
