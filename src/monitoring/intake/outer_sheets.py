"""What is told of a sheet that is no form, but around the repeats that are: columns whose cells nobody takes over."""

from collections.abc import Sequence

from monitoring.domain.form import Form
from monitoring.domain.problem import Level, Problem
from monitoring.intake.addresses import letters
from monitoring.intake.hearing import Listener
from monitoring.intake.links import links_of
from monitoring.intake.workbook import SheetAsRead


def problems_of_outer_sheet(sheet: SheetAsRead, forms: Sequence[Form], listener: Listener) -> list[Problem]:
    """A warning for each column with something in it that means no question of the repeats' forms."""
    links = links_of(sheet, listener.top(sheet))
    if links is None:
        return []
    heard = [listener.hear(links.row, form) for form in forms]
    problems = []
    for at, text in enumerate(links.row.texts):
        filled = sheet.columns[at].at.slice(links.position + 1).count() > 0
        if filled and not any(text and (each.meant(text) or each.is_own(text)) for each in heard):
            cell = f"{letters(at)}{sheet.rows[links.position]}"
            code = "unknown_column" if text else "column_without_heading"
            problems.append(Problem(code, Level.WARNING, sheet.name, cell, facts=(("letters", letters(at)),)))
    return problems
