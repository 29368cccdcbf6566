"""The rounds with the answers that some indicators use, and the scores and derived columns made of them.

They are fetched from the history when read: stored beside the rounds they would double what each hand-in writes.
"""

from collections.abc import Iterable

from monitoring.derive.create_table import history_table, quoted
from monitoring.derive.expressions_used import answers_spoken_of, names_in, sql_of_answer, sql_of_derived
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form
from monitoring.domain.indicator import Indicator

_OF_EVERY_ROUND = {"survivor_id", "provider_id", "round", "status", "contact_date"}


def computed_rounds(catalogue: Catalogue, indicators: Iterable[Indicator], rounds: str, filters: str) -> str:
    """SQL: the rounds that pass the filters, with every column that the indicators' expressions speak of."""
    follow_ups, survivors = catalogue.forms["follow_ups"], catalogue.forms["survivors"]
    texts = [text for each in indicators for text in (each.numerator, each.denominator, each.answered) if text]
    derived = [each for each in follow_ups.derived if each.name in names_in(texts)]
    texts += [each.expression for each in derived if each.expression]
    spoken_of = answers_spoken_of(texts) | {(name, "score") for each in derived for name in each.mean_of}
    fetched = (names_in(texts) | {name for name, _ in spoken_of}) - _OF_EVERY_ROUND
    scores = {**_answers(follow_ups, spoken_of, "answers"), **_answers(survivors, spoken_of, "narrowed")}
    return statement("computed_rounds").format(
        rounds=rounds,
        history=history_table(follow_ups),
        filters=filters,
        answers="".join(f",\n        answers.{quoted(name)}" for name in follow_ups.names if name in fetched),
        scores="".join(f",\n        {sql} as {name}" for name, sql in scores.items()),
        derived="".join(f",\n    {sql_of_derived(each)} as {each.name}" for each in derived),
    )


def _answers(form: Form, spoken_of: set[tuple[str, str]], table: str) -> dict[str, str]:
    """Column name to SQL of the form's answers and scores among those spoken of."""
    found = {}
    for name, part in sorted(spoken_of):
        if (question := form.question(name)) is not None and question.choices is not None:
            found[f"{name}__{part}"] = sql_of_answer(question, part, f"{table}.{quoted(name)}")
    return found
