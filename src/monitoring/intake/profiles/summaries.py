"""Sums up an instrument's own numbers: the scores as given, and means by domain with the lowest sub-domain beside them.

Nothing here is stored and nothing is claimed beyond the arithmetic. Missing is never 0: it is left out, and counted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

from monitoring.domain.form import Missing, Words
from monitoring.domain.profile import Direction, Item, Profile, Score, Scoring, Weights
from monitoring.domain.profile_report import LowestPart, ScoreSummary
from monitoring.intake.profiles.scores import Answer, NumberColumn, Numbers, on_the_scale
from monitoring.words import say


def summaries_of(numbers: Numbers, profile: Profile, weights: Weights | None) -> Iterator[ScoreSummary]:
    """One summary a score column, then one a domain that has an item in the file."""
    for column in numbers.columns:
        if isinstance(column.of, Score):
            yield _of_score(column, column.of, numbers.rows)
    if profile.scoring:
        for domain, label in profile.scoring.domains.items():
            items = [column for column in numbers.columns if isinstance(column.of, Item) and column.of.domain == domain]
            if items:
                used = [item for item in profile.items_in_use if item.domain == domain]
                yield _Domain(profile.scoring, used, items, weights).summary(domain, label, numbers.rows)


def _of_score(column: NumberColumn, score: Score, rows: int) -> ScoreSummary:
    answers = [answer for answer in column.answers if isinstance(answer, float)]
    return ScoreSummary(
        name=score.name,
        label=score.label,
        minimum=score.minimum,
        maximum=score.maximum,
        direction=score.direction.value,
        rows=rows,
        answered=len(answers),
        mean=fmean(answers) if answers else None,
    )


class _Domain:
    """The items of one domain, all on the scale of the scoring, with their good end up."""

    def __init__(
        self, scoring: Scoring, items: Sequence[Item], columns: Sequence[NumberColumn], weights: Weights | None
    ) -> None:
        """`items` are all of the domain that are in use; those without a column in the file count as not answered."""
        self._scoring = scoring
        self._items = {item.id: item for item in items}
        self._weights = weights
        self._scaled = {
            column.of.id: [_scaled(answer, column.of, scoring) for answer in column.answers]
            for column in columns
            if isinstance(column.of, Item)
        }

    def summary(self, domain: str, label: Words, rows: int) -> ScoreSummary:
        people = [dict(zip(self._scaled, row, strict=True)) for row in zip(*self._scaled.values(), strict=True)]
        means = [mean for answers in people if (mean := self._mean(answers)) is not None]
        return ScoreSummary(
            name=domain,
            label=label,
            minimum=self._scoring.minimum,
            maximum=self._scoring.maximum,
            direction=Direction.UP.value,
            rows=rows,
            answered=len(means),
            mean=fmean(means) if means else None,
            says=self._says(),
            lowest=self._lowest(),
            lowest_of_people=self._lowest_of_people(people),
        )

    def _mean(self, answers: Mapping[str, Answer]) -> float | None:
        """One person's mean, where enough of what applies to the person is answered. Not applicable is left out."""
        applicable = len(self._items) - sum(answer is Missing.NOT_APPLICABLE for answer in answers.values())
        answered = {item: answer for item, answer in answers.items() if isinstance(answer, float)}
        if not answered or len(answered) < self._scoring.answered_share * applicable:
            return None
        if self._weights is None:
            return fmean(answered.values())
        return fmean(answered.values(), weights=[self._weights.weights[item] for item in answered])

    def _lowest(self) -> LowestPart | None:
        parts = []
        for item, answers in self._scaled.items():
            given = [answer for answer in answers if isinstance(answer, float)]
            if given:
                parts.append(LowestPart(item, self._items[item].label, fmean(given), len(given)))
        return min(parts, key=lambda part: part.mean, default=None)

    def _lowest_of_people(self, people: Sequence[Mapping[str, Answer]]) -> dict[str, int]:
        if not self._scoring.whole:
            return {}
        given = ([answer for answer in answers.values() if isinstance(answer, float)] for answers in people)
        counted = Counter(f"{min(answers):g}" for answers in given if answers)
        return dict(sorted(counted.items()))

    def _says(self) -> Words:
        """What has to stand beside the mean: that it is unweighted, or whose weights it has."""
        if self._weights is None:
            return self._scoring.unweighted
        return {"en": say("profiles.weighted", "en", version=self._weights.version)}


def _scaled(answer: Answer, item: Item, scoring: Scoring) -> Answer:
    return on_the_scale(answer, item, scoring) if isinstance(answer, float) else answer
