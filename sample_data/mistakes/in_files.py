"""Mistakes of the file itself: it is no workbook, cannot be opened, or holds what no office would send."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
"""How .xls files begin, and all Office files behind a password."""

_SPREADSHEET = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
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


def binary_workbook(good: bytes) -> bytes:
    """Saved as .xlsb; only the name of its main part is needed to tell."""
    return _zipped({name.replace("workbook.xml", "workbook.bin"): part for name, part in _parts(good).items()})


def open_document(_: bytes) -> bytes:
    """What LibreOffice saves of its own accord."""
    return _zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<content/>"})


def embedded_files(good: bytes) -> bytes:
    """A file inside the file; here an empty one."""
    return _zipped({**_parts(good), "xl/embeddings/oleObject1.bin": b""})


def program_link(good: bytes) -> bytes:
    """A link of the kind that starts a program when somebody agrees to refresh it."""
    link = b'<externalLink xmlns="%b"><ddeLink ddeService="x" ddeTopic="y"/></externalLink>' % _SPREADSHEET
    return _zipped({**_parts(good), "xl/externalLinks/externalLink1.xml": link})


def external_links(good: bytes) -> bytes:
    """A formula somewhere takes its value from another workbook."""
    link = b'<externalLink xmlns="%b"><externalBook/></externalLink>' % _SPREADSHEET
    return _zipped({**_parts(good), "xl/externalLinks/externalLink1.xml": link})


def data_connections(good: bytes) -> bytes:
    """The rows come from a database when somebody refreshes them."""
    return _zipped({**_parts(good), "xl/connections.xml": b'<connections xmlns="%b"/>' % _SPREADSHEET})


def too_large(good: bytes) -> bytes:
    """More sheets than anybody checks at once; more than 25 MB would be refused in the same words."""
    parts = _parts(good)
    more = b"".join(b'<sheet name="%d" sheetId="%d" r:id="rId1"/>' % (at, at) for at in range(100, 400))
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"</sheets>", more + b"</sheets>")
    return _zipped(parts)


def zip_bomb(good: bytes) -> bytes:
    """Small to send, far too large once opened: zeros, which no workbook needs."""
    return _zipped({**_parts(good), "xl/media/blank.bin": bytes(BLANK_BYTES)})


REPLACEMENTS = (
    not_a_workbook, old_excel_file, binary_workbook, open_document, password_protected, unreadable_workbook, macros,
    embedded_files, program_link, external_links, data_connections, too_large, zip_bomb,
)  # fmt: skip


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
