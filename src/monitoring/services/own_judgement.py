"""People's own judgement of their life beside what our score of them did since the talk before. Counts, no person."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from monitoring.derive.people_queries import values_of_people
from monitoring.domain.figures import FigureRequest
from monitoring.domain.indicator import Direction, Indicator
from monitoring.domain.people import Actor, Deed
from monitoring.services.figure_requests import check_breakdowns
from monitoring.services.house import House
from monitoring.services.scope import within_scope

ROUNDING = 1e-9


class Judgement(StrEnum):
    """What a person said of life, compared with the last time we spoke."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Beside:
    """People of one judgement: those whose score rose measurably since the talk before, stayed, or fell."""

    judgement: Judgement
    rose: int
    stayed: int
    fell: int

    @property
    def people(self) -> int:
        return self.rose + self.stayed + self.fell


@dataclass(frozen=True, slots=True)
class OwnJudgement:
    """Of one round. `without_score` compared their life, and have no score of this round or of any before it."""

    parts: tuple[Beside, Beside, Beside]  # better, same, worse
    without_score: int

    @property
    def people(self) -> int:
        return sum(each.people for each in self.parts)

    @property
    def better_and_fell(self) -> int:
        return self.parts[0].fell

    @property
    def worse_and_rose(self) -> int:
        return self.parts[2].rose


def own_judgement(
    actor: Actor,
    house: House,
    score: str,
    round_: str,
    where: Mapping[str, tuple[str, ...]],
    as_of: date | None = None,
) -> OwnJudgement | None:
    """As things stand, or as reported on a day. None where no measurable change of the score is declared, or nobody
    compared their life in the round.

    Raises NotAllowed, ImpossibleRequest, KeyError.
    """
    actor.must(Deed.SEE_PROGRAMME_FIGURES)
    declared = house.catalogue.indicators[score]
    if declared.measurable is None or not declared.has_rounds:
        return None
    narrowed = {name: values for name, values in within_scope(actor, house, where).items() if name != "round"}
    said = {each: house.catalogue.indicators[f"{each}_by_own_account"] for each in (Judgement.BETTER, Judgement.WORSE)}
    for each in (declared, *said.values()):
        check_breakdowns(actor, each, FigureRequest((each.id,), (), where))
    house.looked_at(as_of)

    def work() -> OwnJudgement | None:
        better, worse = (_told(house, each, narrowed, round_, as_of) for each in said.values())
        if not better:
            return None
        judged = {key: _judgement(is_better, bool(worse.get(key))) for key, is_better in better.items()}
        return _counted(judged, _moves(house, declared, narrowed, round_, as_of))

    return house.kept("own_judgement", score, round_, narrowed, as_of, work=work)


def _judgement(is_better: bool, is_worse: bool) -> Judgement:
    return Judgement.BETTER if is_better else Judgement.WORSE if is_worse else Judgement.SAME


def _told(
    house: House, indicator: Indicator, where: Mapping[str, tuple[str, ...]], round_: str, as_of: date | None
) -> dict[int, bool]:
    """Person -> whether they said so in the round; whoever did not compare is not in it."""
    sql, parameters = values_of_people(house.catalogue, indicator, where, house.looked_at(as_of))
    rows = house.store.rows(sql, parameters, as_of)
    return {row["survivor_key"]: bool(row["own_value"]) for row in rows if row["round"] == round_}


def _moves(
    house: House, score: Indicator, where: Mapping[str, tuple[str, ...]], round_: str, as_of: date | None
) -> dict[int, int]:
    """Person -> 1 where the score of the round is measurably better than the one before it, -1 worse, 0 neither."""
    sql, parameters = values_of_people(house.catalogue, score, where, house.looked_at(as_of))
    told: dict[int, list[tuple[str, float]]] = {}
    for row in house.store.rows(sql, parameters, as_of):  # by person, in the order of the rounds
        told.setdefault(row["survivor_key"], []).append((row["round"], float(row["own_value"])))
    moves = {key: _move(rounds, round_, score) for key, rounds in told.items()}
    return {key: move for key, move in moves.items() if move is not None}


def _move(rounds: Sequence[tuple[str, float]], round_: str, score: Indicator) -> int | None:
    at = next((place for place, (name, _) in enumerate(rounds) if name == round_), 0)
    if not at:  # not in the round, or none before it
        return None
    difference = rounds[at][1] - rounds[at - 1][1]
    difference = difference if score.direction is Direction.UP else -difference
    least = (score.measurable or 0) - ROUNDING
    return 1 if difference >= least else -1 if difference <= -least else 0


def _counted(judged: Mapping[int, Judgement], moves: Mapping[int, int]) -> OwnJudgement:
    counts = Counter((judgement, moves[key]) for key, judgement in judged.items() if key in moves)
    better, same, worse = (Beside(each, counts[each, 1], counts[each, 0], counts[each, -1]) for each in Judgement)
    return OwnJudgement((better, same, worse), sum(key not in moves for key in judged))
