"""What an office chooses when its workbook carries identifiers, and what can be chosen. Light: screens import it."""

from dataclasses import dataclass

LEAVES_OUT = frozenset({"identifying_column", "identifying_sheet", "identifying_sheet_name", "identifying_note"})
"""Codes of what nobody declared: the office may go on without it."""

IN_ANSWERS = "identifying_answer"
"""The code of what stands in a column of ours. To leave it out would wipe earlier answers, so it is to be mended."""


@dataclass(frozen=True, slots=True)
class GateChoice:
    """`leave_out`: go on without what tells who people are, as far as nobody declared it. Otherwise all is refused."""

    leave_out: bool = False


REFUSE = GateChoice()
"""The choice until somebody chooses."""
