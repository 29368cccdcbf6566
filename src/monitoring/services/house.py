"""Everything a deed needs, put together once by `bootstrap`: declarations, store, people, releases, and the clock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from monitoring.access.people import PeopleBook
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.provider import Provider
from monitoring.services.figure_requests import ImpossibleRequest
from monitoring.services.kept_figures import KeptFigures
from monitoring.settings import Settings
from monitoring.store.figures import Row
from monitoring.store.release_files import ReleaseFiles
from monitoring.store.store import Store

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class House:
    """One running of the product. Hold it for the life of the process; it holds the database open."""

    catalogue: Catalogue
    store: Store
    people: PeopleBook
    settings: Settings
    releases: ReleaseFiles
    shows_releases_alone: bool = False  # without the case database: `store` refuses whatever it is asked
    figures: KeptFigures = field(default_factory=KeptFigures, init=False, compare=False)  # of these and no other

    @property
    def today(self) -> date:
        """The day everything is dated by: pinned in the demo and in tests, the calendar's otherwise."""
        return self.settings.today if self.settings.pinned else date.today()

    def is_well(self) -> bool:
        """Whether everything that it stands on answers. Raises what that raises where it does not."""
        if self.shows_releases_alone:
            return self.releases.all() is not None and self.people.all() is not None
        return bool(self.store.rows("select 1 as one", {}) and self.people.all() is not None)

    def kept(self, *asked: object, work: Callable[[], Told]) -> Told:
        """What `work` finds, from what is kept where the same was asked since the history last changed.

        `asked` names the service first and holds all that the answer follows from, filters narrowed to a scope
        included. For what is true of groups only: see `KeptFigures`.
        """
        return self.figures.told((self.store.version, self.today), asked, work)

    @property
    def countries_handed_in(self) -> tuple[str, ...]:
        """Codes of the countries with a hand-in that stands, in alphabetical order. Of whom one may see: `places`."""
        return self.kept("countries", work=lambda: tuple(row["country"] for row in self._rows("countries")))

    @property
    def providers_listed(self) -> tuple[Provider, ...]:
        """The providers of every country, by country and name; one without a name goes by its code."""
        return self.kept("directory", work=lambda: tuple(_provider(row) for row in self._rows("directory")))

    def _rows(self, name: str) -> list[Row]:
        return self.store.rows(statement(name), {})

    def looked_at(self, as_of: date | None) -> date:
        """The day that something is told of: today, or the earlier one asked for. Raises ImpossibleRequest for a later.

        Of a day to come, rounds that nobody could have held yet would count as not reached.
        """
        if as_of is not None and as_of > self.today:
            raise ImpossibleRequest("day_to_come", today=self.today)
        return as_of or self.today

    @property
    def now(self) -> datetime:
        return datetime.combine(self.today, datetime.now().time())


def _provider(row: Row) -> Provider:
    return Provider(row["provider_id"], row["provider_name"] or row["provider_id"], row["country"])
