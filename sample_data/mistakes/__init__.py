"""One small workbook per mistake that a workbook can contain, each with that mistake and no other.

A function spoils the draft in one way; its name is the code of the problem that the check reports.
"""

from collections.abc import Callable, Mapping

from mistakes import across_sheets, in_cells, in_exports, in_files, in_other_sheets, in_rows, in_sheets, of_identity
from mistakes.draft import Draft

SPOILERS: Mapping[str, Callable[[Draft], None]] = {
    spoil.__name__: spoil
    for module in (in_sheets, in_exports, in_cells, in_rows, in_other_sheets, across_sheets, of_identity)
    for spoil in module.SPOILERS
}
"""Mistakes of a workbook that opens."""

REPLACEMENTS: Mapping[str, Callable[[bytes], bytes]] = {spoil.__name__: spoil for spoil in in_files.REPLACEMENTS}
"""Mistakes of the file itself: from a good file's bytes to a bad one's."""
