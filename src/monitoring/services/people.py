"""Who uses the product: adding, scoping, resetting and shutting out. For administrators; each deed is logged."""

import unicodedata
from dataclasses import dataclass

from monitoring.access.accounts import Accounts
from monitoring.access.log import Log
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.people import Actor, Deed, Role
from monitoring.domain.refusal import Refusal
from monitoring.services.house import House


@dataclass(frozen=True, slots=True)
class Person:
    """One person as an administrator sees them. `last_signed_in` is UTC in ISO form, or None."""

    actor: Actor
    disabled: bool
    last_signed_in: str | None


def everybody(actor: Actor, house: House) -> tuple[Person, ...]:
    """In alphabetical order. Raises NotAllowed."""
    actor.must(Deed.MANAGE_PEOPLE)
    last = Accounts(house.people.file).last_signed_in()
    return tuple(Person(person, disabled, last.get(person.name)) for person, disabled in house.people.all())


def add(actor: Actor, house: House, person: Actor) -> str:
    """Adds a person; returns the password for their first sign-in. Raises NotAllowed, NameTaken, Refusal."""
    actor.must(Deed.MANAGE_PEOPLE)
    check_scope(house.catalogue, person)
    house.people.add(person)
    Log(house.people.file).add(actor.name, "person_add", f"{person.name}: {person.role}")
    return Accounts(house.people.file).give_password(person.name)


def change_scope(actor: Actor, house: House, person: Actor) -> None:
    """Another role or scope, from now on and in open sessions. Raises NotAllowed, UnknownPerson, Refusal."""
    actor.must(Deed.MANAGE_PEOPLE)
    check_scope(house.catalogue, person)
    _must_leave_an_administrator(actor, person.name, still=person.role is Role.ADMINISTRATOR)
    house.people.change_scope(person)
    Log(house.people.file).add(actor.name, "person_scope", f"{person.name}: {person.role}")


def reset(actor: Actor, house: House, name: str) -> str:
    """A new password for one sign-in; ends the person's sessions and second step. Raises NotAllowed, UnknownPerson."""
    actor.must(Deed.MANAGE_PEOPLE)
    house.people.find(name)
    Log(house.people.file).add(actor.name, "person_reset", name)
    return Accounts(house.people.file).give_password(name)


def disable(actor: Actor, house: House, name: str) -> None:
    """Shuts out, at once. Raises NotAllowed, UnknownPerson, and Refusal for oneself."""
    actor.must(Deed.MANAGE_PEOPLE)
    _must_leave_an_administrator(actor, name, still=False)
    house.people.disable(name)
    Log(house.people.file).add(actor.name, "person_disable", name)


def enable(actor: Actor, house: House, name: str) -> None:
    """Lets in again. Raises NotAllowed, UnknownPerson."""
    actor.must(Deed.MANAGE_PEOPLE)
    house.people.enable(name)
    Log(house.people.file).add(actor.name, "person_enable", name)


def check_scope(catalogue: Catalogue, person: Actor) -> None:
    """Raises Refusal where a role lacks its scope, or names a country that does not exist."""
    if not person.name.strip():
        raise Refusal("name_needed")
    if not _is_plain(person.name):
        raise Refusal("name_not_plain")
    if person.role is Role.COUNTRY_OFFICE and not person.countries:
        raise Refusal("office_needs_country")
    if person.role is Role.PROVIDER and not person.provider:
        raise Refusal("provider_needs_id")
    if person.provider and person.role is not Role.PROVIDER:
        raise Refusal("only_providers_have_one")
    if person.countries and person.role is Role.ADMINISTRATOR:
        raise Refusal("administrator_has_no_countries")
    for code in person.countries - set(catalogue.choices["countries"].codes):
        raise Refusal("unknown_country", code=code)


def _is_plain(name: str) -> bool:
    """A name is read by others in receipts and in the log: two that look alike would make both say nothing."""
    is_tidy = name == " ".join(unicodedata.normalize("NFKC", name).split())
    scripts = {unicodedata.name(letter, "").split()[0] for letter in name if letter.isalpha()}
    return is_tidy and name.isprintable() and len(scripts) <= 1 and not set(name) & set('<>[]()=|`"')


def _must_leave_an_administrator(actor: Actor, name: str, *, still: bool) -> None:
    """Nobody can shut themselves out: the last administrator would leave a house that nobody can open."""
    if name == actor.name and not still:
        raise Refusal("not_yourself")
