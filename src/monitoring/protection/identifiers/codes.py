"""What codes of people give away: a day of birth, a telephone or passport number, initials with a year, a name.

A whole column is looked at, for a running number now and then looks like something else: where numbers lie close
together, or begin with zeros, or the letters never change, an office has counted.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from monitoring.protection.identifiers.dates import (
    LAST_YEAR_OF_BIRTH,
    YEAR,
    are_mostly_short_days,
    has_day_of_birth,
    has_short_day_of_birth,
    is_short_day_of_birth,
)
from monitoring.protection.identifiers.identity_numbers import PASSPORT, has_fitting_check_digits, is_like_a_code
from monitoring.protection.identifiers.kinds import Kind, closed
from monitoring.protection.identifiers.names import has_initial_and_name, is_known_name, is_like_a_name
from monitoring.protection.identifiers.phones import REGIONS, is_phone_of_somewhere
from monitoring.protection.identifiers.plain import plain
from monitoring.protection.identifiers.texts import in_text

_COUNTED = re.compile(rf"(?:[A-Z]{{2,3}}-)?(?!{YEAR}(?!\d))\d{{1,5}}(?:-[0-9A-Z])?")
"""What nearly all offices write. It gives nothing away and is looked at no further, so that large files cost little."""

_SIX_DIGITS = re.compile(r"(?:(?P<letters>[A-Z]{2,4})-?)?(?P<number>\d{6})(?:-?(?P<behind>[0-9A-Z]))?")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_INITIALS = re.compile(
    rf"(?:[A-Z]{{2}}[-_./])?(?P<letters>[A-Z](?:[-_./]?[A-Z]){{1,2}})(?P<dash>[-_./]{{0,2}}){YEAR}(?:[-_./]?(?:\d{{1,2}}|[FM]))?"
    rf"|(?:[A-Z]{{2}}[-_./])?{YEAR}[-_./]?(?P<behind>[A-Z]{{2,3}})"
)
_WORD_AND_YEAR = re.compile(
    rf"(?:[A-Z]{{2,3}}[-_./])?(?!CAS|FILE|CLIENT|DOSS|FICHE|EXP|PROC|SURV|VICT|BENEF|HOUSE|SHELT)"
    rf"[^\W\d_]{{4,}}(?:[-_./]?(?P<year>{YEAR})|[6-9]\d)(?:[-_./]?(?:\d{{1,2}}|[FM]))?"
)
"""A word that is not the same in every code, and a year in which its bearer may be born."""

_LETTERS = re.compile(r"[^\W\d_]{4,}")
_LONG_NUMBER = re.compile(r"(?<!\d)\d{9,}(?!\d)")
_NUMBERED = re.compile(r"([A-Za-z]{0,4}-?)(\d{1,12})(?:-?[0-9A-Za-z])?")
_CLOSE = 20
"""Numbers that lie no further apart on average were counted, not given by a state or a telephone company."""
_FEW, _SAMPLE = 5, 200


def is_counted(text: str) -> bool:
    """Whether the code is a plain running number, as nearly all offices write them: it gives nothing away."""
    return _COUNTED.fullmatch(text) is not None


def in_codes(texts: Sequence[str], country: str | None = None) -> dict[int, Kind]:
    """What a column's different codes give away, by their place. `country` is the office's own (ISO), where known."""
    unclear = {at: plain(text).strip() for at, text in enumerate(texts) if not is_counted(text)}
    short = {at: six for at, text in unclear.items() if (six := _SIX_DIGITS.fullmatch(text))}
    are_days = are_mostly_short_days([six["number"] for six in short.values()])
    few = _of_initials_and_day(short, country) if len(short) < _FEW else ()
    found = dict.fromkeys(short if are_days else few, Kind.BIRTH_DATE)
    counted = {*found, *(() if are_days else _counted(unclear))}
    rest = {at: text for at, text in unclear.items() if at not in counted and not _UUID.fullmatch(text)}
    have_one_prefix = bool(rest) and _have_one_prefix(list(unclear.values()))
    for at, text in rest.items():
        kind = closed(lambda code: _in_code(code, country, have_one_prefix=have_one_prefix), text)
        if kind:
            found[at] = kind
    return found


def _in_code(text: str, country: str | None, *, have_one_prefix: bool) -> Kind | None:
    code = text.upper()
    if has_day_of_birth(code) or has_short_day_of_birth(code):
        return Kind.BIRTH_DATE
    if is_like_a_name(text) or has_initial_and_name(text) or any(map(is_known_name, _LETTERS.findall(text))):
        return Kind.NAME
    if not have_one_prefix and (_gives_initials(code, country) or _has_word_and_year(code)):
        return Kind.INITIALS_WITH_YEAR
    return _number_in(code) or in_text(text)


def _number_in(code: str) -> Kind | None:
    """A number that somebody else than the office gave."""
    passport = PASSPORT.search(code)
    is_office_s_own = passport and (is_like_a_code(passport) or passport["letters"] in REGIONS)
    if has_fitting_check_digits(code) or (passport and not is_office_s_own):
        return Kind.IDENTITY_NUMBER
    parts = [code.replace("-", ""), *re.findall(r"\d{9,}", code)]
    if any(part.isdigit() and len(part) >= 9 and is_phone_of_somewhere(part) for part in parts):
        return Kind.PHONE
    is_long = _LONG_NUMBER.search(code)
    return Kind.IDENTITY_NUMBER if is_long and not is_long[0].startswith("00") else None


def _gives_initials(code: str, country: str | None) -> bool:
    """Not where the letters are the office's own country: MD-1985 is number 1985."""
    found = _INITIALS.fullmatch(code)
    if found is None:
        return False
    letters = re.sub(r"[-_.]", "", found["letters"] or found["behind"])
    return letters != country and not (country is None and found["dash"] and letters in REGIONS)


def _has_word_and_year(code: str) -> bool:
    found = _WORD_AND_YEAR.fullmatch(code)
    return found is not None and int(found["year"] or 0) <= LAST_YEAR_OF_BIRTH


def _of_initials_and_day(short: Mapping[int, re.Match[str]], country: str | None) -> Collection[int]:
    """Of so few codes of six digits that a column tells nothing: a day behind initials, AK-120395, or before a sex."""

    def tells(code: re.Match[str]) -> bool:
        return (code["letters"] or country or "") not in (country or "", *REGIONS) or code["behind"] in ("F", "M")

    return [at for at, code in short.items() if tells(code) and is_short_day_of_birth(code["number"])]


def _counted(codes: Mapping[int, str]) -> Collection[int]:
    """The places of codes that belong to one row of numbers, counted up; none where the numbers are days."""
    numbers = {at: int(code[2]) for at, text in codes.items() if (code := _NUMBERED.fullmatch(text))}
    row = sorted(set(numbers.values()))
    if len(row) < max(_FEW, 0.8 * len(codes)) or _are_days([str(number) for number in row]):
        return ()
    low, high = row[len(row) // 20], row[-1 - len(row) // 20]
    room = _CLOSE * len(row)
    return () if high - low > room else {at for at, number in numbers.items() if low - room < number < high + room}


def _are_days(numbers: Sequence[str]) -> bool:
    looked_at = numbers[:: max(1, len(numbers) // _SAMPLE)]
    return sum(map(has_day_of_birth, looked_at)) > len(looked_at) / 2


def _have_one_prefix(codes: Sequence[str]) -> bool:
    letters = [re.match(r"[A-Z]*", code.upper()) for code in codes]
    return len(codes) >= _FEW and len({found[0] for found in letters if found}) == 1
