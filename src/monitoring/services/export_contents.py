"""What lies beside the rows of an export: what columns mean, the query, how far people came, how to cite. No row."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.export import ExportRequest, Hidden
from monitoring.domain.people import Actor, Deed
from monitoring.protection.ladders import Ladder
from monitoring.services import export_facts
from monitoring.services.export_hiding import Hiding
from monitoring.services.house import House
from monitoring.words import say

if TYPE_CHECKING:
    from monitoring.exports.variables import Variable


def write_beside(
    actor: Actor,
    house: House,
    folder: Path,
    request: ExportRequest,
    made: Hiding,
    columns: "Sequence[Variable]",
    language: str,
) -> None:
    """Everything but the rows and the manifest. Raises NotAllowed."""
    from monitoring.exports.pack import write_table, write_variables

    write_variables(folder, columns, export_facts.explained(actor, house))
    write_table(folder, "flow.csv", ("step", "count", "of"), export_facts.flow(actor, house, request.where))
    lost = export_facts.kept_and_lost(actor, house, request.where)
    write_table(folder, "kept_and_lost.csv", ("question", "answer", "kept", "lost"), lost)
    asked = export_facts.mode_and_asker(actor, house, request.where)
    write_table(folder, "mode_and_asker.csv", ("mode", "asked_by", "interviews"), asked)
    (folder / "query.sql").write_text(_query(made), encoding="utf-8")
    (folder / "read_me.txt").write_text(_read_me(house, request, made.hidden, language), encoding="utf-8")


def facts_of(actor: Actor, house: House, request: ExportRequest, hidden: Hidden, rows: int) -> dict[str, Any]:
    """What the manifest says beside the files' fingerprints. Raises NotAllowed."""
    actor.must(Deed.ASK_FOR_EXPORT)
    rules = house.catalogue.exports.rules
    return {
        "request": request.id,
        "as_of": house.today,
        "written_at": house.now.isoformat(timespec="seconds"),
        "expires_on": request.expires_on(rules),
        "ethics": request.ethics,
        "definitions": house.catalogue.fingerprint,
        "narrowed_to": {name: list(values) for name, values in request.where.items()},
        "citation": citation(house.catalogue, house.today, request),
        "rows": rows,
        "people": hidden.after.people,
        "rules": {"k": rules.smallest, "l": rules.different, "most_dropped_percent": rules.most_dropped},
        "k": {"before": hidden.before.k, "after": hidden.after.k},
        "l": {"before": hidden.before.l, "after": hidden.after.l},
        "made_coarser": made_coarser(house.catalogue, hidden),
        "people_left_out": hidden.dropped,
    }


def made_coarser(catalogue: Catalogue, hidden: Hidden) -> dict[str, str]:
    """Question to how its answers are given: as answered, in groups or periods, or not at all."""
    return {each.question: _how(Ladder(each), hidden) for each in catalogue.exports.quasi_identifiers}


def citation(catalogue: Catalogue, day: date, request: ExportRequest, language: str = "en") -> str:
    return say(
        "exports.citation",
        language,
        day=day.isoformat(),
        id=request.id,
        definitions=catalogue.fingerprint[:12],
    )


def _how(ladder: Ladder, hidden: Hidden) -> str:
    level = hidden.levels[ladder.name]
    if level >= ladder.last:
        return "not_given"
    if ladder.declared.periods:
        return ladder.declared.periods[level]
    return "as_answered" if level == 0 else f"groups_{level}"


def _query(made: Hiding) -> str:
    """Both statements and their parameters; the secret of the persons' codes was kept by nobody."""
    (rows, parameters), (classes, _) = made.sql.rows, made.sql.classes
    told = "".join(f"-- ${name} = {value}\n" for name, value in parameters.items())
    return f"{told}-- $secret: drawn for this export alone, and not kept\n\n{rows};\n\n{classes};\n"


def _read_me(house: House, request: ExportRequest, hidden: Hidden, language: str) -> str:
    return "\n".join(_lines(house, request, hidden, language)) + "\n"


def _lines(house: House, request: ExportRequest, hidden: Hidden, language: str) -> Iterator[str]:
    def told(key: str, **facts: object) -> str:
        return say(f"exports.read_me.{key}", language, **facts)

    rules = house.catalogue.exports.rules
    yield told("title", id=request.id)
    yield ""
    yield told("rows")
    yield told("hidden", smallest=rules.smallest, different=rules.different)
    yield from (
        f"  {question}: {how_said(how, language)}" for question, how in made_coarser(house.catalogue, hidden).items()
    )
    yield told("dropped", dropped=hidden.dropped, people=hidden.before.people)
    yield told("codes")
    yield told("joined")
    yield told("missing")
    yield told("files")
    yield told("ethics", ethics=request.ethics or told("no_ethics"))
    yield told("expires", day=request.expires_on(rules))
    yield told("cite", citation=citation(house.catalogue, house.today, request, language))
    yield told("cause")


def how_said(how: str, language: str | None = None) -> str:
    """How a question's answers are given, in words."""
    name = "groups" if how.startswith("groups_") else how
    facts: Mapping[str, object] = {"level": how.removeprefix("groups_")}
    return say(f"exports.how.{name}", language, **facts)
