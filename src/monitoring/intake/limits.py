"""How large a workbook may be, and what the child that reads it may use of the machine. Knows no format."""

import resource

MB = 1024 * 1024

MAX_FILE_BYTES = 25 * MB
"""Of the file as handed in; the same as the dashboard's upload limit."""

MAX_UNZIPPED_BYTES = 450 * MB
"""Of all parts together. 50,000 follow-ups unzip to about 200 MB."""

MAX_RATIO = 400
"""Unzipped to zipped, beyond UNSUSPICIOUS_BYTES. Full workbooks stay under 20, blank formatted rows under 200."""

UNSUSPICIOUS_BYTES = 60 * MB
MAX_PARTS = 2_000
MAX_SMALL_PART_BYTES = 60 * MB
"""Of any part that is held whole: the list of sheets, styles, shared texts; and of one row."""

MAX_TABLES_BYTES = 100 * MB
"""Of all tables of text in one zip."""

MAX_HEAD_BYTES = 4 * MB
"""Of what stands above the rows of a sheet: widths of columns, how it was scrolled."""

MAX_SHEETS = 200
MAX_COLUMNS = 2_000
"""A cell with something in it beyond these stands there by mistake: the widest Kobo export has some hundreds."""

MAX_ROW = 1_048_576
"""The last row that a spreadsheet program has."""

MAX_CELLS_AT_ONCE = 4_000_000
"""Rows times columns of a slice, empty ones included: the reader makes room for each of them, 24 bytes."""

MAX_HANDED_OVER_BYTES = 120 * MB
MAX_ROWS = 150_000
"""In all sheets together: what a check takes of time and memory after the reading grows with them."""

MAX_DIFFERENT_TEXTS = 100_000
"""In all columns together: each is looked at once, by the identifier gate too. 50,000 follow-ups have some 30,000."""

MAX_SHARED_TEXTS = 1_000_000
"""Of the list of texts that all sheets share, whether they are used or not."""

MAX_ADDRESSES = 20_000
"""How many cells with a mistake of the file itself (error values, formulas without value) are listed a sheet."""

SLICE_BYTES = 3 * MB
"""Rows are read in slices of so much XML: it bounds memory, and keeps two cores busy."""

CHILD_MEMORY_BYTES = 1_000 * MB
CHILD_PROCESSOR_SECONDS = 40
CHILD_OPEN_FILES = 32
PATIENCE_SECONDS = 18.0
"""After so long without an answer the child is ended. Whoever waits has an answer within 20 seconds."""


def lower_own_limits() -> None:
    """Limits the calling process for good: memory, processor time, no file written, no core file left behind."""
    for what, most in (
        (resource.RLIMIT_AS, CHILD_MEMORY_BYTES),
        (resource.RLIMIT_CPU, CHILD_PROCESSOR_SECONDS),
        (resource.RLIMIT_NOFILE, CHILD_OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
