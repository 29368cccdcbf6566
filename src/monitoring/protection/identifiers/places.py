"""Exact addresses and coordinates in texts. A town or a district alone is none."""

import re

_PAIR = re.compile(r"(?<![\d.,])(-?\d{1,2}[.,]\d{3,})\s*[,;|،؛ ]\s*(-?\d{1,3}[.,]\d{3,})(?!\d)")
_DEGREES = re.compile(
    r"\d{1,3}(?:[.,]\d+)?\s*°\s*(?:\d{1,2}(?:[.,]\d+)?\s*['′’]\s*)?(?:\d{1,2}(?:[.,]\d+)?\s*(?:[\"″”]|['′’]{2})?\s*)?[NSEWO]\b"
)
_NAMED = re.compile(r"\b(?:lat(?:itude)?|lon(?:gitude)?|lng)\W{0,3}-?\d{1,3}[.,]\d{3,}", re.IGNORECASE)
_LINK = re.compile(
    r"maps\.app\.goo|goo\.gl/maps|google\.[a-z.]+/maps|openstreetmap\.org|what3words|w3w\.co", re.IGNORECASE
)
_PLUS_CODE = re.compile(r"(?<!\w)[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}(?!\w)")

_NAME = r"(?:[A-ZÀ-Ý][\w'’.-]*|\d{1,3}(?:st|nd|rd|th))"
_SMALL = r"(?:(?i:de|del|da|das|do|dos|du|des|la|las|los|el)\s+|(?i:l'|d'))*"
_NUMBER = r"(?:\s*,?\s*(?:(?i:n\.?\s?[ºo°]\.?|no\.?|num\.?|#|nr\.?|número)\s*)?\d{1,5}\b)"
_NAMES = rf"{_SMALL}(?:{_NAME}\s+{_SMALL}){{0,4}}{_NAME}"
_BEHIND = r"Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Crescent|Way|Boulevard|Blvd|Court|Square|Estate"
_FRENCH = r"rue|avenue|av\.|boulevard|bd|allée|impasse|chemin|place|quai|route|cité"
_BEFORE = (
    r"calle|c/|avenida|avda?\.?|carrera|cra\.?|plaza|paseo|camino|pasaje|jirón|rua|av\.|travessa|praça|alameda|estrada|"
    r"rodovia|largo|beco|str\.|strada|bd\.|bulevardul|șoseaua"
)
_ADDRESSES = (
    re.compile(rf"\b\d{{1,5}}[A-Za-z]?(?:/\d+)?,?\s+(?:{_NAME}\s+){{1,4}}(?:{_BEHIND})\b"),
    re.compile(r"\b(?i:house|flat|plot|apartment|apt|holding)\.?\s*(?:(?i:no)\.?|#)?\s*\d+[A-Za-z]?\s*,\s*\S"),
    re.compile(rf"\b\d{{1,4}}(?:\s?(?:bis|ter))?,?\s+(?i:{_FRENCH})\s+{_SMALL}{_NAME}"),
    re.compile(rf"\b(?i:{_BEFORE})\s*{_NAMES}{_NUMBER}"),
    re.compile(r"\b(?i:calle|carrera|cra\.?)\s+\d{1,3}[A-Za-z]?\s*(?:#|(?i:n\.?\s?[ºo°]|no\.?))\s*\d{1,3}"),
    re.compile(r"\b\d{1,5}\s*,?\s*(?:شارع|نهج|زنقة|طريق)\s+\S"),
    re.compile(r"(?:شارع|نهج|زنقة|حي|طريق)\s+(?:\w+\s+){1,5}(?:رقم|عدد)?\s*\d{1,5}"),
    re.compile(r"(?:عمارة|شقة|منزل|بيت)\s*(?:رقم|عدد)?\s*\d{1,4}"),
)


def has_coordinates(text: str) -> bool:
    """Whether a place on earth is given to some hundred metres or better."""
    if any(abs(_number(lat)) <= 90 and abs(_number(lon)) <= 180 for lat, lon in _PAIR.findall(text)):
        return True
    return any(pattern.search(text) for pattern in (_DEGREES, _NAMED, _LINK, _PLUS_CODE))


def has_address(text: str) -> bool:
    """Whether a street and a number in it, or a flat, stand in the text."""
    return any(pattern.search(text) for pattern in _ADDRESSES)


def _number(written: str) -> float:
    return float(written.replace(",", "."))
