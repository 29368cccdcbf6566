"""What a text holds that can tell who a person is, by its patterns. Bare names have none; see names.py."""

import re

from monitoring.protection.identifiers.dates import DAYS
from monitoring.protection.identifiers.identity_numbers import has_identity_number
from monitoring.protection.identifiers.kinds import Kind, closed
from monitoring.protection.identifiers.phones import has_phone
from monitoring.protection.identifiers.places import has_address, has_coordinates
from monitoring.protection.identifiers.plain import plain

_EMAIL = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[\w.+-]+\s*[\[(]\s*(?:at|arroba|à|a)\s*[\])]\s*[\w-]+\s*(?:\.|[\[(]?\s*(?:dot|point|punto|ponto)\s*[\])]?)\s*\w+"
    r"|[\w.+-]{3,}\s+(?:at|arroba|chez)\s+(?:gmail|yahoo|hotmail|outlook|icloud|proton|live|mail)\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b(?:facebook|fb|instagram|tiktok|t|wa|linkedin|x|twitter|snapchat|vk|ok)\.(?:com|me|ru)/[\w.@-]"
    r"|\b(?:fb|facebook|insta(?:gram)?|ig|tiktok|telegram|snap(?:chat)?|skype|messenger|viber|imo"
    r"|wechat)\s*(?:id|name)?"
    r"\s*[:=@]\s*@?\w"
    r"|(?:فيسبوك|انستغرام|انستقرام|تيك توك|تلغرام|سناب)\s*:\s*\S"
    r"|(?<![\w.@])@[a-zA-Z_][\w.]{2,}",
    re.IGNORECASE,
)
"""Where somebody is found among an online service's people."""

_BIRTH_SAID = re.compile(
    r"(?:\b(?:born|d\.?o\.?b\.?|date of birth|birth ?da(?:y|te)|date de naissance|née?(?: le|\(e\) le)?|"
    r"fecha de nacimiento|cumple(?:años)?(?: años)?(?: el)?|faz anos(?: a| em)?|naci(?:d[ao]|ó)(?: el| en)?"
    r"|data de nascimento|nasc(?:id[ao]|eu)(?: em| a)?|nasc\."
    r"|f\. ?nac\.|birth ?date|ddn|dn:|[fd]/n|născ?ut[ăa]?(?: la| pe)?)(?!\w)|"
    r"تاريخ الميلاد|تاريخ الولادة|مواليد|مولودة?|ولدت|ولد|datëlindja|lindur)"
    r"\W{0,4}(?P<day>[^\n]{0,24})",
    re.IGNORECASE,
)
_DAY_IN_WORDS = re.compile(r"(?<!\d)\d{1,2}[ .'/-]{0,2}(?:de )?[^\W\d_]{3,10}[ .'/-]{0,2}(?:de )?\d\d(?!\d)")
"""A day whose month is a word and whose year has two digits: 07-Aug-92."""

_YEAR = re.compile(r"(?<!\d)(?:19[3-9]\d|20[0-2]\d)(?!\d)")


def in_text(text: str) -> Kind | None:
    """The first identifier found by its pattern, or None. Where looking fails, that is a find."""
    return closed(_look, text)


def _look(text: str) -> Kind | None:
    simple = plain(text)
    if _EMAIL.search(simple) or _ACCOUNT.search(simple):
        return Kind.EMAIL
    if not any(map(str.isdigit, simple)):
        return Kind.COORDINATES if has_coordinates(simple) else None
    return _by_digits(simple)


def _by_digits(text: str) -> Kind | None:
    """The most telling first: a day of birth is no telephone number, nor are coordinates."""
    days = (DAYS, _YEAR, _DAY_IN_WORDS)
    if any(day.search(said["day"]) for said in _BIRTH_SAID.finditer(text) for day in days):
        return Kind.BIRTH_DATE
    if has_coordinates(text):
        return Kind.COORDINATES
    if has_identity_number(text):
        return Kind.IDENTITY_NUMBER
    if has_phone(text):
        return Kind.PHONE
    return Kind.ADDRESS if has_address(text) else None
