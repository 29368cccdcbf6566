"""The corpus: what a hostile or unlucky hand may send, and the codes that each file is to get. None is kept on disk."""

import files_of_other_kinds
import odd_sheets
import odd_zips

CASES = [*files_of_other_kinds.CASES, *odd_zips.CASES, *odd_sheets.CASES]
"""(what it is, the codes of its problems, from a good workbook's bytes to the file's)."""
