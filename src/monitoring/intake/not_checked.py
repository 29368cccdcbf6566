"""What a check leaves open when no earlier hand-ins are at hand, so that nobody takes it for checked."""

from collections.abc import Iterator, Mapping

from monitoring.domain.form import Form
from monitoring.domain.verdict import NotChecked
from monitoring.intake.findings import SheetUnderCheck
from monitoring.intake.trials import SURVIVOR, columns_used


def not_checked(checks: Mapping[str, SheetUnderCheck], forms: Mapping[str, Form]) -> tuple[NotChecked, ...]:
    """What would change, codes of sheets that the workbook lacks, and rules that look at the survivor's own row."""
    return (NotChecked("changes"), *(each for check in checks.values() for each in _of_sheet(check, checks, forms)))


def _of_sheet(
    check: SheetUnderCheck, checks: Mapping[str, SheetUnderCheck], forms: Mapping[str, Form]
) -> Iterator[NotChecked]:
    if not check.table.height:
        return
    for question in check.form.questions:
        target = forms.get(question.refers_to or "")
        if target and target.name not in checks and check.table[question.name].count():
            facts = (
                ("label", question.label.get(check.language) or question.label["en"]),
                ("form", target.label.get(check.language) or target.label["en"]),
            )
            yield NotChecked("codes", check.sheet, question.name, facts)
    looks_at_survivors = any(name.startswith(SURVIVOR) for name in columns_used(check.form))
    if check.form.refers_to_survivors and looks_at_survivors and "survivors" not in checks:
        yield NotChecked("rules_of_survivors", check.sheet)
