"""Where things lie and which day it is. Read once from the environment; nothing else reads it."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from monitoring.domain.refusal import Refusal

ROOT = Path(__file__).resolve().parents[2]
"""The checkout: declarations, pages and sample data lie beside `src`."""


KEEP_BACKUPS_DAYS = 90
KEEP_CLOSED_MONTHS = 60
"""Unless the environment says otherwise. Proposed by us; the organisation's own rules come first."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One running of the product. `today` is the only clock that records and figures know."""

    data: Path
    key_file: Path
    today: date
    declarations: Path = ROOT / "indicators"
    sample_data: Path = ROOT / "sample_data"
    app: Path = ROOT / "app.py"
    oidc_file: Path | None = None  # sign-in servers of organisations; see access/oidc_providers
    demo: bool = False
    pinned: bool = False  # `today` was given; otherwise a long-running server follows the calendar
    keep_backups_days: int = KEEP_BACKUPS_DAYS  # after that a backup is to be destroyed
    keep_closed_months: int = KEEP_CLOSED_MONTHS  # after that a closed case is proposed for erasure

    @property
    def releases(self) -> Path:
        """Where releases lie: they can be carried to a machine that has nothing else."""
        return self.data / "releases"

    @property
    def release_key_file(self) -> Path:
        """Their own key, beside the other one: whoever shows releases has no need of that."""
        return self.key_file.with_name(f"{self.key_file.name}.releases")


def make_folder(settings: Settings) -> None:
    """The data folder, readable by its owner alone. Raises Refusal where it cannot be made or written."""
    try:
        settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        writable = os.access(settings.data, os.W_OK)
    except OSError:
        writable = False
    if not writable:
        raise Refusal("bad_data_folder", folder=settings.data)


def read_settings(*, data: Path | None = None, today: date | None = None, demo: bool = False) -> Settings:
    """Settings from MONITORING_DATA, MONITORING_KEY and MONITORING_OIDC, where the arguments do not say otherwise.

    MONITORING_KEEP_BACKUPS_DAYS and MONITORING_KEEP_CLOSED_MONTHS say how long each is kept. Raises Refusal otherwise.
    """
    environment = os.environ
    return Settings(
        data=(data or Path(environment.get("MONITORING_DATA", "data"))).resolve(),
        key_file=Path(environment.get("MONITORING_KEY", "~/.config/monitoring/key")).expanduser(),
        today=today or date.today(),
        oidc_file=Path(environment["MONITORING_OIDC"]).expanduser() if "MONITORING_OIDC" in environment else None,
        demo=demo,
        pinned=today is not None,
        keep_backups_days=_whole("MONITORING_KEEP_BACKUPS_DAYS", KEEP_BACKUPS_DAYS),
        keep_closed_months=_whole("MONITORING_KEEP_CLOSED_MONTHS", KEEP_CLOSED_MONTHS),
    )


def _whole(name: str, usual: int) -> int:
    text = os.environ.get(name, "")
    if not text:
        return usual
    if not text.isdecimal() or not int(text):
        raise Refusal("bad_setting", name=name)
    return int(text)
