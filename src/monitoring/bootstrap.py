"""The only place where concrete things are put together."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from monitoring.access.accounts import Accounts
from monitoring.access.anchor import Anchor
from monitoring.access.people import PeopleBook
from monitoring.declarations.read import read_catalogue
from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.domain.release import ReleaseStatus
from monitoring.domain.submission import Status
from monitoring.services.house import House
from monitoring.settings import Settings, make_folder, read_settings
from monitoring.store.keys import read_keys
from monitoring.store.no_store import NoStore
from monitoring.store.release_files import ReleaseFiles
from monitoring.store.store import Store

DEMO_PEOPLE = (
    Actor("Demo manager", Role.PROGRAMME_MANAGER),
    Actor("Demo office", Role.COUNTRY_OFFICE, frozenset({"NG"})),
    Actor("Demo provider", Role.PROVIDER, frozenset({"NG"}), "NG-AMBER"),
    Actor("Demo funder", Role.FUNDER),
    Actor("Demo analyst", Role.ANALYST),
    Actor("Demo administrator", Role.ADMINISTRATOR),
)
"""Who one can look through the eyes of in the demo. They exist in the demo's own data folder only."""


class NotSampleData(Refusal):
    """The demo was pointed at a folder that it did not make itself; it refuses to open it."""


def open_house(settings: Settings) -> House:
    """Opens the data folder. Raises BrokenDeclarations, KeyRefused, StoreClosed."""
    catalogue = read_catalogue(settings.declarations)
    make_folder(settings)
    keys = read_keys(settings.key_file, settings.data)
    return House(
        catalogue=catalogue,
        store=Store(settings.data, keys[0], catalogue, older_keys=keys[1:]),
        people=open_people(settings),
        settings=settings,
        releases=ReleaseFiles.of(settings),
    )


def open_releases_alone(settings: Settings) -> House:
    """A house of releases and people, without the case database: it need not be on this machine.

    Raises BrokenDeclarations, KeyRefused.
    """
    return House(
        catalogue=read_catalogue(settings.declarations),
        store=NoStore(),
        people=PeopleBook(settings.data / "people.sqlite"),
        settings=settings,
        releases=ReleaseFiles.of(settings),
        shows_releases_alone=True,
    )


def open_people(settings: Settings) -> PeopleBook:
    """The people of the data folder, and the log with its anchor beside the key. Raises KeyRefused, Refusal."""
    return PeopleBook(settings.data / "people.sqlite", anchor_of(settings))


def anchor_of(settings: Settings) -> Anchor:
    """What remembers, outside the data folder, where its log ended. Raises KeyRefused, Refusal."""
    anchor = Anchor(settings.key_file, settings.data, read_keys(settings.key_file, settings.data))
    anchor.make_ready()
    return anchor


def is_of_the_demo(house: House) -> bool:
    """Whether the data folder is the demo's own: invented records, and people without passwords."""
    return house.store.note("origin") == "sample"


def first_administrator(house: House, name: str) -> str | None:
    """Where nobody can sign in with a password yet, adds an administrator; returns their one-time password."""
    accounts = Accounts(house.people.file)
    if house.settings.oidc_file or any(accounts.has_password(person.name) for person, _ in house.people.all()):
        return None
    if not any(person.name == name for person, _ in house.people.all()):
        house.people.add(Actor(name, Role.ADMINISTRATOR))
    return accounts.give_password(name)


def sample_day(settings: Settings) -> date:
    """The day the sample data were made for."""
    table = tomllib.loads((settings.sample_data / "sample.toml").read_text(encoding="utf-8"))
    day: date = table["today"]
    return day


def demo_settings(data: Path | None) -> Settings:
    """The demo's settings: a data folder of its own, the clock pinned to the sample's day."""
    plain = read_settings(data=data)
    folder = plain.data if data else plain.data.parent / "demo-data"
    return read_settings(data=folder, today=sample_day(plain), demo=True)


def open_demo(
    settings: Settings, *, loading: Callable[[str], None] = lambda file: None, without_release: bool = False
) -> House:
    """The house of the demo; sample workbooks not handed in before are handed in now, each by its office.

    `loading` hears each file's name. Raises NotSampleData for a folder that the demo did not make.
    """
    house = open_house(settings)
    handed_in = {submission.fingerprint for submission in house.store.submissions()}
    if not is_of_the_demo(house):
        if handed_in or house.people.all():
            house.store.close()
            raise NotSampleData("demo_holds_other_data", folder=settings.data)
        house.store.write_note("origin", "sample")
        for person in DEMO_PEOPLE:
            house.people.add(person)
    for path in sorted((settings.sample_data / "good").glob("*.xlsx")):
        content = path.read_bytes()
        if sha256(content).hexdigest() not in handed_in:
            loading(path.name)
            _hand_in_sample(house, content, path.name)
    if not without_release:
        _show_sample_release(house)
    return house


def _hand_in_sample(house: House, content: bytes, file: str) -> None:
    from monitoring.services import hand_in, workbook_check  # done once, on the demo's first start

    manager = DEMO_PEOPLE[0]
    checked = workbook_check.check(manager, house, content, file)
    hand_in.hand_in(Actor(f"Office {checked.country}", manager.role), house, checked)


def _show_sample_release(house: House) -> None:
    """The sample's release, built of these very workbooks and frozen anew under this folder's own key.

    Their hand-ins are accepted, as those of every release are. A sample that was made anew since then has none yet.
    """
    from monitoring.services import submissions
    from monitoring.store import carried_release

    carried = carried_release.read(house.settings.sample_data / "release")
    there = {each.fingerprint: each for each in house.store.submissions() if each.stands}
    if carried is None or house.releases.all() or not set(carried.workbooks.values()) <= set(there):
        return
    mine = [there[fingerprint] for fingerprint in carried.workbooks.values()]
    for each in mine:
        if each.status is Status.COUNTS:
            submissions.accept(DEMO_PEOPLE[0], house, each.id)
    release = replace(carried.release, id=0, hand_ins=tuple(sorted(each.id for each in mine)), fingerprint=None)
    frozen = house.releases.add(replace(release, status=ReleaseStatus.BUILT), carried.cells)
    decided = replace(frozen, status=ReleaseStatus.APPROVED, decided_by=DEMO_PEOPLE[0].name, decided_at=house.now)
    house.releases.decide(decided)
