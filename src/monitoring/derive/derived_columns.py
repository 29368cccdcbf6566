"""SQL of computed columns, in layers: each layer is a select around the one before, as standard SQL asks for."""

from collections.abc import Iterable, Sequence

from monitoring.derive.answer_parts import Columns, score_of
from monitoring.derive.applicable import is_applicable, was_asked
from monitoring.derive.create_table import quoted
from monitoring.derive.expressions_used import names_in
from monitoring.domain.derived import Derived, Take
from monitoring.domain.form import Form
from monitoring.domain.rounds import Round


def layered(rows: str, layers: Iterable[Columns]) -> str:
    """SQL: the rows of a select, with the columns of each layer added, later ones made of earlier ones."""
    for at, columns in enumerate(filter(None, layers), 1):
        added = "".join(f",\n    {sql} as {name}" for name, sql in columns.items())
        rows = f"select\n    layer_{at}.*{added}\nfrom (\n{rows}\n) as layer_{at}"
    return rows


def derived_layers(
    form: Form, derived: Sequence[Derived], rounds: Sequence[Round], other_rows: Columns
) -> list[Columns]:
    """The computed columns, each in a layer after those it is made of.

    `other_rows` maps a column that looks into another form to the rows of that form, their columns prefixed.
    """
    layers: list[Columns] = []
    waiting = {each.name: each for each in derived}
    while waiting:
        ready = [each for each in waiting.values() if not _made_of(each) & (waiting.keys() - {each.name})]
        layers.append({each.name: _sql(form, each, rounds, other_rows) for each in ready})
        for each in ready:
            del waiting[each.name]
    return layers


def _made_of(derived: Derived) -> set[str]:
    return names_in(derived.expressions) | set(derived.mean_of)


def _sql(form: Form, derived: Derived, rounds: Sequence[Round], other_rows: Columns) -> str:
    if derived.from_form is not None:
        sql = _from_other_rows(derived, other_rows[derived.name])
    elif derived.answered_of is not None:
        sql = _answered_of(form, derived, rounds)
    elif derived.mean_of:
        sql = _mean(form, derived, rounds)
    else:
        sql = derived.expression or "null"
    return f"case when {derived.only_if} then {sql} end" if derived.only_if else sql


def _mean(form: Form, derived: Derived, rounds: Sequence[Round]) -> str:
    """The mean of the answered ones; missing where fewer than the stated share of the applicable ones are answered."""
    scores = [_item(form, name) for name in derived.mean_of]
    count = " + ".join(f"case when {_applies(form, name, rounds)} then 1 else 0 end" for name in derived.mean_of)
    answered = " + ".join(f"case when {score} is not null then 1 else 0 end" for score in scores)
    total = " + ".join(f"coalesce({score}, 0)" for score in scores)
    enough = f"({answered}) > 0 and ({answered}) >= {derived.answered_share} * ({count})"
    return f"case when {enough} then ({total}) / ({answered}) end"


def _item(form: Form, name: str) -> str:
    question = form.question(name)
    if question is None:  # another computed column, from 0 to 1
        return name
    is_scale = question.choices is not None and question.choices.is_scale
    return f"{name}__score" if is_scale else f"({score_of(question)})"


def _applies(form: Form, name: str, rounds: Sequence[Round]) -> str:
    """Of a computed column: whether any of the questions it is the mean of does. Anything else of it: where known."""
    question = form.question(name)
    if question is not None:
        return is_applicable(form, question, rounds)
    made = next(each for each in form.derived if each.name == name)
    if not made.mean_of:
        return f"{name} is not null"
    return f"({' or '.join(_applies(form, item, rounds) for item in made.mean_of)})"


def _answered_of(form: Form, derived: Derived, rounds: Sequence[Round]) -> str:
    mine = [question for question in form.questions if question.asked_of == derived.answered_of]
    asked = " + ".join(f"case when {was_asked(form, each, rounds)} then 1 else 0 end" for each in mine)
    answered = " + ".join(f"case when {quoted(each.name)} is not null then 1 else 0 end" for each in mine)
    return f"cast(({answered}) as double precision) / nullif({asked}, 0)"


def _from_other_rows(derived: Derived, rows: str) -> str:
    form = derived.from_form
    same = f"{form}__survivor_key = survivor_key and ({derived.where})"
    if derived.take is Take.ANY:
        return f"exists (select 1 from ({rows}) as other_rows where {same})"
    of = {Take.COUNT: "count(*)", Take.FIRST: f"min({form}__{derived.column})"}
    what = of.get(derived.take, f"max({form}__{derived.column})")
    return f"(select {what} from ({rows}) as other_rows where {same})"
