"""Which OpenID Connect servers staff may sign in with, and what their groups mean here. Opens no connection."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from monitoring.access.group_roles import GroupRole
from monitoring.domain.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Provider:
    """One sign-in server, as declared in the file that MONITORING_OIDC names.

    `groups` maps its groups to our roles: each server's own, so that a partner's server cannot name our managers.
    """

    id: str
    label: str
    issuer: str
    client_id: str
    client_secret_file: Path
    groups: Mapping[str, GroupRole]
    groups_claim: str = "groups"
    scope: str = "openid profile groups"


def read_providers(path: Path | None) -> tuple[Provider, ...]:
    """The providers of a TOML file, one table `[id]` each; none without a file. Raises Refusal for a bad one."""
    if path is None:
        return ()
    from pydantic import TypeAdapter, ValidationError  # of no use where nobody signs in elsewhere

    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        reader = TypeAdapter(Provider)
        return tuple(reader.validate_python({"id": name, **table}) for name, table in tables.items())
    except (OSError, ValueError, TypeError) as mistake:
        where = ".".join(map(str, mistake.errors()[0]["loc"])) if isinstance(mistake, ValidationError) else path
        raise Refusal("bad_oidc_file", file=path, key=where) from None
