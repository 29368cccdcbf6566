"""Which sheet of a file a profile is about, where its headings stand, and what each column is. Reads no answers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from monitoring.domain.form import Form
from monitoring.domain.profile import Profile
from monitoring.intake.dialects import is_system_column
from monitoring.intake.hearing import top_rows
from monitoring.intake.vocabulary import heading_key, question_of, spellings
from monitoring.intake.workbook import SheetAsRead

_OWN = "own:"
"""Marks our own questions in the table of headings: an office may add columns of ours to the instrument's."""

_PART = "/"
"""Kobo writes group/question, and one column of 0 and 1 for each choice of a question, as question/choice."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet under a profile. Columns count from A as 0; `columns` and `added` go from a name to its column.

    `columns` are those the profile knows, mapped or not; `added` questions of ours; `repeated` columns whose name an
    earlier one has; `unknown` ones go to the nearest name; in those that `disagree` two rows of headings differ.
    """

    sheet: SheetAsRead
    top: int  # position of the first row of headings
    data_from: int
    columns: Mapping[str, int]
    added: Mapping[str, int]
    repeated: Mapping[int, str]
    unknown: Mapping[int, str | None]
    nameless: tuple[int, ...]
    disagree: tuple[int, ...]

    @property
    def headed(self) -> int:
        """How many columns have a heading, without those that a program adds by itself."""
        return len(self.columns) + len(self.added) + len(self.repeated) + len(self.unknown)


def table_of(profile: Profile, form: Form | None) -> dict[str, str]:
    """Every heading -> what it means. The instrument's come first: their "Gender" is theirs, not ours."""
    table = {heading_key(name): known for known, names in profile.headings() for name in names}
    filled = {*profile.questions}
    for heading, question in (spellings(form) if form else {}).items():
        if question not in filled:
            table.setdefault(heading, _OWN + question)
    return table


def find_layout(sheets: Sequence[SheetAsRead], profile: Profile, form: Form | None) -> Layout | None:
    """The sheet with most headings of the profile; None where no sheet has two of them (or the only one there is)."""
    table = table_of(profile, form)
    needed = min(2, len({known for known, _ in profile.headings()}))
    best: tuple[int, SheetAsRead, int] | None = None
    for sheet in sheets:
        counts = [_known(row, table) for row in top_rows(sheet)]
        most = max(counts, default=0)
        if most >= max(needed, 1) and (best is None or most > best[0]):
            best = (most, sheet, counts.index(most))
    return _laid_out(best[1], best[2], table) if best else None


def _known(row: Sequence[str | None], table: Mapping[str, str]) -> int:
    """How many different names of the profile a row holds. Our own headings alone make no sheet of the instrument's."""
    found = {meant for text in row if text and (meant := _meant(text, table))}
    return sum(not meant.startswith(_OWN) for meant in found)


def _laid_out(sheet: SheetAsRead, best: int, table: Mapping[str, str]) -> Layout:
    top = top_rows(sheet)
    first, last = best, best
    while first > 0 and _is_heading(top[first - 1], table):
        first -= 1
    while last + 1 < len(top) and _is_heading(top[last + 1], table):
        last += 1
    seen = _Seen(table)
    for at, column in enumerate(sheet.columns):
        texts = [text for row in top[first : last + 1] if (text := row[at])]
        seen.look_at(at, texts, filled=column.at.slice(last + 1).count() > 0)
    return seen.layout(sheet, first, last + 1)


class _Seen:
    """What the columns are, one after the other. A column's upper heading decides; a lower one that differs is told."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._table = table
        self._columns: dict[str, int] = {}
        self._repeated: dict[int, str] = {}
        self._unknown: dict[int, str | None] = {}
        self._nameless: list[int] = []
        self._disagree: list[int] = []
        self._choices: dict[int, str] = {}

    def look_at(self, at: int, texts: Sequence[str], *, filled: bool) -> None:
        meant = list(dict.fromkeys(filter(None, (_meant(text, self._table) for text in texts))))
        if not texts:
            self._nameless += [at] if filled else []
        elif meant:
            self._disagree += [at] if len(meant) > 1 else []
            if meant[0] in self._columns:
                self._repeated[at] = meant[0].removeprefix(_OWN)
            self._columns.setdefault(meant[0], at)
        elif question := _meant(texts[0].rpartition(_PART)[0], self._table):
            self._choices[at] = question
        elif not all(map(is_system_column, texts)):
            self._unknown[at] = _nearest(texts[0], self._table)

    def layout(self, sheet: SheetAsRead, top: int, data_from: int) -> Layout:
        """A choice's own column says nothing new beside its question's; without that column it is unknown."""
        alone = {at: question for at, question in self._choices.items() if question not in self._columns}
        names = self._columns.items()
        return Layout(
            sheet=sheet,
            top=top,
            data_from=data_from,
            columns={name: at for name, at in names if not name.startswith(_OWN)},
            added={name.removeprefix(_OWN): at for name, at in names if name.startswith(_OWN)},
            repeated=self._repeated,
            unknown={**self._unknown, **{at: question.removeprefix(_OWN) for at, question in alone.items()}},
            nameless=tuple(self._nameless),
            disagree=tuple(self._disagree),
        )


def _meant(text: str, table: Mapping[str, str]) -> str | None:
    """What a heading means, also behind the name of a group: `person/prs_Gender`."""
    return question_of(text, table) or question_of(text.rpartition(_PART)[2], table)


def _is_heading(row: Sequence[str | None], table: Mapping[str, str]) -> bool:
    texts = [text for text in row if text]
    return bool(texts) and sum(_meant(text, table) is not None for text in texts) * 2 > len(texts)


def _nearest(text: str, table: Mapping[str, str]) -> str | None:
    near = get_close_matches(heading_key(text), table, n=1, cutoff=0.6)
    return table[near[0]].removeprefix(_OWN) if near else None


def added_questions(meant: Iterable[str]) -> Iterator[str]:
    """Our own questions among what headings mean."""
    return (each.removeprefix(_OWN) for each in meant if each.startswith(_OWN))


def other_sheets(sheets: Sequence[SheetAsRead], layout: Layout) -> Iterator[str]:
    """Names of the sheets that hold something and are left out."""
    return (sheet.name for sheet in sheets if sheet is not layout.sheet and not sheet.is_empty)
