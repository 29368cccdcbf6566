"""The examples of deployment/: the service is shut in, the container has no root, the proxy sets the caller's address.

Where a tool that reads them is on the machine it reads them: systemd-analyze, caddy, hadolint.
"""

import re
import shutil
import subprocess

from monitoring.command_line.parser import build_parser
from monitoring.settings import ROOT

DEPLOYMENT = ROOT / "deployment"


def unit() -> dict[str, list[str]]:
    """Name to values, of the whole file."""
    found: dict[str, list[str]] = {}
    for line in (DEPLOYMENT / "monitoring.service").read_text().splitlines():
        name, sign, value = line.partition("=")
        if sign and not line.startswith("#"):
            found.setdefault(name, []).append(value)
    return found


def test_the_service_may_write_its_own_folders_and_gains_no_rights():
    said = unit()
    yes = ("NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectKernelModules", "RestrictSUIDSGID", "ProtectHome")

    assert [name for name in yes if said[name] != ["yes"]] == []
    assert (said["User"], said["ProtectSystem"], said["UMask"]) == (["monitoring"], ["strict"], ["0077"])
    assert (said["CapabilityBoundingSet"], said["LimitCORE"], said["IPAddressDeny"]) == ([""], ["0"], ["any"])
    assert "ReadWritePaths" not in said
    assert said["StateDirectory"] == ["monitoring monitoring-keys"]


def test_the_key_lies_outside_the_data_and_the_command_is_one_that_we_have():
    said = dict(each.split("=", 1) for each in unit()["Environment"])
    _, *words = unit()["ExecStart"][0].split()
    serve = build_parser().parse_args(words)

    assert not said["MONITORING_KEY"].startswith(f"{said['MONITORING_DATA']}/")
    assert (serve.command, serve.address) == ("serve", "https://monitor.example.org")


def test_systemd_reads_the_service_where_it_is_there(tmp_path):
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        return  # said in deployment/README.md; the other tests read the file themselves
    here = (DEPLOYMENT / "monitoring.service").read_text()
    here = re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", here).replace("User=monitoring\nGroup=monitoring\n", "")
    (tmp_path / "monitoring.service").write_text(here.replace("file:/opt", "file:///opt"))
    done = subprocess.run(
        [analyze, "verify", str(tmp_path / "monitoring.service")], check=False, capture_output=True, text=True
    )

    assert [line for line in done.stderr.splitlines() if "monitoring.service" in line] == []


def test_the_container_runs_without_root_from_what_is_pinned():
    lines = (DEPLOYMENT / "Containerfile").read_text().splitlines()
    said = [line.split(maxsplit=1) for line in lines if line and not line.startswith(("#", " "))]
    copied = [value for name, value in said if name == "COPY" and "--from" not in value]

    assert [value for name, value in said if name == "USER"] == ["10001:10001"]
    assert any("--require-hashes" in line for line in lines)
    assert [value for name, value in said if name == "FROM" and ("latest" in value or ":" not in value)] == []
    sources = [word for value in copied for word in value.split()[:-1]]
    assert [source for source in sources if not (ROOT / source).exists()] == []
    assert [name for name, _ in said if name == "ADD"] == []


def test_a_linter_finds_nothing_in_the_container_file_where_there_is_one():
    linter = shutil.which("hadolint")
    if linter is None:
        return  # said in deployment/README.md
    done = subprocess.run([linter, str(DEPLOYMENT / "Containerfile")], check=False, capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (0, "")


def test_the_proxy_sets_the_callers_address_anew_and_writes_no_addresses_down():
    text = (DEPLOYMENT / "Caddyfile").read_text()

    assert "header_up X-Forwarded-For {remote_host}" in text
    assert "output discard" in text
    assert "admin off" in text
    assert text.count("{") == text.count("}")
