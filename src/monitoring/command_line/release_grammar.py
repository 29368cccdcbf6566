"""The grammar of `monitoring release`. Carries out nothing."""

import argparse


def add_releases(commands, everywhere: argparse.ArgumentParser, *, epilog: str) -> None:  # type: ignore[no-untyped-def]  # argparse keeps its type private
    release = commands.add_parser(
        "release", help="build, check and approve releases", parents=[everywhere], epilog=epilog
    )
    deeds = release.add_subparsers(dest="deed", required=True, metavar="build|check|list|show|approve|refuse")
    for deed, says in (
        ("build", "freeze a release of the accepted hand-ins"),
        ("check", "the check report of a release; without ID, of one that would be built now"),
        ("list", "every release, the newest first"),
        ("show", "what a release says; without ID, the newest approved one"),
        ("approve", "have the shared view show a release that somebody else built"),
        ("refuse", "have nobody ever see a release"),
    ):
        one = deeds.add_parser(deed, help=says, description=says, parents=[everywhere])
        if deed not in ("build", "list"):
            one.add_argument("id", type=int, nargs=None if deed in ("approve", "refuse") else "?", metavar="ID")
        one.add_argument("--as", dest="who", required=True, metavar="NAME", help="in whose name")
