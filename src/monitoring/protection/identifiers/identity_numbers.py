"""Numbers of passports, identity cards and accounts. Check digits are tried where a country has them."""

import re
from collections.abc import Callable
from functools import cache

from monitoring.protection.identifiers.dates import without_days

_SAID = re.compile(
    r"(?:\b(?:passport|passeport|pasaporte|passaporte|pa[șs]aport|id|identity|identit[ée]|identidade?|cnic|nic|"
    r"nin|bvn|cin|cni|"
    r"carte nationale|nid|dni|nie|c[ée]dula|cpf|rg|bi|nif|idnp|"
    r"cnp|curp|ssn|aadhaa?r|carnet|iban|account|compte|cuenta|conta)\b|"
    r"جواز|هويه|هوية|بطاقة|القومي|الوطني|حساب)"
    r"(?:[^\d\n]{0,25}?)(?P<number>\b[A-Z]{0,3}\d[\d .\-]*\d)",
    re.IGNORECASE,
)
_ALWAYS = re.compile(
    r"(?<![\w-])(?:"
    r"\d{3}\.\d{3}\.\d{3}-\d\d"  # Brazil, CPF
    r"|\d{5}-\d{7}-\d"  # Pakistan, CNIC
    r"|[A-T]\d{8}[A-W]"  # Albania
    r"|[12] \d\d \d\d \w\w \d{3} \d{3} \d\d"  # France, social security
    r"|\d{8} ?\d ?[A-Z]{2}\d"  # Portugal
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
    if any(sum(map(str.isdigit, said["number"])) >= _FEWEST_SAID for said in _SAID.finditer(text)):
        return True
    if any(not is_like_a_code(found) for found in PASSPORT.finditer(text)):
        return True
    return any(has_fitting_check_digits(found[0]) for found in _CHECKED.finditer(without_days(text)))


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
