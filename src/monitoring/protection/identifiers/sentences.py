"""Sentences that staff type: reasons, answers, purposes. They are kept, so nobody may be told by them."""

from monitoring.protection.identifiers.codes import in_codes
from monitoring.protection.identifiers.kinds import Kind, closed
from monitoring.protection.identifiers.names import has_given_name, has_initial_and_name
from monitoring.protection.identifiers.places import has_directions
from monitoring.protection.identifiers.plain import plain
from monitoring.protection.identifiers.said_names import has_name_said_as_one
from monitoring.protection.identifiers.texts import in_text


def in_sentence(text: str) -> Kind | None:
    """What in a sentence tells who somebody is, or None: patterns, names said as names, common given names, codes.

    Where looking fails, that is a find. A bare name that is in no list of names is not found.
    """
    return in_text(text) or closed(_told, text) or _in_its_codes(text)


def _told(text: str) -> Kind | None:
    if any(tells(text) for tells in (has_name_said_as_one, has_given_name, has_initial_and_name)):
        return Kind.NAME
    return Kind.ADDRESS if has_directions(plain(text)) else None


def _in_its_codes(text: str) -> Kind | None:
    words = [word.strip(".,;:!?()\"'«»“”") for word in text.split()]
    mixed = [word for word in words if any(map(str.isdigit, word)) and any(map(str.isalpha, word))]
    found = (kind for word in mixed for kind in in_codes([word]).values())
    return next((kind for kind in found if kind is not Kind.INITIALS_WITH_YEAR), None)  # NRM2024 is no person
