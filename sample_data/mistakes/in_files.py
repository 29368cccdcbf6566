"""Mistakes of the file itself: it is no workbook, cannot be opened, or holds what no office would send."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
"""How .xls files begin, and all Office files behind a password."""

BLANK_BYTES = 62 * 1024 * 1024


def not_a_workbook(_: bytes) -> bytes:
    """A text file under the wrong ending."""
    return b"survivor_id,round,status\nMD-0001,0,interviewed\n"


def old_excel_file(_: bytes) -> bytes:
    """The first sector of an .xls file, saved under the new ending."""
    return OLD_OFFICE + bytes(504)


def password_protected(_: bytes) -> bytes:
    """What a workbook behind a password looks like from outside."""
    return OLD_OFFICE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(480)


def unreadable_workbook(good: bytes) -> bytes:
    """The list of sheets is cut off in the middle, as after a broken transfer."""
    parts = _parts(good)
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"][: len(parts["xl/workbook.xml"]) // 2]
    return _zipped(parts)


def macros(good: bytes) -> bytes:
    """A workbook with a program in it; here an empty one."""
    return _zipped({**_parts(good), "xl/vbaProject.bin": b""})


def too_large(good: bytes) -> bytes:
    """Small to send, far too large once opened: zeros, which no workbook needs."""
    return _zipped({**_parts(good), "xl/media/blank.bin": bytes(BLANK_BYTES)})


REPLACEMENTS = (not_a_workbook, old_excel_file, password_protected, unreadable_workbook, macros, too_large)


def _parts(workbook: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    """The same parts give the same bytes: each carries the zip format's own first day."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return written.getvalue()
