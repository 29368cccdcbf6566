"""Which question a column of a sheet belongs to, from its heading. Reads no answers and repeats no heading."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from monitoring.domain.form import Form
from monitoring.intake.dialects import is_row_of_tags
from monitoring.intake.heading_proposals import nearest_question
from monitoring.intake.hearing import Hearing, Listener, Row
from monitoring.intake.vocabulary import Meant, heading_key
from monitoring.intake.workbook import SheetAsRead

Texts = Sequence[str | None]
"""One row, column by column."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings of a sheet stand. Positions count from 0 in the sheet's rows, columns from A as 0."""

    position: int
    data_from: int  # the position of the first row below the headings
    columns: Mapping[str, int]  # question -> column
    repeated: tuple[int, ...] = ()  # columns whose question an earlier one has already, under the same heading
    unknown: Mapping[int, str | None] = field(default_factory=dict)  # column -> nearest question, or None
    nameless: tuple[int, ...] = ()  # columns without a heading
    ticked: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    """Questions with one column an answer: their columns, and the code that each ticks."""
    whole: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Questions with several columns, as where versions of a form stand side by side: all of them, names first."""
    two_meanings: tuple[int, ...] = ()  # columns with two rows of headings that mean two questions
    left_out: tuple[int, ...] = ()  # columns of which the office said that they are none of ours
    without: tuple[int, ...] = ()  # columns of questions that the office chose to hand in without, at the gate
    words: Mapping[int, str] = field(default_factory=dict)  # the headings of unknown columns, for the screen alone
    is_export: bool = False

    def less(self, questions: Iterable[str]) -> "Headings":
        """The same headings where the columns of these questions stay behind."""
        gone = set(questions)
        return replace(
            self,
            columns={name: at for name, at in self.columns.items() if name not in gone},
            ticked={name: ticks for name, ticks in self.ticked.items() if name not in gone},
            whole={name: columns for name, columns in self.whole.items() if name not in gone},
            without=tuple(at for at, name in self.of_columns.items() if name in gone),
        )

    def whole_columns(self, question: str) -> tuple[int, ...]:
        """The columns in which the question's answers stand together."""
        if question in self.whole:
            return self.whole[question]
        only = self.columns[question]
        return () if only in self.ticked.get(question, {}) else (only,)

    @property
    def of_columns(self) -> Mapping[int, str]:
        """Every column that holds answers -> its question."""
        found = {at: question for question in self.columns for at in self.whole_columns(question)}
        return found | {at: question for question, ticks in self.ticked.items() for at in ticks}


def share_known(top: Sequence[Row], form: Form, listener: Listener) -> tuple[float, int]:
    """The largest share of a row's headings that belong to the form, 0 to 1, and how many; 0 where fewer than three."""
    best = (0.0, 0)
    for row in top:
        hearing, texts = listener.hear(row, form), row.filled
        known = sum(hearing.meant(text) is not None for text in texts)
        if known >= min(3, len(form.questions)):
            others = sum(not hearing.meant(text) and not hearing.is_own(text) for text in texts)
            best = max(best, (known / (known + others), known))
    return best


def find_headings(sheet: SheetAsRead, top: Sequence[Row], form: Form, listener: Listener) -> Headings | None:
    """The row with most headings of the form, and what its columns are; None where no row has at least two."""
    heard = [listener.hear(row, form) for row in top]
    counts = [
        len({m.question for text in row.filled if (m := ear.meant(text))}) for ear, row in zip(heard, top, strict=True)
    ]
    best = max(counts, default=0)
    if best < min(2, len(form.questions)):
        return None
    position = counts.index(best)
    hearing = heard[position]
    while position > 0 and _is_heading(top[position - 1].filled, hearing):
        position -= 1
    texts = [row.texts for row in top]
    headings, answers = _with_answers_below(texts, position, hearing)
    block = [headings, *_rows_below(texts, position + answers, hearing)]
    data_from = position + answers + len(block)
    columns = _Columns(hearing)
    for at, column in enumerate(sheet.columns):
        above = list(dict.fromkeys(text for each in block if (text := each[at])))
        if at != hearing.of_central:
            columns.add(at, above, filled=column.at.slice(data_from).count() > 0)
    return columns.described(position, data_from)


def _is_heading(texts: Sequence[str], hearing: Hearing) -> bool:
    """Whether most of a row's texts are headings of the form."""
    return sum(hearing.meant(text) is not None for text in texts) * 2 > len(texts)


def _with_answers_below(top: Sequence[Texts], position: int, hearing: Hearing) -> tuple[Texts, int]:
    """The row of headings, and 1 where the row beneath it has the answers of several, each under its question.

    The question stands once, above the first of them, often in a merged cell.
    """
    row = top[position]
    if position + 1 == len(top):
        return row, 0
    joined: list[str | None] = []
    question: str | None = None
    for text, below in zip(row, top[position + 1], strict=True):
        question = text or question
        ticks = hearing.meant(f"{question}/{below}") if question and below else None
        joined.append(f"{question}/{below}" if ticks and ticks.code else text)
    found = sum(bool(new and not old) for new, old in zip(joined, row, strict=True))
    filled = sum(text is not None for text in top[position + 1])
    changed = sum(new != old for new, old in zip(joined, row, strict=True))
    return (joined, 1) if found and changed * 2 > filled else (row, 0)


def _rows_below(top: Sequence[Texts], position: int, hearing: Hearing) -> Iterator[Texts]:
    """Rows of headings under the first: our template has labels beneath the names, and some sheets have HXL tags."""
    for row in top[position + 1 :]:
        if is_row_of_tags(row):
            yield [None] * len(row)
        elif _is_heading([text for text in row if text], hearing):
            yield row
        else:
            return


class _Columns:
    """What the columns of a sheet are, one after the other."""

    def __init__(self, hearing: Hearing) -> None:
        self._hearing = hearing
        self._whole: dict[str, list[tuple[int, Meant, str]]] = {}
        self._ticked: dict[str, dict[int, str]] = {}
        self._unknown: dict[int, str] = {}
        self._repeated: list[int] = []
        self._two_meanings: list[int] = []
        self._nameless: list[int] = []
        self._left_out: list[int] = []

    def add(self, at: int, texts: Sequence[str], *, filled: bool) -> None:
        """One column with all that stands above it; `filled` where anything stands below."""
        heard = self._hearing
        meant = [each for each in map(heard.meant, texts) if each]
        if not texts:
            self._nameless += [at] if filled else []
        elif any(map(heard.is_left_out, texts)):
            self._left_out.append(at)
        elif len({each.question for each in meant}) > 1:
            self._two_meanings.append(at)
        elif meant and meant[0].code:
            self._ticked.setdefault(meant[0].question, {})[at] = meant[0].code
        elif meant:
            self._add_whole(at, meant[0], heading_key(texts[0]))
        elif not any(map(heard.is_own, texts)) and (filled or not heard.is_export):
            self._unknown[at] = texts[0]

    def described(self, position: int, data_from: int) -> Headings:
        """All columns told. Of a question's columns those under its name come first, in the order of the sheet."""
        whole = {
            question: tuple(at for at, _, _ in sorted(found, key=lambda each: (not each[1].by_name, each[0])))
            for question, found in self._whole.items()
        }
        first = {question: found[0] for question, found in whole.items()}
        ticked = {question: min(columns) for question, columns in self._ticked.items() if question not in whole}
        open_ones = [each for each in self._hearing.vocabulary.form.questions if each.name not in first | ticked]
        return Headings(
            position=position,
            data_from=data_from,
            columns={**first, **ticked},
            repeated=tuple(self._repeated),
            unknown={at: nearest_question(text, open_ones) for at, text in self._unknown.items()},
            nameless=tuple(self._nameless),
            ticked=self._ticked,
            whole={question: found for question, found in whole.items() if len(found) > 1},
            two_meanings=tuple(self._two_meanings),
            left_out=tuple(self._left_out),
            words=self._unknown,
            is_export=self._hearing.is_export,
        )

    def _add_whole(self, at: int, meant: Meant, key: str) -> None:
        """The same heading twice is a slip where people write headings; programs put versions side by side."""
        before = self._whole.setdefault(meant.question, [])
        if not self._hearing.is_export and any(key == other for _, _, other in before):
            self._repeated.append(at)
        else:
            before.append((at, meant, key))
