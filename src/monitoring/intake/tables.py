"""From a placed sheet to its typed table, and the mistakes that a cell or the file itself makes. Knows no rules."""

from monitoring.domain.catalogue import MissingWords
from monitoring.domain.habits import Habits
from monitoring.domain.problem import Level
from monitoring.intake.addresses import column_of, row_of
from monitoring.intake.answers import SheetAnswers, answers_of, cells_of_the_file
from monitoring.intake.columns import read_rows
from monitoring.intake.findings import SheetUnderCheck
from monitoring.intake.sheets import KnownSheet


def typed_sheet(
    known: KnownSheet, missing: MissingWords, language: str, habits: Habits | None = None
) -> SheetUnderCheck:
    """The sheet's rows, typed, without rows that are wholly empty; what could not be read is found already."""
    habits = habits or Habits()
    answers = answers_of(known, missing, habits)
    texts = {name: column.texts for name, column in answers.columns.items()}
    read = read_rows(known.form, texts, answers.which, answers.rows, missing, habits)
    check = SheetUnderCheck(
        sheet=known.sheet.name,
        form=known.form,
        table=read.table,
        cells=read.cells,
        letters=answers.letters,
        language=language,
        elsewhere=answers.elsewhere,
    )
    _note_cells_of_the_file(check, known)
    _note_orphans(check, answers)
    for question, unread in read.unread.items():
        for each in unread:
            if each.level is Level.ERROR:
                check.found(each.code, question, each.rows, suggestion=each.suggestion)
            else:
                check.kept_back.append((each.code, question, each.rows))
    for question, made in answers.made.items():
        check.found("answers_differ", question, answers.at(made.conflicts))
    return check


def _note_orphans(check: SheetUnderCheck, answers: SheetAnswers) -> None:
    """Rows of a repeat whose parent is not there: one problem each, and none for what they would have had from it."""
    joined = answers.known.joined
    if joined.orphans is None or not joined.inherited:
        return
    rows = answers.at(tuple(joined.orphans.arg_true().to_list()))
    first, *others = joined.inherited
    check.found("parent_not_found", first, rows)
    for name in others:
        check.silence(name, rows)


def _note_cells_of_the_file(check: SheetUnderCheck, known: KnownSheet) -> None:
    numbers = check.table["sheet_row"]
    for position, question, code in cells_of_the_file(known):
        row = int(numbers.search_sorted(known.sheet.rows[position]))
        if row < len(numbers) and numbers[row] == known.sheet.rows[position]:
            check.found(code, question, (row,))
    for merged in known.sheet.merged:
        _note_merged(check, known, *merged.split(":"))


def _note_merged(check: SheetUnderCheck, known: KnownSheet, first: str, last: str) -> None:
    """One problem a merged range of answers, at its first cell; the cells it swallowed get none."""
    numbers = check.table["sheet_row"]
    rows = range(int(numbers.search_sorted(row_of(first))), int(numbers.search_sorted(row_of(last), side="right")))
    columns = range(column_of(first), column_of(last) + 1)
    named = list(dict.fromkeys(name for column, name in sorted(known.headings.of_columns.items()) if column in columns))
    if rows and named:
        check.found("merged_cells", named[0], rows[:1])
    for name in named:
        check.silence(name, rows)
