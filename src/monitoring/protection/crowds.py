"""Hides people among people: answers become coarser until everybody shares theirs with enough others (k and l).

It works on classes, how many people share which answers, and never sees who they are. Answers are made coarser first;
only when few people are still too visible are these left out, for whoever is left out is rarely like those who stay.
Method: k-anonymity by full-domain recoding (Samarati 2001, Sweeney 2002), with distinct l-diversity (Machanavajjhala
and others 2007).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from monitoring.domain.export import Anonymity, Hidden, HidingRules
from monitoring.protection.ladders import Ladder

Answers = tuple[str | None, ...]
Classes = dict[Answers, "Crowd"]


@dataclass(slots=True)
class Crowd:
    """The people who share the same answers, and what they answered to each sensitive question."""

    people: int = 0
    told: Sequence[set[str]] = ()

    def join(self, people: int, told: Iterable[set[str]]) -> None:
        self.people += people
        self.told = [one | other for one, other in zip(self.told, told, strict=True)] if self.told else list(told)

    @property
    def fewest(self) -> int | None:
        """The fewest different answers to a sensitive question; None where nobody answered one."""
        return min((len(each) for each in self.told if each), default=None)

    def hides(self, rules: HidingRules) -> bool:
        fewest = self.fewest
        return self.people >= rules.smallest and (fewest is None or fewest >= rules.different)


def crowds(people: Iterable[tuple[Answers, Sequence[str | None], int]]) -> Classes:
    """Classes of people from (quasi-identifying answers, sensitive answers, how many)."""
    found: Classes = {}
    for answers, told, count in people:
        found.setdefault(answers, Crowd()).join(count, [set() if each is None else {each} for each in told])
    return found


def hide(classes: Classes, ladders: Sequence[Ladder], rules: HidingRules) -> tuple[Hidden, frozenset[Answers]]:
    """The level of each question, and the (coarser) answers of those who are left out.

    First one level at a time, always that which leaves the fewest people too visible; when nothing else can be made
    coarser, questions are given up wholly, the last declared first. Then each is made as fine again as the others
    allow, the first declared first.
    """
    before = _anonymity(classes, rules)
    most = rules.most_dropped * before.people // 100
    levels = _finer(classes, ladders, _coarse_enough(classes, ladders, rules, most), rules, most)
    now = _coarser(classes, ladders, levels)
    kept = {answers: crowd for answers, crowd in now.items() if crowd.hides(rules)}
    after = _anonymity(kept, rules)
    chosen = {ladder.name: level for ladder, level in zip(ladders, levels, strict=True)}
    return Hidden(chosen, before, after, before.people - after.people), frozenset(now.keys() - kept.keys())


def _coarse_enough(now: Classes, ladders: Sequence[Ladder], rules: HidingRules, most: int) -> list[int]:
    levels = [0] * len(ladders)
    while _too_visible(now, rules) > most:
        step = _next_step(now, ladders, levels, rules)
        if step is None:
            break
        levels[step] += 1
        now = _regrouped(now, step, ladders[step], levels[step])
    return levels


def _finer(classes: Classes, ladders: Sequence[Ladder], levels: list[int], rules: HidingRules, most: int) -> list[int]:
    """A step that others have made needless is taken back."""
    for at in range(len(ladders)):
        while levels[at]:
            tried = [*levels[:at], levels[at] - 1, *levels[at + 1 :]]
            if _too_visible(_coarser(classes, ladders, tried), rules) > most:
                break
            levels = tried
    return levels


def recoding(ladders: Sequence[Ladder], hidden: Hidden) -> Mapping[str, Callable[[str | None], str | None]]:
    """Question to what makes its answers as coarse as was chosen."""

    def of(ladder: Ladder) -> Callable[[str | None], str | None]:
        return lambda answer: ladder.at(hidden.levels[ladder.name], answer)

    return {ladder.name: of(ladder) for ladder in ladders}


def _next_step(now: Classes, ladders: Sequence[Ladder], levels: list[int], rules: HidingRules) -> int | None:
    """Which question to make one level coarser; None where all are given up."""
    finer = [at for at, ladder in enumerate(ladders) if levels[at] + 1 < ladder.last]
    if finer:
        return min(finer, key=lambda at: _left_visible(now, ladders, levels, at, rules))
    return max((at for at, ladder in enumerate(ladders) if levels[at] < ladder.last), default=None)


def _left_visible(now: Classes, ladders: Sequence[Ladder], levels: list[int], at: int, rules: HidingRules) -> int:
    """How many people would be too visible."""
    return _too_visible(_regrouped(now, at, ladders[at], levels[at] + 1), rules)


def _regrouped(now: Classes, at: int, ladder: Ladder, level: int) -> Classes:
    """Classes with one question at another level. Each keeps an answer as given to stand for all that are alike now.

    So a step costs as much as there are classes left, and not as many as there were in the beginning.
    """
    stands_for: dict[str | None, str | None] = {}
    alike = {each: stands_for.setdefault(ladder.at(level, each), each) for each in {answers[at] for answers in now}}
    found: Classes = {}
    for answers, crowd in now.items():
        key = (*answers[:at], alike[answers[at]], *answers[at + 1 :])
        found.setdefault(key, Crowd()).join(crowd.people, crowd.told)
    return found


def _coarser(classes: Classes, ladders: Sequence[Ladder], levels: Sequence[int]) -> Classes:
    found: Classes = {}
    for answers, crowd in classes.items():
        key = tuple(ladder.at(level, each) for ladder, level, each in zip(ladders, levels, answers, strict=True))
        found.setdefault(key, Crowd()).join(crowd.people, crowd.told)
    return found


def _too_visible(classes: Classes, rules: HidingRules) -> int:
    return sum(crowd.people for crowd in classes.values() if not crowd.hides(rules))


def _anonymity(classes: Classes, rules: HidingRules) -> Anonymity:
    crowds_ = classes.values()
    fewest = [crowd.fewest for crowd in crowds_ if crowd.fewest is not None]
    return Anonymity(
        people=sum(crowd.people for crowd in crowds_),
        k=min((crowd.people for crowd in crowds_), default=0),
        l=min(fewest, default=None),
        too_visible=_too_visible(classes, rules),
    )
