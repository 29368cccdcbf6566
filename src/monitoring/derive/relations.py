"""The relations that figures are counted over: people, their rounds, and events. As tables, or replayed to a day."""

from dataclasses import dataclass

from monitoring.derive.create_table import columns_of, history_table, quoted
from monitoring.derive.expressions_used import answer_columns, columns_used, derived_columns
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form
from monitoring.domain.rounds import Round

_NOT_PEOPLES_OWN = {"country", "survivor_id", "provider_id", "round"}
_NARROWED_BY = ("country", "gender", "age_band", "return_route", "return_kind", "exploitation_types", "return_date")


@dataclass(frozen=True, slots=True)
class Sources:
    """What the relations are read from: names of tables or of earlier steps."""

    survivors: str = "standing_survivors"
    follow_ups: str = "standing_follow_ups"
    incidents: str = "standing_incidents"
    people: str = "current_people"
    rounds: str = "current_rounds"
    events: str = "current_incidents"


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
        **_computed(catalogue, form),
    )


def rounds(catalogue: Catalogue, sources: Sources) -> str:
    of_people = (*_NARROWED_BY, *columns_used(catalogue, catalogue.forms["survivors"], "follow_ups"))
    return statement("rounds").format(
        people=sources.people,
        follow_ups=sources.follow_ups,
        round_windows=_round_windows(catalogue.rounds),
        survivor_columns=_listed("people", tuple(dict.fromkeys(of_people))),
        quarter=quarter_of("case when was_interviewed then contact_date else target_date end"),
    )


def incidents(catalogue: Catalogue, sources: Sources) -> str:
    form = catalogue.forms["incidents"]
    return statement("incidents").format(
        incidents=sources.incidents,
        people=sources.people,
        incident_columns=_listed("events", ("country", *_own(form))),
        **_computed(catalogue, form),
    )


def replayed_steps(catalogue: Catalogue) -> dict[str, str]:
    """The relations as of another day, as named steps that read nothing but history. Parameters: until, country."""
    sources = Sources(people="people", rounds="rounds", events="incidents")
    return {
        **standing_steps(catalogue),
        "people": people(catalogue, sources),
        "rounds": rounds(catalogue, sources),
        "incidents": incidents(catalogue, sources),
    }


def with_steps(steps: dict[str, str], final: str) -> str:
    """One statement: the steps in order, then the final select."""
    named = ",\n\n".join(f"{name} as (\n{text}\n)" for name, text in steps.items())
    return f"with {named}\n\n{final}" if steps else final


def quarter_of(day: str) -> str:
    """SQL: the quarter of a date, written 2026-Q1."""
    return f"cast(extract(year from {day}) as varchar) || '-Q' || cast(extract(quarter from {day}) as varchar)"


def _own(form: Form) -> tuple[str, ...]:
    return tuple(name for name in form.names if name not in _NOT_PEOPLES_OWN)


def _listed(table: str, columns: tuple[str, ...]) -> str:
    return ",\n        ".join(f"{table}.{quoted(name)}" for name in columns)


def _computed(catalogue: Catalogue, form: Form) -> dict[str, str]:
    return {
        "scores": _added(answer_columns(catalogue, form)),
        "derived": _added(derived_columns(form)),
    }


def _added(columns: dict[str, str]) -> str:
    return "".join(f",\n        {sql} as {name}" for name, sql in columns.items())


def _round_windows(all_rounds: tuple[Round, ...]) -> str:
    rows = ", ".join(
        f"('{each.months}', {each.months}, {each.target_day}, {each.last_day}, {each.on_time_days}, "
        f"'{each.pooled_with}')"
        for each in all_rounds
    )
    return f"(values {rows}) as round_windows (round, months, target_day, last_day, on_time_days, pooled_round)"
