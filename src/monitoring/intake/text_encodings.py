"""How the letters of a text file are written as bytes: found from the bytes. Runs in the limited child."""

import codecs
import re

from monitoring.intake.preflight import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LATIN = ("cp1252", "cp1250", "cp1254", "mac_roman")
_OTHER_SCRIPTS = ("cp1256", "cp1251")
"""Older encodings, of one byte a letter: western, central European, Turkish, of Macintoshes; Arabic and Cyrillic."""

_WESTERN = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿŒœŸ°«»‘’“”–—…€£§·¿¡´\xa0")
_WORD = re.compile(rb"[A-Za-z\x80-\xff]{2,}")
_SAMPLE = 20_000
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")


def decoded(content: bytes) -> str:
    """The file as text. Raises Refused for what is no text."""
    encoding = _encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode(encoding, errors="replace")
    if _NO_TEXT.search(text) or not text.strip():
        raise Refused("not_a_table")
    return text


def _encoding(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    head = content[:4_000]
    if head.count(0) * 4 > len(head):  # two bytes a letter, one of them mostly zero; which one says the order
        return "utf-16-be" if head[::2].count(0) > head[1::2].count(0) else "utf-16-le"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _older(content)
    return "utf-8"


def _older(content: bytes) -> str:
    """The likeliest by the letters beyond ASCII: among plain ones in Latin words, among themselves in other scripts."""
    telling = b"\n".join(line for line in content.splitlines() if not line.isascii())[:_SAMPLE]
    words = [word for word in _WORD.findall(telling) if not word.isascii()]
    is_latin = sum(any(byte < 128 for byte in word) for word in words) * 2 >= len(words)
    if is_latin and all(letter in _WESTERN for letter in telling.decode("cp1252", errors="replace") if letter > "\x7f"):
        return _LATIN[0]
    from charset_normalizer import from_bytes  # nine of ten files are UTF-8

    possible = _LATIN if is_latin else _OTHER_SCRIPTS
    found = from_bytes(telling, cp_isolation=list(possible), threshold=0.6).best()
    return found.encoding if found else possible[0]
