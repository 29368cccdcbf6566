"""From the groups that an organisation's sign-in names to exactly one role with its scope; nobody where unclear."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from monitoring.domain.people import Actor, Role


@dataclass(frozen=True, slots=True)
class GroupRole:
    """What membership of one group gives: a role, and for an office its country, for a provider its code."""

    role: Role
    country: str | None = None
    provider: str | None = None


def actor_of(name: str, groups: Iterable[str], roles: Mapping[str, GroupRole]) -> Actor | None:
    """The person, or None: for no group of ours, for two roles at once, or for a role that lacks its scope.

    Groups that are not ours say nothing and are passed over. An office may have several countries, each by a group.
    """
    given = [roles[group] for group in groups if group in roles]
    if len({each.role for each in given}) != 1:
        return None
    role = given[0].role
    countries = frozenset(each.country for each in given if each.country)
    providers = {each.provider for each in given if each.provider}
    if role is Role.COUNTRY_OFFICE and (not countries or any(each.country is None for each in given)):
        return None
    if role is Role.PROVIDER and len(providers) != 1:
        return None
    return Actor(name, role, countries, providers.pop() if role is Role.PROVIDER else None)
