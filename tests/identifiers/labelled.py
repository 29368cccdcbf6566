"""The labelled strings, what the gate says of each, and the figures that follow. Every person in them is invented."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from monitoring.protection.identifiers.codes import in_codes
from monitoring.protection.identifiers.columns import in_column
from monitoring.protection.identifiers.headings import in_heading
from monitoring.protection.identifiers.kinds import Kind
from monitoring.protection.identifiers.sentences import in_sentence

FILE = Path(__file__).with_name("labelled.tsv")
BARE = "bare_name"


def _in_written_column(text: str) -> Kind | None:
    """A column as one line: its heading, then its cells, with bars between."""
    heading, *cells = text.split(" | ")
    return in_column(heading, cells, len(cells))


LOOKS: dict[str, Callable[[str], Kind | None]] = {
    "heading": in_heading,
    "text": in_sentence,
    "code": lambda text: next(iter(in_codes([text]).values()), None),
    "column": _in_written_column,
}


@dataclass(frozen=True)
class Labelled:
    """One string: its language (- for codes), where it stands, what it gives away (nothing: empty)."""

    language: str
    place: str
    kind: str
    text: str

    @property
    def found(self) -> Kind | None:
        return LOOKS[self.place](self.text)


BATCHES = {
    "one": "81.8 % and 17.6 %",
    "two": "80.0 % and 6.0 %",
    "three": "81.5 % and 8.2 %",
    "four": "83.7 % and 2.9 %",
    "five": "91.9 % and 7.1 %",
    "six": "93.9 % and 0.0 %",
    "seven": "92.8 % and 6.7 %",
    "eight": "91.5 % and 12.3 %",
    "nine": "96.3 % and 0.0 %",
}
"""Strings written as offices would write them before the rules were looked at, and what was found, and what raised a
false alarm, the first time that the rules of that day saw them. The rules have learnt from them since, so these first
figures are the honest ones for what comes next."""


def batch(name: str) -> list[Labelled]:
    return labelled(FILE.with_name("batches") / f"{name}.tsv")


def labelled(file: Path = FILE) -> list[Labelled]:
    with file.open(encoding="utf-8") as lines:
        return [Labelled(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def share_found(strings: Iterable[Labelled]) -> tuple[int, int]:
    """How many are found to be something, and how many there are."""
    found = [each.found is not None for each in strings]
    return sum(found), len(found)


def report() -> str:
    """Recall by kind and language, false alarms by language, and each string that went wrong."""
    strings = labelled()
    languages = list(dict.fromkeys(each.language for each in strings))
    lines = [f"{len(strings)} labelled strings", "", f"{'found of':28}" + "".join(f"{each:>9}" for each in languages)]
    for place, kind in dict.fromkeys((each.place, each.kind) for each in strings if each.kind):
        lines.append(
            _row(f"{place}: {kind}", [each for each in strings if (each.place, each.kind) == (place, kind)], languages)
        )
    lines += ["", f"{'false alarms of':28}" + "".join(f"{each:>9}" for each in languages)]
    for place in LOOKS:
        lines.append(_row(place, [each for each in strings if each.place == place and not each.kind], languages))
    lines += ["", "Went wrong:"]
    lines += [
        f"  {each.language} {each.place} {each.kind or 'nothing'} -> {each.found or 'nothing'}: {each.text}"
        for each in strings
        if bool(each.kind) != bool(each.found)
    ]
    return "\n".join([*lines, "", *_of_batches()]) + "\n"


def _of_batches() -> list[str]:
    """Each batch as it is now, beside what it was when it was new to the rules; and what is still wrong."""
    lines = ["Batches that were new to the rules when they were measured first:"]
    for name, first in BATCHES.items():
        strings = batch(name)
        found, telling = share_found(each for each in strings if each.kind)
        alarms, harmless = share_found(each for each in strings if not each.kind)
        now = f"found {found}/{telling}, false alarms {alarms}/{harmless}"
        lines.append(f"  {name} ({len(strings)} strings): {now}; at first {first}")
        lines += [
            f"    {each.language} {each.place} {each.kind or 'nothing'} -> {each.found or 'nothing'}: {each.text}"
            for each in strings
            if bool(each.kind) != bool(each.found)
        ]
    return lines


def _row(title: str, strings: list[Labelled], languages: list[str]) -> str:
    cells = []
    for language in [*languages, None]:
        found, of = share_found(each for each in strings if language in (each.language, None))
        cells.append(f"{found}/{of}" if of else "")
    *by_language, together = cells
    return f"{title:28}" + "".join(f"{each:>9}" for each in by_language) + f"{together:>10}"
