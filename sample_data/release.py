"""Builds the release of the sample data anew: release/, which the demo shows to funders. See README.md beside it.

    .venv/bin/python sample_data/release.py

It takes a minute or two: every withheld count is tried against everything that is said. It writes what any manager
would build of the workbooks in good/, and names them, so that a sample made anew is never shown with an old release.
"""

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from monitoring.bootstrap import DEMO_PEOPLE, demo_settings, open_demo
from monitoring.domain.people import Actor, Role
from monitoring.domain.submission import Status
from monitoring.services import release_report, releases, submissions
from monitoring.store import carried_release

HERE = Path(__file__).resolve().parent
BUILDER = Actor("Second demo manager", Role.PROGRAMME_MANAGER)


def main() -> None:
    with TemporaryDirectory() as folder:
        house = open_demo(demo_settings(Path(folder)), without_release=True)
        for each in house.store.submissions():
            if each.status is Status.COUNTS:
                submissions.accept(DEMO_PEOPLE[0], house, each.id)
        built = releases.build(BUILDER, house)
        workbooks = {path.name: sha256(path.read_bytes()).hexdigest() for path in (HERE / "good").glob("*.xlsx")}
        carried_release.write(HERE / "release", built, releases.cells(BUILDER, house, built.id), workbooks)
        print("\n".join(release_report.of_release(BUILDER, house, built.id)))
        house.store.close()


if __name__ == "__main__":
    main()
