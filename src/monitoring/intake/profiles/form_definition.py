"""An XLSForm under a profile: which of its questions and choices have a place with us. It holds nobody's answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from monitoring.domain.form import Form
from monitoring.domain.problem import Level, Problem
from monitoring.domain.profile import Profile, ProfileColumn
from monitoring.domain.profile_report import ChoicesMapped
from monitoring.intake.addresses import letters
from monitoring.intake.characters import fold
from monitoring.intake.profiles.answers import plain
from monitoring.intake.profiles.layout import table_of
from monitoring.intake.vocabulary import question_of
from monitoring.intake.workbook import SheetAsRead

_ASKS = (
    "select_one",
    "select_multiple",
    "rank",
    "text",
    "integer",
    "decimal",
    "range",
    "date",
    "barcode",
    "acknowledge",
)
"""Types that put a question. All others are notes, groups, sums, or what the phone notes by itself."""

_FORM_ALONE = ("geopoint", "geotrace", "geoshape", "image", "audio", "video", "file", "time", "datetime")


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question of the form definition: its name in the profile (None: unknown), its list, its cell."""

    known: str | None
    list_name: str | None
    cell: str


@dataclass(frozen=True, slots=True)
class DefinitionRead:
    """The questions of a form definition, and what came of their choices."""

    questions: tuple[AskedQuestion, ...]
    choices: tuple[ChoicesMapped, ...]
    problems: tuple[Problem, ...]
    sheet: str = field(default="survey")


def find_definition(sheets: Sequence[SheetAsRead]) -> tuple[SheetAsRead, SheetAsRead | None] | None:
    """The sheets survey and choices of an XLSForm; None where the file is none."""
    named = {fold(sheet.name): sheet for sheet in sheets}
    survey = named.get("survey")
    if survey is None or not {"type", "name"} <= set(_headings(survey)):
        return None
    return survey, named.get("choices")


def read_definition(
    survey: SheetAsRead, choices: SheetAsRead | None, profile: Profile, form: Form | None
) -> DefinitionRead:
    """Looks up every question by its name, then by its labels, and every choice of a mapped list."""
    table = table_of(profile, form)
    questions = tuple(_questions(survey, table))
    lists = _lists(choices) if choices else {}
    mapped = {column.name: column for column in profile.columns}
    found: list[ChoicesMapped] = []
    problems: list[Problem] = []
    for asked in questions:
        column = mapped.get(asked.known or "")
        if column and column.answers and asked.list_name in lists and choices:
            counted, unknown = _counted(column, lists[asked.list_name])
            found.append(counted)
            problems += [_problem("choice_not_in_profile", choices.name, cell, column.name) for cell in unknown]
    problems += [
        _problem("question_not_in_profile", survey.name, each.cell, None) for each in questions if not each.known
    ]
    return DefinitionRead(questions, tuple(found), tuple(problems), survey.name)


def _questions(survey: SheetAsRead, table: Mapping[str, str]) -> Iterator[AskedQuestion]:
    at = _headings(survey)
    labels = [column for heading, column in at.items() if heading.startswith("label")]
    for position, row in enumerate(_rows(survey)):
        kind, _, list_name = (row[at["type"]] or "").strip().partition(" ")
        if position == 0 or kind not in (*_ASKS, *_FORM_ALONE):
            continue
        texts = [row[at["name"]], *(row[label] for label in labels)]
        known = next(filter(None, (question_of(text, table) for text in texts)), None)
        cell = f"{letters(at['name'])}{survey.rows[position]}"
        yield AskedQuestion(known, list_name.split()[0] if list_name.strip() else None, cell)


def _lists(choices: SheetAsRead) -> dict[str, list[tuple[str, list[str]]]]:
    """List -> (cell, spellings) of each of its choices: name and labels."""
    at = _headings(choices)
    list_at, name_at = at.get("list_name", at.get("list name")), at.get("name")
    if list_at is None or name_at is None:
        return {}
    labels = [column for heading, column in at.items() if heading.startswith("label")]
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for position, row in enumerate(_rows(choices)):
        list_name = row[list_at]
        if position and list_name:
            texts = [text for column in (name_at, *labels) if (text := row[column])]
            cell = f"{letters(name_at)}{choices.rows[position]}"
            found.setdefault(list_name.strip(), []).append((cell, texts))
    return found


def _counted(column: ProfileColumn, choices: Sequence[tuple[str, list[str]]]) -> tuple[ChoicesMapped, list[str]]:
    ours, theirs_alone = {*map(plain, column.answers)}, {*map(plain, column.not_mapped)}
    mapped, unmapped, unknown = 0, 0, []
    for cell, texts in choices:
        spellings = {*map(plain, texts)}
        if spellings & ours:
            mapped += 1
        elif spellings & theirs_alone:
            unmapped += 1
        else:
            unknown.append(cell)
    return ChoicesMapped(column.name, mapped, unmapped, len(unknown)), unknown


def _headings(sheet: SheetAsRead) -> dict[str, int]:
    first = next(iter(_rows(sheet)), [])
    return {fold(text): at for at, text in enumerate(first) if text}


def _rows(sheet: SheetAsRead) -> Iterator[list[str | None]]:
    columns = [column.top(len(sheet.rows)) for column in sheet.columns]
    return (list(row) for row in zip(*columns, strict=True))


def _problem(code: str, sheet: str, cell: str, column: str | None) -> Problem:
    return Problem(code, Level.WARNING, sheet, cell, column, (("label", column or ""),))
