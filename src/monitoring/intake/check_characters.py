"""Whether survivor codes were copied rightly, where an office gives codes with a check character. Repeats no code."""

from monitoring.derive.check_character import has_check_character
from monitoring.domain.form import QuestionType
from monitoring.domain.problem import Level
from monitoring.intake.findings import SheetUnderCheck

_SURVIVORS = "survivors"
_LOOKED_AT_FIRST = 40
"""Rows. An office that gives no check characters has few by chance, one in 37; the rest need not be looked at."""


def check_characters(check: SheetUnderCheck) -> None:
    """Warns of codes on the sheet of survivors whose last character does not fit, where those of most others do."""
    key = check.form.question(check.form.key[0])
    if check.form.name != _SURVIVORS or key is None or key.type is not QuestionType.CODE:
        return
    codes = check.table[key.name]
    if not _mostly_fit(codes.head(_LOOKED_AT_FIRST).drop_nulls().to_list()):
        return
    wrong = [row for row, code in enumerate(codes) if code is not None and not has_check_character(code)]
    if len(wrong) * 2 < len(codes):
        check.found("check_character", key.name, wrong, level=Level.WARNING)


def _mostly_fit(codes: list[str]) -> bool:
    return sum(map(has_check_character, codes)) * 2 > len(codes)
