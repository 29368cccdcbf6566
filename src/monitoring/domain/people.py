"""Who may do what, and where. One table; every service asks it. Holds no names of survivors."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from monitoring.domain.refusal import Refusal


class Role(StrEnum):
    PROGRAMME_MANAGER = "programme_manager"
    COUNTRY_OFFICE = "country_office"
    PROVIDER = "provider"
    FUNDER = "funder"
    ANALYST = "analyst"
    ADMINISTRATOR = "administrator"


class Deed(StrEnum):
    """Something a person can do; the name of a permission."""

    SEE_PROGRAMME_FIGURES = "see_programme_figures"
    COMPARE_PLACES = "compare_places"
    SEE_SHARED_FIGURES = "see_shared_figures"
    SEE_DEFINITIONS = "see_definitions"
    HAND_IN = "hand_in"
    SEE_SUBMISSIONS = "see_submissions"
    UNDO = "undo"
    ACCEPT = "accept"
    SEND_BACK = "send_back"
    MANAGE_PEOPLE = "manage_people"
    SEE_LOG = "see_log"
    SEE_CASES = "see_cases"
    ERASE = "erase"
    BUILD_RELEASES = "build_releases"
    APPROVE_RELEASES = "approve_releases"
    ASK_FOR_EXPORT = "ask_for_export"
    APPROVE_EXPORT = "approve_export"
    SET_TARGETS = "set_targets"
    TELL_BACK = "tell_back"


_EVERYBODY = {Deed.SEE_DEFINITIONS}

ROLES: dict[Role, frozenset[Deed]] = {
    Role.PROGRAMME_MANAGER: frozenset(set(Deed) - {Deed.MANAGE_PEOPLE, Deed.SEE_LOG}),
    Role.COUNTRY_OFFICE: frozenset(
        _EVERYBODY
        | {
            Deed.SEE_PROGRAMME_FIGURES,
            Deed.COMPARE_PLACES,
            Deed.HAND_IN,
            Deed.SEE_SUBMISSIONS,
            Deed.UNDO,
            Deed.SEE_CASES,
        }
    ),
    Role.PROVIDER: frozenset(_EVERYBODY | {Deed.SEE_PROGRAMME_FIGURES, Deed.SEE_CASES}),
    Role.FUNDER: frozenset(_EVERYBODY | {Deed.SEE_SHARED_FIGURES}),
    Role.ANALYST: frozenset(_EVERYBODY | {Deed.SEE_SHARED_FIGURES, Deed.ASK_FOR_EXPORT}),
    Role.ADMINISTRATOR: frozenset(_EVERYBODY | {Deed.MANAGE_PEOPLE, Deed.SEE_LOG}),
}
"""What each role may do. An office and a manager see programme figures inside their scope only."""


class NotAllowed(Refusal):
    """Refused to this person: names the deed, never the data asked for."""

    def __init__(self, deed: Deed, reason: str = "not_your_role") -> None:
        super().__init__(reason)
        self.deed = deed


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks. `countries` empty means every country for a manager, funder or analyst, and none for an office.

    `provider` is set for the provider role alone.
    """

    name: str
    role: Role
    countries: frozenset[str] = frozenset()
    provider: str | None = None

    @property
    def needs_second_step(self) -> bool:
        """Whether a password alone is too little: these two can see or change most."""
        return self.role in (Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER)

    def may(self, deed: Deed) -> bool:
        return deed in ROLES[self.role]

    def covers(self, country: str) -> bool:
        """Whether the country lies in this person's scope."""
        everywhere = not self.countries and self.role is not Role.COUNTRY_OFFICE
        return everywhere or country in self.countries

    def must(self, deed: Deed, *, country: str | None = None) -> None:
        """Raises NotAllowed unless the role may do the deed, and do it in that country."""
        if not self.may(deed):
            raise NotAllowed(deed)
        if country is not None and not self.covers(country):
            raise NotAllowed(deed, "not_your_country")

    def scope_of(self, countries: Iterable[str]) -> tuple[str, ...]:
        """Those of the countries that this person may see, in alphabetical order."""
        return tuple(sorted(country for country in countries if self.covers(country)))
