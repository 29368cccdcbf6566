"""What figures are counted of, in plain Python: people, their contacts, the rows of other forms about them, sessions.

A unit knows what every name of an expression says of it, and by which values it can be grouped and narrowed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answers import Row, Said, Sheet
from contacts import Met, quarter_of, rounds_of
from standing import Person, World

from monitoring.domain.catalogue import Catalogue

Place = Mapping[str, str | None]
Where = Mapping[str, tuple[str, ...]]


@dataclass(slots=True)
class Unit:
    """A person, a contact, an event, a referral, a session. `place` are the values it can be grouped by."""

    person: Person | None
    said: Said
    place: Place
    interviewed: bool
    met: Met | None = None

    def speaks(self, by: Iterable[str]) -> bool:
        """Whether it stands for its person when grouped so: of several contacts of a round, one speaks."""
        if self.met is None:
            return True
        return self.met.speaks_for_pool if "pooled_round" in by else self.met.speaks_for_round

    @property
    def due(self) -> bool:
        return self.met is None or self.met.came_due

    def fits(self, where: Where) -> bool:
        """Whether it is among those a figure is narrowed to. Nobody fits what is not known of them."""
        return all(self._fits(name, values) for name, values in where.items())

    def _fits(self, name: str, values: tuple[str, ...]) -> bool:
        if name == "exploitation":
            kinds = (self.person.row["exploitation_types"] or "").split() if self.person else ()
            return any(value in kinds for value in values)
        if name in ("quarter_from", "quarter_to"):
            (limit,), quarter = values, self.place.get("quarter")
            return quarter is not None and (quarter >= limit if name == "quarter_from" else quarter <= limit)
        return self.place.get(name) in values


class Units:
    """All units of a world as of a day, form by form; made once, for many figures are counted over the same."""

    def __init__(self, catalogue: Catalogue, world: World, as_of: date) -> None:
        self._catalogue, self._world, self._as_of = catalogue, world, as_of
        self._sheets = {name: Sheet(catalogue, form) for name, form in catalogue.forms.items()}
        self._made: dict[tuple[str, str | None], list[Unit]] = {}
        self._said: dict[int, dict[str, Sequence[Said]]] = {}

    def of(self, form: str, dated_by: str | None = None) -> list[Unit]:
        """The rows of a form that are looked at; `dated_by` is the day that puts a row into its quarter."""
        if (form, dated_by) not in self._made:
            self._made[form, dated_by] = list(self._of(form, dated_by))
        return self._made[form, dated_by]

    def _of(self, form: str, dated_by: str | None) -> Iterator[Unit]:
        if form in self._world.of_places:
            yield from (self._of_place(form, row, dated_by) for row in self._world.of_places[form])
            return
        for person in self._world.people:
            if form == "follow_ups":
                yield from (self._contact(met) for met in rounds_of(self._catalogue, person, self._as_of))
            elif form == "survivors":
                yield self._row(person, self.person(person), person.row, dated_by)
            else:
                said = self.rows(person, form)
                yield from (self._row(person, each, each.row, dated_by) for each in said)

    def person(self, person: Person) -> Said:
        """What the survivors sheet says of somebody."""
        return self.rows(person, "survivors")[0]

    def rows(self, person: Person, form: str) -> Sequence[Said]:
        """What the rows of a form say of a person, one after another."""
        made = self._said.setdefault(id(person), {})
        if form not in made:
            facts = self._facts(person.was_interviewed)
            rows = [person.row] if form == "survivors" else person.of[form]
            own = None if form == "survivors" else self.person(person)
            made[form] = [self._say(form, row, person, own, facts) for row in rows]
        return made[form]

    def _say(self, form: str, row: Row, person: Person, own: Said | None, facts: Row) -> Said:
        return Said(self._sheets[form], row, person=own, facts=facts, others=lambda name: self.rows(person, name))

    def _facts(self, interviewed: bool) -> dict[str, object]:
        return {"was_interviewed": interviewed, "looked_at_on": self._as_of}

    def _contact(self, met: Met) -> Unit:
        """A contact, in the quarter in which the interview was, or was to be, and with whoever followed up."""
        place = {
            **_own_place(met.person),
            "provider": met.provider,
            "round": str(met.round.months),
            "pooled_round": met.round.pooled_with,
            "quarter": met.quarter,
        }
        facts = {
            **self._facts(met.was_interviewed),
            **{name: getattr(met, name) for name in ("came_due", "attempted", "reached")},
        }
        row = met.contact or {"round": str(met.round.months)}
        said = self._say("follow_ups", row, met.person, self.person(met.person), facts)
        return Unit(met.person, said, place, met.was_interviewed, met)

    def _row(self, person: Person, said: Said, row: Row, dated_by: str | None) -> Unit:
        """A row about a person, with its own provider or the person's, in the quarter of its day or of the return."""
        place = {
            **_own_place(person),
            "provider": row.get("provider_id") or person.row["provider_id"],
            "quarter": quarter_of(row[dated_by] if dated_by else person.row["return_date"]),
        }
        return Unit(person, said, place, person.was_interviewed)

    def _of_place(self, form: str, row: Row, dated_by: str | None) -> Unit:
        """A row about nobody: nobody's provider, and nobody interviewed."""
        said = Said(self._sheets[form], row, facts=self._facts(interviewed=False))
        place = {
            "country": row["country"],
            "provider": None,
            "quarter": quarter_of(row[dated_by]) if dated_by else None,
        }
        return Unit(None, said, place, interviewed=False)


def _own_place(person: Person) -> dict[str, str | None]:
    row = person.row
    own = {name: row[name] for name in ("gender", "age_band", "return_route", "return_kind")}
    return {**own, "country": person.country, "return_quarter": quarter_of(row["return_date"])}
