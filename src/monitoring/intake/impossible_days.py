"""Numbers that are shown as days and mean no day, such as a telephone number in a column of dates.

The reader of cells makes nothing of them, and at some it breaks down. As plain numbers they can be read, and told of.
Standard library only; runs in the limited child.
"""

import re

_LAST_DAY = 2_958_466.0
"""One more than 31 December 9999, as spreadsheet programs count days."""

_CELL = (
    rb"(<PREc\b[^>]*?)\ss\s*=\s*(?:\"[^\"]*\"|'[^']*')"
    rb"([^>]*>(?:\s*<PREf\b[^>]*/>|\s*<PREf\b[^>]*>[^<]*</PREf>)?\s*<PREv>)([^<]*)"
)  # PRE: the prefix of the sheet's own names


def as_plain_numbers(rows: bytes, prefix: bytes) -> bytes:
    """The rows with such numbers stripped of their format. `prefix` stands before the sheet's own names."""
    return re.sub(_CELL.replace(b"PRE", re.escape(prefix)), _without_format, rows)


def _without_format(found: re.Match[bytes]) -> bytes:
    try:
        is_day = 0.0 <= float(found[3]) < _LAST_DAY
    except ValueError:  # a text, or yes and no
        is_day = True
    return found[0] if is_day else found[1] + found[2] + found[3]
