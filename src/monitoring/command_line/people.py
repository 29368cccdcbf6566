"""Commands about the people who use the product. Whoever can run them on the machine is trusted to add people."""

import argparse

from monitoring.access.people import PeopleBook
from monitoring.command_line import printing
from monitoring.declarations.read import read_catalogue
from monitoring.domain.people import Actor, Role
from monitoring.settings import Settings, make_folder
from monitoring.words import say


def people(settings: Settings, words: argparse.Namespace) -> int:
    make_folder(settings)
    book = PeopleBook(settings.data / "people.sqlite")
    match words.deed:
        case "add":
            return _add(book, settings, words)
        case "disable":
            book.disable(words.name)
            print(say("commands.people_disabled", name=words.name))
        case _:
            _list(book, words)
    return 0


def _add(book: PeopleBook, settings: Settings, words: argparse.Namespace) -> int:
    role, countries = Role(words.role), frozenset(words.country)
    if not words.name.strip():
        return printing.refuse("name_needed")
    if role is Role.COUNTRY_OFFICE and not countries:
        return printing.refuse("office_needs_country")
    if role is Role.PROVIDER and not words.provider:
        return printing.refuse("provider_needs_id")
    known = read_catalogue(settings.declarations).choices["countries"].codes
    for code in countries - set(known):
        return printing.refuse("unknown_country", code=code)
    book.add(Actor(words.name, role, countries, words.provider if role is Role.PROVIDER else None))
    print(say("commands.people_added", name=words.name))
    return 0


def _list(book: PeopleBook, words: argparse.Namespace) -> None:
    everybody = book.all()
    if words.json:
        listed = [
            {
                "name": person.name,
                "role": person.role.value,
                "countries": sorted(person.countries),
                "provider": person.provider,
                "disabled": disabled,
            }
            for person, disabled in everybody
        ]
        printing.print_json({"people": listed})
        return
    for person, disabled in everybody:
        where = person.provider or " ".join(sorted(person.countries)) or "all countries"
        print(f"{person.name:30} {person.role:18} {where}{'  (disabled)' if disabled else ''}")
    if not everybody:
        print(say("commands.nobody_yet"))
