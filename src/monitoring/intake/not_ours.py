"""What a workbook is in which no sheet is a form of ours: said in one sentence, by its build. Reads no answers."""

from collections.abc import Sequence

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.problem import Problem
from monitoring.intake.profiles.form_definition import find_definition
from monitoring.intake.profiles.layout import find_layout
from monitoring.intake.repeats import Family
from monitoring.intake.workbook import SheetAsRead

NOT_OURS = ("form_without_data", "other_instrument", "other_export")
"""Codes of workbooks that are known for something else."""

_MOST_OF_IT = 0.5
"""So much of the headings, and a sheet is another instrument's."""


def what_it_is(sheets: Sequence[SheetAsRead], catalogue: Catalogue, family: Family) -> Problem:
    """A form without data, another instrument's file, an export of another form, or nothing that we know."""
    if find_definition(sheets):
        return Problem("form_without_data", facts=(("forms", ", ".join(catalogue.forms)),))
    for profile in catalogue.profiles.values():
        form = catalogue.forms.get(profile.form or "")
        layout = find_layout(sheets, profile, form)
        if layout and layout.headed >= 3 and len(layout.columns) >= _MOST_OF_IT * layout.headed:
            facts = (("instrument", profile.label["en"]), ("profile", profile.name))
            return Problem("other_instrument", sheet=layout.sheet.name, facts=facts)
    exported = [sheet for sheet in sheets if family.is_export(sheet)]
    if exported:
        main = next((sheet for sheet in exported if not family.is_repeat(sheet)), exported[0])
        facts = (("rows", str(family.rows_of(main))), ("repeats", str(sum(map(family.is_repeat, exported)))))
        return Problem("other_export", sheet=main.name, facts=facts)
    return Problem("no_known_sheet", facts=(("forms", ", ".join(catalogue.forms)),))
