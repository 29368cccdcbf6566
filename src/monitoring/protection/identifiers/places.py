"""Exact addresses and coordinates in texts. A town or a district alone is none."""

import re
from itertools import pairwise

from monitoring.protection.identifiers.plain import plain

_PAIR = re.compile(r"(?<![\d.,])(-?\d{1,2}[.,]\d{3,})\s*[,;|،؛ ]\s*(-?\d{1,3}[.,]\d{3,})(?!\d)")
_DEGREES = re.compile(
    r"\d{1,3}(?:[.,]\d+)?\s*°\s*(?:\d{1,2}(?:[.,]\d+)?\s*['′’]\s*)?(?:\d{1,2}(?:[.,]\d+)?\s*(?:[\"″”]"
    r"|['′’]{2})?\s*)?[NSEWO]\b"
)
_NAMED = re.compile(r"\b(?:lat(?:itude)?|lon(?:gitude)?|lng)\W{0,3}-?\d{1,3}[.,]\d{3,}", re.IGNORECASE)
_BY_LETTERS = re.compile(
    r"\b(?:[NS]\s?\d{1,2}[.,]\d{3,}|\d{1,2}[.,]\d{3,}\s?[NS])\W{0,3}(?:[EWO]\s?\d{1,3}[.,]\d{3,}"
    r"|\d{1,3}[.,]\d{3,}\s?[EWO])"
)
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
    r"rodovia|jr\.|jir\.|r\.|urb\.|psje\.?|pje\.?|cll?\.|kra?\.?|diag\.?|transv\.?|tv\.|p[çc]a\.?|vereda|finca|hacienda|largo|beco|str\.|strada|bd\.|bulevardul|șoseaua"
)
_UNITS = (
    r"house|flat|plot|apartment|apt|holding|room|block|villa|compound|hse|shop|porte|appartement|appt|bloc|lot"
    r"|immeuble|îlot"
    r"|logement|bâtiment|parcelle|casa|apto|apartamento|depto|mz|manzana|lote|torre|bloque|edificio|interior|quadra"
    r"|quarteirão|bloco|prédio|fração|andar|ap|sector|bl|km|scara|rue|rua|avenida|avenue|street|road|calle|carrera|sokak"
    r"|pallati|pall|shkalla|shk|kati|hyrja|rruga|rr|lagjja|ap|bl|sc|gali|gulli|mohalla|holding|ward"
    r"|دار|منزل|بيت|شقة|عمارة|زقاق|محلة|قطعة|طابق|بناية|بلوك|شارع|مربع"
)
_UNIT = re.compile(
    rf"(?<![\w\u0621-\u064a])(?i:{_UNITS})\.?\s*(?:(?i:no|n[º°o]|num|nr|رقم)\s*\.?|#)?\s*(?:\d{{1,5}}[A-Za-z]?"
    rf"|[A-Z]\d?)(?!\w)"
)
_LIVES = (
    r"house|home|gate|building|lives?|living|living with|stays?|residence|room|salon|stall|habite|loge|domicile"
    r"|maison|chez elle|vit|casa|vive"
    r"|reside|mora|reside|vivienda|residência|locuiește|stă|تسكن|يسكن|تقيم|منزل\w*|بيت\w*|السكن"
)
_TOWARDS = (
    r"behind|opposite|(?<=house )after|(?<=house )before|past|next to|in front of|facing|beside|adjacent to"
    r"|across from|derrière|en face d[eu']|à côté d[eu']|devant"
    r"|frente a(?:l| la)?|detrás d[el]+|al lado d[el]+|a \w+ cuadras? d[el]+|junto a(?:l| la)?|esquina con"
    r"|atrás d[aoe]|em frente"
    r"|ao lado d[aoe]|junto a[o]?|lângă|vizavi de|خلف|مقابل|بجانب|بجوار|جنب|أمام|وراء"
)
_LANDMARKS = (
    r"mosque|church|school|station|market|hospital|clinic|bank|pharmacy|bridge|junction|roundabout|park|stadium|cinema"
    r"|bakery|field|cemetery|barracks|police|hotel|mosquée|église|école|gare|marché|hôpital|pharmacie|pont|carrefour"
    r"|rond-point|stade|boulangerie|cimetière|mairie|iglesia|escuela|colegio|cancha|parque|tienda|puente"
    r"|estación|mercado"
    r"|temple|mandir|masjid|madrasa|bazaar|bazar|brick|filling|kiosk|tower|tank|tubewell|college"
    r"|post office|garage|warehouse|xhamia|shkolla|kisha|piața|magazin|primări"
    r"|farmacia|panadería|cementerio|igreja|escola|campo|estação|farmácia|padaria|ponte|paragem|posto|biserică|școală"
    r"|جامع|مسجد|كنيسة|مدرسة|سوق|مستشفى|صيدلية|جسر|محطة|فرن|مخبز|مركز"
)
_DIRECTIONS = re.compile(
    rf"(?<![\w])(?:{_LIVES})(?!\w)[^\n]{{0,60}}?(?<!\w)(?:{_TOWARDS})\s*(?:\S+\s+){{0,3}}?[\w'’]{{0,3}}(?:{_LANDMARKS}"
    rf")",
    re.IGNORECASE,
)
_ON_THE_WAY = re.compile(
    rf"(?<!\w)(?:{_TOWARDS}|near|close to|près d[eu']|proche d[eu']|cerca d[el]+|perto d[aoe]|pranë|afër|قرب|قريب من)"
    rf"\s*(?:\S+\s+){{0,3}}?[\w'’]{{0,3}}(?:{_LANDMARKS})",
    re.IGNORECASE,
)
"""The way to a place, of whatever: only where a whole column tells ways is it one to people's doors."""

_SAID_TO_LIVE = re.compile(
    r"(?:\b(?:lives?|living|stays?|resides?|address|habite|loge|vit|réside|adresse|domicile|vive|reside|dirección|mora"
    r"|endereço|morada|locuiește)\b|تسكن|يسكن|تقيم|يقيم|عنوان|السكن)[^\n]{0,60}$",
    re.IGNORECASE,
)
_STREET = re.compile(
    rf"\b(?i:{_FRENCH}|{_BEFORE})\s*{_SMALL}{_NAME}|\b{_NAME}\s+(?:{_BEHIND})\b|(?:شارع|نهج|زنقة"
    rf"|حي)\s+[\u0621-\u064a]{{2,}}"
)
_STREET_OR_TOWN = re.compile(r",\s*[^\W\d_]{3,}|[^\W\d_]{3,}\s*,")
_MOST_BETWEEN = 40  # characters between two parts of one address
_ADDRESSES = (
    re.compile(rf"\b\d{{1,5}}[A-Za-z]?(?:/\d+)?,?\s+(?:{_NAME}\s+){{1,4}}(?:{_BEHIND})\b"),
    re.compile(r"\b(?i:house|flat|plot|apartment|apt|holding)\.?\s*(?:(?i:no)\.?|#)?\s*\d+[A-Za-z]?\s*,\s*\S"),
    re.compile(rf"\b\d{{1,4}}(?:\s?(?:bis|ter))?,?\s+(?i:{_FRENCH})\s+{_SMALL}{_NAME}"),
    re.compile(rf"\b(?i:{_BEFORE}|{_FRENCH})\s*{_NAMES}{_NUMBER}"),
    re.compile(r"\b(?i:calle|carrera|cra\.?)\s+\d{1,3}[A-Za-z]?\s*(?:#|(?i:n\.?\s?[ºo°]|no\.?))\s*\d{1,3}"),
    re.compile(r"\b\d{1,5}\s*,?\s*(?:شارع|نهج|زنقة|طريق)\s+\S"),
    re.compile(r"(?:شارع|نهج|زنقة|حي|طريق)\s+(?:\w+\s+){1,5}(?:رقم|عدد)?\s*\d{1,5}"),
    re.compile(r"(?:عمارة|شقة|منزل|بيت)\s*(?:رقم|عدد)?\s*\d{1,4}"),
)


def has_coordinates(text: str) -> bool:
    """Whether a place on earth is given to some hundred metres or better."""
    if any(abs(_number(lat)) <= 90 and abs(_number(lon)) <= 180 for lat, lon in _PAIR.findall(text)):
        return True
    return any(pattern.search(text) for pattern in (_DEGREES, _BY_LETTERS, _NAMED, _LINK, _PLUS_CODE))


def has_address(text: str) -> bool:
    """Whether a street and a number in it, or a flat, stand in the text."""
    if any(pattern.search(text) for pattern in _ADDRESSES):
        return True
    units = list(_UNIT.finditer(text))
    if not units:
        return False
    parts = sorted([*units, *_STREET.finditer(text)], key=lambda part: part.start())
    if any(0 <= later.start() - part.end() <= _MOST_BETWEEN for part, later in pairwise(parts)):
        return True
    return _SAID_TO_LIVE.search(text[: units[0].start()]) is not None


def has_directions(text: str) -> bool:
    """Whether the way to somebody's door stands in the text, as it is told where streets have no names."""
    return _DIRECTIONS.search(text) is not None


def is_on_the_way(text: str) -> bool:
    """Whether the text tells a way, or one part of an address: in a whole column of such texts people are found."""
    simple = plain(text)
    return _ON_THE_WAY.search(simple) is not None or (
        _UNIT.search(simple) is not None and _STREET_OR_TOWN.search(simple) is not None
    )


def _number(written: str) -> float:
    return float(written.replace(",", "."))
