"""A table of text (.csv) becomes texts by column; encoding and separator are found. Runs in the limited child.

Knows no form and interprets no cell. Row numbers count records, as a spreadsheet shows them.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePath
from typing import Any

from monitoring.intake import limits
from monitoring.intake.preflight import Refused, too_large
from monitoring.intake.text_encodings import decoded

ENDINGS = (".csv", ".tsv", ".tab", ".txt")
_SEPARATORS = ",;\t|"
_LOOKED_AT = 60
"""Records from the top by which the separator is found."""

_CHUNK = 5_000


def is_text(file: str) -> bool:
    """Whether the file's name says that it is a table of text."""
    return PurePath(file).suffix.casefold() in ENDINGS


def read_text(content: bytes) -> tuple[dict[str, Any], Any]:
    """(what is known of the only sheet, its table of texts). Raises Refused where it is no table."""
    text = decoded(content)
    first_line, _, rest = text.partition("\n")
    said = first_line.strip().casefold().removeprefix('"').removesuffix('"')
    if said.startswith("sep=") and len(said) == 5:  # what Excel writes to itself; the line counts as a row all the same
        return _known(), _table(rest, said[-1], first_row=2)
    return _known(), _table(text, _separator(text), first_row=1)


def _known() -> dict[str, Any]:
    """Text has nothing beside its cells; it is called like its file."""
    nothing = ("errors", "merged", "without_value", "notes", "hidden_rows", "hidden_columns")
    return {"name": "", "hidden": False, **{name: [] for name in nothing}}


def _separator(text: str) -> str:
    """The sign that cuts most records into equally many parts, at least two. Raises Refused where none does."""
    best = (0.0, 0, "")
    for sign in _SEPARATORS:
        widths = Counter(len(record) for record in islice(_lenient(text[:200_000], sign), _LOOKED_AT) if record)
        wide = {width: count for width, count in widths.items() if width > 1}
        if wide:
            width, count = max(wide.items(), key=lambda each: (each[1], each[0]))
            best = max(best, (count / widths.total(), width, sign))
    if not best[2]:
        raise Refused("not_a_table")
    return best[2]


def _lenient(text: str, separator: str) -> Iterator[list[str]]:
    """Records as far as they can be read. The last may be cut off, and counts for little."""
    records = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        yield from records
    except csv.Error:
        return


def _table(text: str, separator: str, first_row: int) -> Any:
    """One Arrow table: `row`, and a column of different texts for each column, as the reader of workbooks gives it."""
    import pyarrow as pa

    from monitoring.intake.slice_reader import TEXTS

    records = _strict(text, separator, first_row)
    chunks = []
    while rows := list(islice(records, _CHUNK)):
        width = max(map(len, rows))
        if width > limits.MAX_COLUMNS:
            raise too_large()
        even = (row if len(row) == width else row + [""] * (width - len(row)) for row in rows)
        columns = zip(*even, strict=True) if width else ()
        chunks.append((len(rows), [pa.array(column, pa.string()).dictionary_encode() for column in columns]))
    height, width = sum(count for count, _ in chunks), max((len(each) for _, each in chunks), default=0)
    whole = [
        pa.chunked_array(
            [each[at] if at < len(each) else pa.nulls(count, TEXTS) for count, each in chunks]
        ).unify_dictionaries()
        for at in range(width)
    ]
    rows_ = pa.array(range(first_row, first_row + height), pa.int32())
    return pa.Table.from_arrays([rows_, *whole], names=["row", *map(str, range(width))]).combine_chunks()


def _strict(text: str, separator: str, first_row: int) -> Iterator[list[str]]:
    """Every record. A quotation mark that is never closed would swallow the rest of the file in silence: refused."""
    records = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    row = first_row
    try:
        for record in records:
            yield record
            row += 1
    except csv.Error as mistake:
        raise Refused("open_quotation_mark", row=str(row)) from mistake
