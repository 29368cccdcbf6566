"""Commands about the people who use the product. Whoever can run them on the machine is trusted to add people."""

import argparse
import sys

from monitoring.access.accounts import Accounts
from monitoring.access.log import Log
from monitoring.access.people import PeopleBook
from monitoring.bootstrap import open_people
from monitoring.command_line import printing
from monitoring.declarations.read import read_catalogue
from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.services.people import check_scope
from monitoring.settings import Settings, make_folder
from monitoring.words import say

_BY = "command line"


def people(settings: Settings, words: argparse.Namespace) -> int:
    if words.deed == "list" and not settings.data.exists():
        return printing.refuse("no_data_folder", folder=settings.data)
    make_folder(settings)
    book = open_people(settings)
    match words.deed:
        case "list":
            _list(book, words)
            return 0
        case "add" | "scope":
            return _place(book, settings, words)
        case "reset":
            book.find(words.name)
            _print_password(words.name, Accounts(book.file).give_password(words.name))
        case "disable":
            if _is_last_administrator(book, words.name):
                raise Refusal("last_administrator")
            book.disable(words.name)
            print(say("commands.people_disabled", name=words.name))
        case _:
            book.enable(words.name)
            print(say("commands.people_enabled", name=words.name))
    Log(book.file).add(_BY, f"person_{words.deed}", words.name)
    return 0


def _is_last_administrator(book: PeopleBook, name: str) -> bool:
    """Without one, nobody could add people on the page any more, and nobody would be told."""
    left = [person.name for person, disabled in book.all() if person.role is Role.ADMINISTRATOR and not disabled]
    return left == [name]


def _place(book: PeopleBook, settings: Settings, words: argparse.Namespace) -> int:
    """Adds a person, or gives one another role and scope."""
    role = Role(words.role)
    person = Actor(words.name, role, frozenset(words.country), words.provider)
    check_scope(read_catalogue(settings.declarations), person)
    if words.deed == "scope":
        book.change_scope(person)
        print(say("commands.people_placed", name=words.name))
    else:
        _add(book, person, reads_password=words.password_stdin)
    Log(book.file).add(_BY, f"person_{words.deed}", f"{words.name}: {role}")
    return 0


def _add(book: PeopleBook, person: Actor, *, reads_password: bool) -> None:
    accounts = Accounts(book.file)
    password = sys.stdin.readline().rstrip("\n") if reads_password else None
    if password is not None:
        accounts.must_be_strong(person.name, password)
    book.add(person)
    print(say("commands.people_added", name=person.name))
    if password is None:
        _print_password(person.name, accounts.give_password(person.name))
    else:
        accounts.set_password(person.name, password)


def _print_password(name: str, password: str) -> None:
    print(say("commands.people_password", name=name, password=password))


def _list(book: PeopleBook, words: argparse.Namespace) -> None:
    everybody, last = book.all(), Accounts(book.file).last_signed_in()
    if words.json:
        listed = [
            {
                "name": person.name,
                "role": person.role.value,
                "countries": sorted(person.countries),
                "provider": person.provider,
                "disabled": disabled,
                "last_signed_in": last.get(person.name),
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
