"""Reads the whole folder `indicators/` into one Catalogue, or says every mistake in it at once."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from monitoring.declarations import answer_lists
from monitoring.declarations.export_plan import read_export_plan
from monitoring.declarations.for_each import Declared
from monitoring.declarations.hand_in_rules import read_hand_in_rules
from monitoring.declarations.iati_plan import read_iati_plan
from monitoring.declarations.indicator_files import read_indicators
from monitoring.declarations.profiles import read_profiles
from monitoring.declarations.question_rules import check_wording
from monitoring.declarations.references import check_references
from monitoring.declarations.release_plan import check_release_plan, read_release_plan
from monitoring.declarations.slots import filled
from monitoring.declarations.toml_files import Built, ProblemList, build, named_tables, open_toml, take_tables
from monitoring.domain.catalogue import Catalogue, MissingWords, OutcomeDomain
from monitoring.domain.derived import Derived
from monitoring.domain.form import ChoiceList, Form, Question, Rule, Words
from monitoring.domain.interview import Interview
from monitoring.domain.limits import Limit
from monitoring.domain.problem import Problem
from monitoring.domain.refusal import Refusal
from monitoring.domain.rounds import Round

VERSIONS = "versions.toml"
"""What each version of an indicator meant: a record made by `definitions record`, and no declaration."""


class BrokenDeclarations(Refusal):
    """The declarations cannot be used. Carries every Problem found, with file, key and nearest spelling."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("broken_declarations", count=len(problems))
        self.problems = problems


def read_catalogue(folder: Path) -> Catalogue:
    """Everything declared in the folder. Raises BrokenDeclarations with all mistakes; nothing is half-loaded."""
    catalogue, problems = read_declarations(folder)
    if catalogue is None:
        raise BrokenDeclarations(problems)
    return catalogue


def read_declarations(folder: Path) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """The catalogue, or None where there is any mistake, and the mistakes. Expressions are not read here."""
    problems = ProblemList()
    catalogue = _Reader(folder, problems).catalogue()
    if not problems:  # what a broken file does not declare would be reported once more as unknown
        check_references(catalogue, problems)
        check_release_plan(catalogue, problems)
        check_wording(catalogue, folder, problems)
    return (None if problems else catalogue), tuple(problems)


@dataclass(frozen=True, slots=True)
class _MissingWord:
    """One table of missing.toml. Only a reason has a label: blanks and numbers say no reason."""

    label: Words | None = None
    written: tuple[str, ...] = ()


class _Reader:
    """One pass over the folder. Later files refer to earlier ones: lists, forms, domains, indicators."""

    def __init__(self, folder: Path, problems: ProblemList) -> None:
        self.folder = folder
        self.problems = problems
        self.choices: dict[str, ChoiceList] = {}
        self.slots: dict[str, Words] = {}

    def catalogue(self) -> Catalogue:
        self.choices = {name: answer_lists.read(name, table, self.problems) for name, table in self._files("choices")}
        limits = dict(self._named(Limit, "scores.toml", name_is="name"))
        self.slots = {limit.name: limit.written for limit in limits.values()}
        forms = {form.name: form for form in self._forms()}
        domains = dict(self._named(OutcomeDomain, "domains.toml", name_is="id"))
        outcomes = named_tables(self._open("mscos.toml"), "mscos.toml", self.problems)
        return Catalogue(
            forms=dict(sorted(forms.items(), key=lambda pair: pair[1].order)),
            choices=self.choices,
            rounds=tuple(self._rounds()),
            domains=domains,
            indicators=read_indicators(self.folder, domains, Declared(self.choices, forms, self.slots), self.problems),
            limits=limits,
            missing=self._missing(),
            mscos=outcomes.get("core", {}),
            long_list=outcomes.get("long_list", {}),
            profiles=read_profiles(self.folder, self.problems),
            fingerprint=self._fingerprint(),
            hand_ins=read_hand_in_rules(self.folder, self.problems),
            releases=read_release_plan(self.folder, self.problems),
            exports=read_export_plan(self.folder, forms, self.problems),
            iati=read_iati_plan(self.folder, self.problems),
        )

    def _open(self, name: str) -> dict[str, Any]:
        return open_toml(self.folder / name, name, self.problems)

    def _files(self, sub: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """(file name without its ending, table) of each TOML file of a sub-folder, in alphabetical order."""
        for path in sorted((self.folder / sub).glob("*.toml")):
            yield path.stem, open_toml(path, f"{sub}/{path.name}", self.problems)

    def _forms(self) -> Iterator[Form]:
        for name, table in self._files("forms"):
            file = f"forms/{name}.toml"
            parts = {
                "questions": tuple(self._questions(take_tables(table, "question", file, self.problems), file)),
                "derived": self._derived(table, file),
                "rules": self._many(Rule, table, file, "rule"),
                "interview": self._interview(table, file),
            }
            if form := build(Form, {"name": name, **table, **parts}, file, "", self.problems):
                yield form

    def _interview(self, table: dict[str, Any], file: str) -> Interview | None:
        declared = table.pop("interview", None)
        if declared is None:
            return None
        if not isinstance(declared, dict):
            self.problems.found("wrong_type", file, "interview", expected="[interview]")
            return None
        return build(Interview, declared, file, "interview", self.problems)

    def _questions(self, tables: list[dict[str, Any]], file: str) -> Iterator[Question]:
        seen: set[str] = set()
        for table in tables:
            name = str(table.get("name", "?"))
            if name in seen:
                self.problems.found("duplicate_name", file, f"question.{name}", word=name)
            seen.add(name)
            if (wanted := table.get("choices")) is not None:
                table["choices"] = self.choices.get(str(wanted))
                if table["choices"] is None:
                    self.problems.found(
                        "unknown_choice_list", file, f"question.{name}.choices", known=self.choices, word=str(wanted)
                    )
            if question := build(Question, table, file, f"question.{name}", self.problems):
                yield question

    def _many(self, cls: type[Built], table: dict[str, Any], file: str, key: str) -> tuple[Built, ...]:
        tables = take_tables(table, key, file, self.problems)
        built = (build(cls, each, file, f"{key}[{at}]", self.problems) for at, each in enumerate(tables, 1))
        return tuple(each for each in built if each is not None)

    def _derived(self, table: dict[str, Any], file: str) -> tuple[Derived, ...]:
        tables = [
            filled(each, self.slots, file, self.problems) for each in take_tables(table, "derived", file, self.problems)
        ]
        return self._many(Derived, {"derived": tables}, file, "derived")

    def _rounds(self) -> tuple[Round, ...]:
        before = len(self.problems)
        rounds = self._many(Round, self._open("rounds.toml"), "rounds.toml", "round")
        if not rounds and len(self.problems) == before:
            self.problems.found("no_rounds", "rounds.toml")
        return rounds

    def _named(self, cls: type[Built], file: str, name_is: str | None = None) -> Iterator[tuple[str, Built]]:
        """(name, object) of each `[name]` table of a file; `name_is` is the field that the name fills."""
        for name, table in named_tables(self._open(file), file, self.problems).items():
            whole = {name_is: name, **table} if name_is else table
            if built := build(cls, whole, file, name, self.problems):
                yield name, built

    def _missing(self) -> MissingWords:
        entries: dict[str, _MissingWord] = dict(self._named(_MissingWord, "missing.toml"))
        blanks, numbers = (entries.pop(name, _MissingWord()).written for name in ("blank", "number"))
        labels = {code: entry.label or {} for code, entry in entries.items()}
        spellings = {code: code for code in entries}
        for code, entry in entries.items():
            for text in (*labels[code].values(), *entry.written):
                spellings[text.casefold()] = code
        return MissingWords(spellings, labels, blanks=blanks, numbers=numbers)

    def _fingerprint(self) -> str:
        """Of every declaration's bytes, so that stored scores are known to be of these declarations."""
        digest = hashlib.sha256()
        files = {path for path in self.folder.rglob("*.toml") if path.is_file()}
        for path in sorted(files - {self.folder / VERSIONS}):
            digest.update(path.relative_to(self.folder).as_posix().encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()
