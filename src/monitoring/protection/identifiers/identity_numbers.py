"""Numbers of passports, identity cards and accounts. Check digits are tried where a country has them."""

import re
from collections.abc import Callable
from functools import cache

from monitoring.protection.identifiers.dates import without_days

_SAID = re.compile(
    r"(?:(?<![^\W_])(?P<word>passport|passeport|pasaporte|passaporte|pa[șs]aport|id|identity|identit[ée]|identidade?|cnic|nic|"
    r"nin|bvn|cin|cni|c\.\s?[ci]\.?|dui|nuit|niss|nik|ghana card|"
    r"carte nationale|nid|dni|nie|c[ée]dula|cpf|rg|bi|nif|idnp|"
    r"cnp|curp|ssn|aadhaa?r|carnet|carteira|ctps|nis|pis|epic|pan|voter|hukou|pix|rut|nit|pasaporta|leternjoftim|letërnjoftim|iban|account|acct|a/c|compte|cuenta|conta)(?![^\W\d_])|"
    r"جواز|هويه|هوية|بطاقة|القومي|الوطني|حساب)"
    r"(?:[^\d\n|]{0,25}?)(?P<number>(?<!\d)[A-Z]{0,3}\d[\d .\-]*\d)",
    re.IGNORECASE,
)
_ACRONYM = re.compile(
    r"(?<![\w/-])(?P<word>[A-Z]{2,5})[ .:°º#-]{0,3}(?:(?i:no|n[°º]|nº|number)[ .:]*)?"
    r"(?P<number>\d(?:[ .-]?\d){7,})(?![\w/])"
)
"""A short name in capitals before a long number: what states call their numbers. New ones need no list."""

_OF_A_DOCUMENT = re.compile(
    r"\b(?:card|licen[cs]e|permit|visa|certificate|document|doc|policy|carte|certificat|permis|tarjeta|licencia|documento|certificado"
    r"|cart[ãa]o|certid[ãa]o|licen[çc]a)\b[^\d\n|]{0,25}?(?P<number>(?<!\d)[A-Z]{0,3}\d[\d .\-]*\d)",
    re.IGNORECASE,
)
"""A word that has other uses as well: its number is to be long, and no money."""

_FEWEST_OF_A_DOCUMENT = 8
_ALWAYS = re.compile(
    r"(?<![\w-])(?:"
    r"\d{3}\.\d{3}\.\d{3}-\d\d"  # Brazil, CPF
    r"|\d{5}-\d{7}-\d"  # Pakistan, CNIC
    r"|[A-T]\d{8}[A-W]"  # Albania
    r"|[A-Z]{3}-\d{9}-\d"  # Ghana
    r"|[12] \d\d \d\d \w\w \d{3} \d{3} \d\d"  # France, social security
    r"|\d{8} ?\d ?[A-Z]{2}\d"  # Portugal
    r"|[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]"  # India, PAN: the fourth letter says whose
    r"|P<[A-Z]{3}\w*<"  # the machine-readable lines of a passport
    r")(?![\w-])"
)
PASSPORT = re.compile(r"(?<![\w-])(?:(?P<letters>[A-Z]{1,2})[- ]?(?P<digits>\d{6,8})|\d\d[A-Z]{2}\d{5})(?![\w-])")
"""One or two letters and six to eight digits; the French way is the second."""

_CHECKED = re.compile(r"(?<![\w.,+-])[A-Z]{0,2}\d(?:[ .-]?\d|[A-Z]){7,32}(?![\w-])")
_COUNTRIES = (
    "br.cpf", "es.dni", "es.nie", "cn.ric", "in_.aadhaar", "md.idno", "fr.nir", "ro.cnp", "it.codicefiscale",
)  # fmt: skip
_SHAPES = re.compile(
    r"\d{11,13}"  # br.cpf, in_.aadhaar, md.idno, ro.cnp, it.codicefiscale of a company
    r"|\d{8}[A-Z]|[A-Z]\d{7}[A-Z]"  # es.dni, es.nie
    r"|\d{17}[\dX]"  # cn.ric
    r"|\d{6}[\dAB]\d{8}"  # fr.nir
    r"|[A-Z]{6}[\dL-V]{2}[A-T][\dL-V]{2}[A-Z][\dL-V]{3}[A-Z]"  # it.codicefiscale
    r"|[A-Z]{2}\d\d[\dA-Z]{8,30}",  # iban
    re.IGNORECASE,
)
"""What one of these numbers looks like at all: ten sums on each of an office's codes would take most of a check."""

_FEWEST_SAID = 5


def has_identity_number(text: str) -> bool:
    """Whether such a number stands in the text: of a form nothing else has, with fitting check digits, or named so."""
    if _ALWAYS.search(text):
        return True
    rest = without_days(text)
    of_documents = (each["number"] for each in _OF_A_DOCUMENT.finditer(rest))
    if any(sum(map(str.isdigit, number)) >= _FEWEST_OF_A_DOCUMENT for number in of_documents):
        return True
    if any(map(_is_said, _SAID.finditer(rest))) or any(map(_is_named_by_acronym, _ACRONYM.finditer(rest))):
        return True
    if any(not is_like_a_code(found) for found in PASSPORT.finditer(text)):
        return True
    return any(has_fitting_check_digits(found[0]) for found in _CHECKED.finditer(rest))


def _is_said(found: re.Match[str]) -> bool:
    """Many offices call their own running numbers an ID: ID-00123."""
    number = found["number"]
    is_running = (found["word"] or "").casefold() == "id" and number.startswith("00")
    return sum(map(str.isdigit, number)) >= _FEWEST_SAID and not is_running


def _is_named_by_acronym(found: re.Match[str]) -> bool:
    """Not where the letters are a currency, or the number is one of an office: 00012345, 20240012, 1 500 000."""
    number = found["number"]
    if re.fullmatch(r"\d{1,3}(?:[ .]\d{3})+", number) or re.match(r"00|19|20", number):
        return False
    return found["word"] not in _currencies()


@cache
def _currencies() -> frozenset[str]:
    from babel.numbers import list_currencies  # only where a text has such a number

    return frozenset({*list_currencies(), "FCFA", "CFA"})


def is_like_a_code(found: re.Match[str]) -> bool:
    """Whether what looks like a passport's number is an office's running number: NG001234."""
    return (found["digits"] or "").startswith("00")


def has_fitting_check_digits(number: str) -> bool:
    """Whether the number is one that a country gives its people, or an IBAN, by its own check digits."""
    compact = re.sub(r"[ .-]", "", number)
    if not _SHAPES.fullmatch(compact) or len(set(compact)) < 4:
        return False
    return any(is_valid(compact) for is_valid in _checks())


@cache
def _checks() -> tuple[Callable[[str], bool], ...]:
    from importlib import import_module

    numbers = [import_module(f"stdnum.{name}") for name in (*_COUNTRIES, "iban")]
    return tuple(number.is_valid for number in numbers)
