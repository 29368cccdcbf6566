"""A command that needs records while a server holds them is carried out by the server, as if it had been here."""

import os
import stat
import subprocess
import sys
from pathlib import Path

from real_server import Server

from monitoring.settings import ROOT


def command(server: Server, *words: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "MONITORING_KEY": str(server.folder.parent / "key")}
    line = [sys.executable, "-m", "monitoring", "--data", str(server.folder), *words]
    return subprocess.run(line, capture_output=True, text=True, env=environment, cwd=folder, check=False, timeout=120)


def test_a_workbook_is_handed_in_and_counted_through_the_server(server: Server):
    samples = ROOT / "sample_data" / "good"
    loaded = command(server, "load", "tunisia.xlsx", "--as", "Mina", folder=samples)
    figures = command(server, "figures", "--indicator", "people_returned", "--by", "country", "--as", "Mina")

    assert (loaded.returncode, loaded.stderr) == (0, "")
    assert "handed in as number 1" in loaded.stdout
    assert figures.stdout.splitlines()[1].startswith("TN,people_returned,")


def test_a_refusal_is_the_same_sentence_and_status(server: Server):
    refused = command(server, "submissions", "--as", "Frida")
    nobody = command(server, "submissions", "--as", "Nobody")

    assert (refused.returncode, nobody.returncode) == (2, 2)
    assert len(refused.stderr.strip().splitlines()) == 1
    assert "Nobody called Nobody may come in" in nobody.stderr


def test_only_the_folders_owner_may_use_the_line(server: Server):
    assert stat.S_IMODE((server.folder / "command.sock").stat().st_mode) == 0o600
