"""Rows as they leave: answers as coarse as was decided, and without the people who stay too visible. Keeps nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import polars

from monitoring.derive.export_rows import PERIOD
from monitoring.domain.export import ExportPlan, Hidden
from monitoring.exports.variables import Variable
from monitoring.protection.ladders import Ladder, in_groups

Recode = Callable[[str], str | None]


def hidden_rows(
    batches: Iterable[polars.DataFrame],
    plan: ExportPlan,
    hidden: Hidden,
    left_out: Iterable[tuple[str | None, ...]],
    columns: Sequence[Variable],
) -> Iterator[polars.DataFrame]:
    """Each batch with the columns of the file alone. `left_out`: coarser answers of the people who are not in it."""
    recodes = _recodes(plan, hidden)
    who = [each.question for each in plan.quasi_identifiers]
    gone = polars.DataFrame(list(left_out), schema=dict.fromkeys(who, polars.String), orient="row")
    for batch in batches:
        coarser = batch.with_columns(_recoded(batch, name, recode) for name, recode in recodes.items())
        kept = coarser.join(gone, on=who, how="anti", nulls_equal=True) if len(gone) else coarser
        yield kept.select(each.name for each in columns)


def _recodes(plan: ExportPlan, hidden: Hidden) -> dict[str, Recode]:
    recodes: dict[str, Recode] = {each.question: _of_groups(each.groups) for each in plan.coarser}
    for each in plan.quasi_identifiers:
        recodes[each.question] = _of_level(Ladder(each), hidden.levels[each.question])
        if each.periods:
            recodes[PERIOD] = recodes[each.question]
    return recodes


def _of_groups(groups: Mapping[str, tuple[str, ...]]) -> Recode:
    return lambda answer: in_groups(groups, answer)


def _of_level(ladder: Ladder, level: int) -> Recode:
    return lambda answer: ladder.at(level, answer)


def _recoded(batch: polars.DataFrame, name: str, recode: Recode) -> polars.Expr:
    """Each different answer is worked out once; what had no answer has none."""
    answers = batch[name].unique().drop_nulls().to_list()
    coarser = [recode(answer) for answer in answers]
    return polars.col(name).replace_strict(answers, coarser, default=None, return_dtype=polars.String)
