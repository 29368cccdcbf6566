"""Telephone numbers in texts. Numbers without a country are tried where offices and the languages we know are."""

import re
from functools import lru_cache

from monitoring.protection.identifiers.dates import without_days

REGIONS = (
    "AL", "BD", "BR", "CN", "IN", "MD", "NG", "PK", "TN", "FR", "ES", "PT", "GB", "IT", "RO", "MA", "EG", "CO", "MX",
)  # fmt: skip
"""Where the sample's offices are, and where the languages of the gate are spoken most."""

FEWEST_DIGITS, MOST_DIGITS = 7, 15
_LONG_ENOUGH = 10  # with 00 in place of +, which running numbers begin with too
_CANDIDATE = re.compile(r"(?<![\w.,/-])(?P<plus>\+|00)?[ ]?\(?\d(?:[\d ().\-/]*\d)?(?![\w/]|[.,-]\w)")
_SAID = re.compile(
    r"(?:\b(?:tel|t[ée]l[ée]phone|telefone|tel[ée]fono|telefon|phone|mobile|m[óo]vil|telem[óo]vel|celular|cell"
    r"|portable|"
    r"gsm|whats ?app|viber|telegram|signal|imo|call|ring|reach|text|sms|contact|appeler|joindre|rappeler"
    r"|contacter|llamar"
    r"|marcar|contactar|ligar|contatar|contact[oa]|contato|cel|mob|tlf|tlm|fone|momo|n[uú]m[eé]ro de)\b|"
    r"هاتف|جوال|موبايل|اتصل|اتصال|تواصل|واتس ?اب|تلفون)"
    r"[^\d+|]{0,25}$",
    re.IGNORECASE,
)
_MONEY = (
    r"(?<!\w)(?:USD|EUR|GBP|MDL|RON|NGN|BDT|PKR|INR|TND|BRL|CNY|ALL|XAF|XOF|F ?CFA|COP|MXN|MAD|EGP|lei|leke?|naira|"
    r"taka|rupees?|dinars?|dirhams?|reais|euros?|dollars?|pesos?|yuan|د\.ت|دينار|درهم|جنيه|ليرة|[€$£₦₹৳¥]|R\$)(?!\w)"
)
_MONEY_BEFORE = re.compile(_MONEY + r"[ .:]*$", re.IGNORECASE)
_MONEY_BEHIND = re.compile(r" ?" + _MONEY, re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?")
_GROUPED = re.compile(r"\(?\d+\)?(?:[ .\-/]+\d+)+")
_OF_ONE_COUNTRY = re.compile(r"0[1-9]\d{8,9}")
"""Ten or eleven digits behind a single 0: as most countries dial at home. Running numbers have more zeros."""

_FEWEST_WITHOUT_PREFIX, _FEWEST_GROUPS = 9, 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_THREES = re.compile(r"\d{1,3}(?:[ .]\d{3})+")


def has_phone(text: str) -> bool:
    """Whether a telephone number stands in the text."""
    if sum(map(str.isdigit, text)) < FEWEST_DIGITS:
        return False
    rest = without_days(text).replace(" / ", " | ")  # two numbers side by side
    return any(_is_phone(found, rest) for found in _CANDIDATE.finditer(rest))


def is_phone_of_somewhere(digits: str) -> bool:
    """Whether the digits alone are a number that is given out: with a country's prefix, or in one of our regions."""
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        return False
    return _is_valid(f"+{digits.removeprefix('00')}", None) or any(_is_valid(digits, region) for region in REGIONS)


def _is_phone(found: re.Match[str], text: str) -> bool:
    written = found[0].strip()
    digits = re.sub(r"\D", "", written)
    before, behind = text[: found.start()], text[found.end() :]
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        return False
    if _THOUSANDS.fullmatch(written) or _MONEY_BEFORE.search(before) or _MONEY_BEHIND.match(behind):
        return False
    if _SAID.search(before) or (found["plus"] == "+" and len(digits) > FEWEST_DIGITS):
        return True
    if found["plus"] and not digits.startswith("000") and len(digits) > _LONG_ENOUGH:
        return True
    if _OF_ONE_COUNTRY.fullmatch(digits) or _is_spelt_as_phone(written):
        return True
    spelt_as_one = digits.startswith("0") or _GROUPED.fullmatch(written)
    return bool(spelt_as_one) and len(digits) > FEWEST_DIGITS and is_phone_of_somewhere(digits)


def _is_spelt_as_phone(written: str) -> bool:
    """Whether the groups are those of a telephone number, whatever its country: no thousands, no year, no list."""
    groups = re.findall(r"\d+", written)
    if len(groups) < _FEWEST_GROUPS or _IN_THREES.fullmatch(written) or any(map(_YEAR.fullmatch, groups)):
        return False
    enough = sum(map(len, groups)) >= _FEWEST_WITHOUT_PREFIX and min(map(len, groups[1:])) > 1
    return enough and "/" not in written and (max(map(len, groups)) > 2 or groups[0].startswith("0"))


@lru_cache(maxsize=1_024)
def _is_valid(number: str, region: str | None) -> bool:
    import phonenumbers  # large: only where a text has enough digits for a number

    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(number, region)))
    except phonenumbers.NumberParseException:
        return False
