"""Everything a deed needs, put together once by `bootstrap`: declarations, store, people, releases, and the clock."""

from dataclasses import dataclass
from datetime import date, datetime

from monitoring.access.people import PeopleBook
from monitoring.domain.catalogue import Catalogue
from monitoring.settings import Settings
from monitoring.store.release_files import ReleaseFiles
from monitoring.store.store import Store


@dataclass(frozen=True, slots=True)
class House:
    """One running of the product. Hold it for the life of the process; it holds the database open."""

    catalogue: Catalogue
    store: Store
    people: PeopleBook
    settings: Settings
    releases: ReleaseFiles

    @property
    def today(self) -> date:
        """The day everything is dated by: pinned in the demo and in tests, the calendar's otherwise."""
        return self.settings.today if self.settings.pinned else date.today()

    @property
    def now(self) -> datetime:
        return datetime.combine(self.today, datetime.now().time())
