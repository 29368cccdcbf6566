"""The relations that figures are counted over: people, their rounds, events, and every other form's rows.

As tables, or replayed to a day. They hold answers as handed in; scores and computed columns are added when read.
"""

import re
from dataclasses import dataclass

from monitoring.derive.create_table import columns_of, history_table, quoted
from monitoring.derive.expressions_used import columns_used
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form
from monitoring.domain.rounds import Round

_NOT_PEOPLES_OWN = {"country", "survivor_id", "provider_id", "round"}
_NARROWED_BY = (
    *(
        "country",
        "gender",
        "age_band",
        "disability",
        "return_route",
        "return_kind",
        "exploitation_types",
        "return_date",
    ),
)
_OF_THEIR_OWN_KIND = ("survivors", "follow_ups", "incidents")
_OWN_STEPS = re.compile(r"\A(?:\s*--[^\n]*\n)*\s*with\s+")


@dataclass(frozen=True, slots=True)
class Sources:
    """What the relations are read from: names of tables or of earlier steps."""

    survivors: str = "standing_survivors"
    follow_ups: str = "standing_follow_ups"
    incidents: str = "standing_incidents"
    people: str = "current_people"
    rounds: str = "current_rounds"
    events: str = "current_incidents"
    prefix: str = "current_"  # of every other form's rows

    def of(self, form: str) -> str:
        """Where the rows of a form are read from."""
        own = {"survivors": self.people, "follow_ups": self.rounds, "incidents": self.events}
        return own.get(form, f"{self.prefix}{form}")


REPLAYED = Sources(people="people", rounds="rounds", events="incidents", prefix="replayed_")
"""The names of `replayed_steps` where they are to be read: without them they are those of the tables."""


def standing_steps(catalogue: Catalogue) -> dict[str, str]:
    """Named steps, in order: the hand-ins that stand, then each form's standing rows. Parameters: until, country."""
    steps = {
        "standing": statement("standing"),
        "standing_survivors": standing_rows(catalogue.forms["survivors"]),
        "same_person": statement("same_person"),
    }
    for form in catalogue.forms.values():
        if form.name != "survivors":
            rows = standing_rows(form)
            about_people = form.refers_to_survivors
            whole = statement("attributed_rows").format(standing_rows=rows) if about_people else rows
            steps[f"standing_{form.name}"] = whole
    return steps


def standing_rows(form: Form) -> str:
    """What the newest standing hand-in says of each key. Reads the step `standing`."""
    key = [quoted(name) for name in form.key]
    return statement("standing_rows").format(
        columns=",\n    ".join(f"handed_in.{quoted(name)}" for name in columns_of(form)),
        key=", ".join(f"all_rows.{name}" for name in key),
        same_key=" and ".join(f"handed_in.{name} is not distinct from newest.{name}" for name in key),
        history=history_table(form),
    )


def people(catalogue: Catalogue, sources: Sources) -> str:
    form = catalogue.forms["survivors"]
    return statement("people").format(
        survivors=sources.survivors,
        follow_ups=sources.follow_ups,
        survivor_columns=_listed("survivors", ("country", *_own(form))),
        return_quarter=quarter_of("survivors.return_date"),
    )


def rounds(catalogue: Catalogue, sources: Sources) -> str:
    of_people = (*_NARROWED_BY, *columns_used(catalogue, catalogue.forms["survivors"], "follow_ups"))
    return statement("rounds").format(
        people=sources.people,
        follow_ups=sources.follow_ups,
        survivors_history=history_table(catalogue.forms["survivors"]),
        round_windows=_round_windows(catalogue.rounds),
        survivor_columns=_listed("people", tuple(dict.fromkeys(of_people))),
        quarter=quarter_of("case when was_interviewed then contact_date else target_date end"),
    )


def incidents(catalogue: Catalogue, sources: Sources) -> str:
    return statement("incidents").format(rows=_rows_of_people(catalogue, catalogue.forms["incidents"], sources))


def other_rows(catalogue: Catalogue, sources: Sources) -> dict[str, str]:
    """Form name to its relation, of every form that is neither people, nor their rounds, nor events."""
    others = [form for form in catalogue.forms.values() if form.name not in _OF_THEIR_OWN_KIND]
    return {
        form.name: _rows_of_people(catalogue, form, sources) if form.refers_to_survivors else _rows_of_places(form)
        for form in others
    }


def replayed_steps(catalogue: Catalogue, names: Sources) -> dict[str, str]:
    """The relations as of another day, as named steps that read nothing but history. Parameters: until, country.

    Named like the tables they stand before these, so that every statement over the tables can be replayed as it is.
    """
    return {
        **standing_steps(catalogue),
        names.people: people(catalogue, names),
        names.rounds: rounds(catalogue, names),
        names.events: incidents(catalogue, names),
        **{names.of(name): rows for name, rows in other_rows(catalogue, names).items()},
    }


def with_steps(steps: dict[str, str], final: str) -> str:
    """One statement: the steps in order, those that the final select has of its own, then this.

    Its own come beside them: inside another select the final one would lose its order.
    """
    if not steps:
        return final
    named = ",\n\n".join(f"{name} as (\n{text}\n)" for name, text in steps.items())
    own = _OWN_STEPS.match(final)
    return f"with {named},\n\n{final[own.end() :]}" if own else f"with {named}\n\n{final}"


def quarter_of(day: str) -> str:
    """SQL: the quarter of a date, written 2026-Q1."""
    return f"cast(extract(year from {day}) as varchar) || '-Q' || cast(extract(quarter from {day}) as varchar)"


def _own(form: Form) -> tuple[str, ...]:
    return tuple(name for name in form.names if name not in _NOT_PEOPLES_OWN)


def _listed(table: str, columns: tuple[str, ...]) -> str:
    return ",\n        ".join(f"{table}.{quoted(name)}" for name in columns)


def _rows_of_people(catalogue: Catalogue, form: Form, sources: Sources) -> str:
    """The form's rows beside what a figure of the person may be narrowed to, and what expressions read of them."""
    of_people = (*_NARROWED_BY, *columns_used(catalogue, catalogue.forms["survivors"], form.name))
    persons = tuple(dict.fromkeys(name for name in of_people if name == "country" or name not in form.names))
    own_provider = "coalesce(handed_in.provider_id, people.provider)"
    return statement("rows_of_people").format(
        rows=f"standing_{form.name}",
        people=sources.people,
        provider=own_provider if form.question("provider_id") else "people.provider",
        person_columns=_listed("people", persons),
        columns=_listed("handed_in", (*_of_rows(form), "missing_answers")),
    )


def _rows_of_places(form: Form) -> str:
    """Rows that are about nobody: a country's providers and sessions. Nobody's provider, and nobody interviewed."""
    own = tuple(name for name in form.names if name != "country")
    return statement("rows_of_places").format(
        rows=f"standing_{form.name}", columns=_listed("handed_in", (*own, "missing_answers"))
    )


def _of_rows(form: Form) -> tuple[str, ...]:
    return tuple(name for name in form.names if name not in ("country", "provider_id"))


def _round_windows(all_rounds: tuple[Round, ...]) -> str:
    rows = ", ".join(
        f"('{each.months}', {each.months}, {each.target_day}, {each.last_day}, {each.on_time_days}, "
        f"'{each.pooled_with}')"
        for each in all_rounds
    )
    return f"(values {rows}) as round_windows (round, months, target_day, last_day, on_time_days, pooled_round)"
