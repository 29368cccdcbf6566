"""Twenty people of different roles at the same pages at the same moment: every byte sent to each is looked through."""

import asyncio
import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

import httpx2
from real_server import OWN_PROVIDER, PEOPLE, Server, opened, run_aside, run_page
from sample_names import ALL, MAY_KNOW

from monitoring.settings import ROOT

SECONDS = float(os.environ.get("SOAK_SECONDS", "15"))
SESSIONS = 20
LINKS = [
    "",
    "country=MD",
    "country=NG",
    "provider=NG-AMBER",
    f"country=MD&provider={OWN_PROVIDER}",
    "view_as=administrator",
]
"""What stands behind the address, also of countries and providers that are somebody else's."""

PAGES = sorted(path.stem for path in (ROOT / "pages").rglob("*.py"))


@dataclass
class Watch:
    """What was received: bytes and finished pages by role, names that were read, and names that must not have been."""

    received: Counter[str] = field(default_factory=Counter)
    pages: Counter[str] = field(default_factory=Counter)
    read: dict[str, set[str]] = field(default_factory=lambda: {who: set() for who in PEOPLE})

    @property
    def leaked(self) -> dict[str, set[str]]:
        return {who: names - MAY_KNOW[who] for who, names in self.read.items() if names - MAY_KNOW[who]}


def visits(seed: str) -> Iterator[tuple[str, str]]:
    """Page and link: first where the names certainly stand, then anything, without end."""
    drawn = random.Random(seed)
    yield "providers", "country=MD"
    yield "providers", "country=NG"
    while True:
        yield drawn.choice(PAGES), drawn.choice(LINKS)


async def hammer(server: Server, who: str, client: httpx2.Client, until: float, watch: Watch) -> None:
    """Opens one page after the other, as fast as the server answers; the two first ones however slow it is."""
    async with opened(server, client) as line:
        for at, (page, link) in enumerate(visits(client.cookies["monitoring"])):
            if at >= 2 and time.monotonic() >= until:
                return
            data = await run_page(line, page, link)
            watch.received[who] += len(data)
            watch.read[who] |= {name for name in ALL if name.encode() in data}
            watch.pages[who] += 1


async def all_at_once(server: Server, clients: list[tuple[str, httpx2.Client]]) -> Watch:
    watch, until = Watch(), time.monotonic() + SECONDS
    await asyncio.gather(*(hammer(server, who, client, until, watch) for who, client in clients))
    return watch


def test_twenty_people_at_once_receive_only_what_they_may_know(furnished: Server):
    with ExitStack() as open_clients:
        people = [list(PEOPLE)[at % len(PEOPLE)] for at in range(SESSIONS)]
        clients = [(who, open_clients.enter_context(furnished.signed_in(who))) for who in people]
        watch = run_aside(all_at_once(furnished, clients))

    pages, megabytes = sum(watch.pages.values()), sum(watch.received.values()) / 1e6
    print(f"\n{SESSIONS} sessions, {SECONDS:g} s: {pages} pages, {megabytes:.1f} MB looked through, {watch.leaked=}")
    assert watch.leaked == {}
    assert watch.pages.keys() == PEOPLE.keys()
    assert watch.read["manager"] > MAY_KNOW["provider"]
