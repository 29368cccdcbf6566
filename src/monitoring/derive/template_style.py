"""How the Excel template looks: the colours and widths of the house. Knows no questions."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from monitoring.domain.form import QuestionType

INK = "10181C"
MUTED = "56616A"
PETROL = "0B5A6B"
PAPER = "F6F4EF"
LINE = "B9B4A8"

HEADING_FILL = PatternFill("solid", fgColor=PAPER)
HEADING_FONT = Font(name="Calibri", size=11, bold=True, color=INK)
NEEDED_FONT = Font(name="Calibri", size=11, bold=True, color=PETROL)
SMALL_FONT = Font(name="Calibri", size=9, color=MUTED)
TITLE_FONT = Font(name="Georgia", size=22, bold=True, color=INK)
SECTION_FONT = Font(name="Georgia", size=14, bold=True, color=INK)
TEXT_FONT = Font(name="Calibri", size=11, color=INK)
LINK_FONT = Font(name="Calibri", size=11, color=PETROL, underline="single", bold=True)

HEADING_PLACE = Alignment(wrap_text=True, vertical="bottom", horizontal="left")
TITLE_PLACE = Alignment(wrap_text=True, vertical="center", horizontal="left")
TEXT_PLACE = Alignment(wrap_text=True, vertical="top", horizontal="left")
HEADING_BORDER = Border(bottom=Side("medium", color=PETROL))
DOMAIN_BORDER = Border(bottom=Side("medium", color=PETROL), left=Side("thin", color=LINE))

POINTS_A_LINE = 15
WIDTHS = {
    QuestionType.CODE: 17,
    QuestionType.TEXT: 30,
    QuestionType.CHOICE: 24,
    QuestionType.SEVERAL: 34,
    QuestionType.RANKED: 34,
    QuestionType.YES_NO: 15,
    QuestionType.DATE: 15,
    QuestionType.WHOLE: 13,
}
FORMATS = {QuestionType.DATE: "yyyy-mm-dd", QuestionType.WHOLE: "0"}
TEXT_FORMAT = "@"
"""For all other columns: else Excel makes a date of the age group 9-17 and drops the zeros of a code."""
