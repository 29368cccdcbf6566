"""Looks at the zip of a workbook before anything is unzipped: what it is, how large, what it brings along.

Standard library only; runs in the limited child. Reads no cell. Pictures, comments, properties and custom XML are no
danger and no answers: they are passed over and never opened. What only programs or other files could fill is refused.
"""

import re
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812  # an exception named like a function

from monitoring.intake import limits

ZIP_SIGNATURE = b"PK\x03\x04"
OLE_SIGNATURE = bytes.fromhex("D0CF11E0A1B11AE1")  # .xls, and any Office file behind a password
_ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")
_CONTENT_TYPES = "[Content_Types].xml"
_PACKED = (ZIP_STORED, ZIP_DEFLATED)  # the standard allows no other; some others take memory before they give a byte
_ENCRYPTED = 0x1 | 0x40
_BRINGS_PROGRAMS = ("vbaproject.bin", "/macrosheets/")
_PROGRAM_TYPES = (b"vbaproject", b"macrosheet")
_BRINGS_FILES = ("/embeddings/", "/activex/")
_BRINGS_LINKS = "/externallinks/"
_BRINGS_CONNECTIONS = ("/connections.xml", "/querytables/", "/model/")
_LINKS_TO_PROGRAMS = tuple(word.encode(coding) for word in ("ddeLink", "oleLink") for coding in ("utf-8", "utf-16-le"))
_DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?\s*<\?xml\s[^>]{0,100}?\bencoding\s*=\s*["']([^"']+)""")
_CODINGS = (b"utf-8", b"us-ascii", b"ascii")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
UNREADABLE = (BadZipFile, ZlibError, EOFError, OSError, NotImplementedError, ValueError)
"""What Python's zip and XML readers raise at damaged files."""


class Refused(Exception):
    """The file cannot be read. `code` is a problem's code, `facts` fill its sentence; nothing of the content."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def open_zip(content: bytes) -> tuple[ZipFile, tuple[str, ...]]:
    """The zip, and the codes of what deserves a warning. Raises Refused for whatever is no harmless .xlsx workbook."""
    if content.startswith(OLE_SIGNATURE):
        raise Refused("password_protected" if _ENCRYPTED_MARK in content else "old_excel_file")
    if not content.startswith(ZIP_SIGNATURE):
        raise Refused("not_a_workbook")
    try:
        archive = ZipFile(BytesIO(content))
    except UNREADABLE as mistake:
        raise Refused("not_a_workbook") from mistake
    names = [f"/{part.filename.casefold()}" for part in archive.infolist()]
    _refuse_other_formats(archive, names)
    _refuse_odd_zips(archive.infolist(), len(content))
    _refuse_company(archive, names)
    return archive, tuple(_warnings(names))


def read_whole(archive: ZipFile, path: str) -> bytes:
    """A small XML part, unzipped. Raises Refused if it is large, missing, or brings definitions of its own."""
    try:
        if archive.getinfo(path).file_size > limits.MAX_SMALL_PART_BYTES:
            raise too_large()
        content = archive.read(path)
    except (KeyError, *UNREADABLE) as mistake:
        raise Refused("unreadable_workbook") from mistake
    refuse_odd_xml(content)
    return content


def refuse_odd_xml(xml: bytes) -> None:
    """Spreadsheet programs write UTF-8 without a DTD; whoever does not wants the reader to expand entities unseen."""
    declared = _DECLARED.match(xml)
    coding = declared[1].lower() if declared else b"utf-8"
    if xml.startswith(_UTF_16) or b"\x00" in xml[:4] or coding not in _CODINGS or b"<!DOCTYPE" in xml:
        raise Refused("unreadable_workbook")


def too_large() -> Refused:
    """The refusal of a file beyond our limits."""
    return Refused("too_large", megabytes=str(limits.MAX_FILE_BYTES // limits.MB))


def refuse_odd_zip(archive: ZipFile, size: int) -> None:
    """What holds for every zip that people hand over, of `size` bytes. Raises Refused."""
    if any(part.flag_bits & _ENCRYPTED for part in archive.infolist()):
        raise Refused("password_protected")
    _refuse_odd_zips(archive.infolist(), size)


def _refuse_other_formats(archive: ZipFile, names: list[str]) -> None:
    if any(part.flag_bits & _ENCRYPTED for part in archive.infolist()):
        raise Refused("password_protected")
    if "/mimetype" in names and "/content.xml" in names:
        raise Refused("open_document")
    if any(name.endswith("/workbook.bin") for name in names):
        raise Refused("binary_workbook")
    if _CONTENT_TYPES not in archive.namelist() or not any("/workbook" in name for name in names):
        raise Refused("not_a_workbook")


def _refuse_odd_zips(parts: list[ZipInfo], size: int) -> None:
    """Zips that no spreadsheet program writes: bombs, parts that lie over each other, names that mean other places."""
    unzipped = sum(part.file_size for part in parts)
    if len(parts) > limits.MAX_PARTS:
        raise too_large()
    suspicious = unzipped > limits.UNSUSPICIOUS_BYTES and unzipped > limits.MAX_RATIO * size
    if unzipped > limits.MAX_UNZIPPED_BYTES or suspicious or _overlap(parts):
        raise Refused("zip_bomb", megabytes=str(limits.UNSUSPICIOUS_BYTES // limits.MB))
    names = [part.filename.casefold() for part in parts]
    astray = any(name.startswith("/") or ".." in name.split("/") for name in names)
    if astray or len(set(names)) < len(names) or any(part.compress_type not in _PACKED for part in parts):
        raise Refused("unreadable_workbook")


def _overlap(parts: list[ZipInfo]) -> bool:
    """Whether two parts share bytes: a few kilobytes can so become terabytes."""
    places = sorted((part.header_offset, part.compress_size) for part in parts)
    return any(start + size > following for (start, size), (following, _) in pairwise(places))


def _refuse_company(archive: ZipFile, names: list[str]) -> None:
    """Programs, files inside the file, and links that start a program."""
    types = read_whole(archive, _CONTENT_TYPES).lower()
    if any(mark in name for name in names for mark in _BRINGS_PROGRAMS) or any(
        each in types for each in _PROGRAM_TYPES
    ):
        raise Refused("macros")
    if any(mark in name for name in names for mark in _BRINGS_FILES):
        raise Refused("embedded_files")
    for part, name in zip(archive.infolist(), names, strict=True):
        if _BRINGS_LINKS in name and "/_rels/" not in name:
            link = read_whole(archive, part.filename)
            if any(mark in link for mark in _LINKS_TO_PROGRAMS):
                raise Refused("program_link")


def _warnings(names: list[str]) -> list[str]:
    links = any(_BRINGS_LINKS in name for name in names)
    connections = any(mark in name for name in names for mark in _BRINGS_CONNECTIONS)
    return [*(["external_links"] if links else []), *(["data_connections"] if connections else [])]
