"""Writes an approved export: rows in which people are hidden, and all that is needed to read and to cite them."""

import secrets
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from monitoring.access.log import Log
from monitoring.domain.export import Anonymity, ExportRequest, Hidden
from monitoring.domain.people import Actor, Deed
from monitoring.services.export_contents import facts_of, write_beside
from monitoring.services.export_hiding import Hiding, hiding
from monitoring.services.export_requests import NotExported, check_enough, one, to_write
from monitoring.services.house import House

if TYPE_CHECKING:
    import polars

Progress = Callable[[int], None]
"""Hears how many rows were written so far."""


@dataclass(frozen=True, slots=True)
class Written:
    """What is in the folder now."""

    request: ExportRequest
    folder: Path
    rows: int
    hidden: Hidden
    files: tuple[str, ...]


def look(actor: Actor, house: House, id_: int) -> Hidden:
    """For whoever decides, and from the approval on for whoever asked: what hiding people comes to now.

    Raises NotAllowed, NotExported.
    """
    request = one(actor, house, id_) if actor.may(Deed.APPROVE_EXPORT) else to_write(actor, house, id_)
    if request.is_table:
        raise NotExported("export_is_table", id=id_)
    return hiding(actor, house, request.where).hidden


def write(
    actor: Actor, house: House, id_: int, folder: Path, progress: Progress = lambda rows: None, language: str = "en"
) -> Written:
    """The pack into a folder, which must be new or empty. Raises NotAllowed, NotExported, Refusal."""
    from monitoring.exports import pack  # writers of five formats: half a second that only an export needs
    from monitoring.exports.hidden_rows import hidden_rows
    from monitoring.exports.practice import practice_rows
    from monitoring.exports.variables import variables

    request = to_write(actor, house, id_)
    check_enough(actor, house, request.where)
    made = hiding(actor, house, request.where)
    columns = variables(house.catalogue, made.hidden, language)
    batches = hidden_rows(_rows(house, made), house.catalogue.exports, made.hidden, made.left_out, columns)
    with pack.new_folder(folder):
        rows = pack.write_rows(folder, pack.ROWS, request.formats, columns, _told(batches, progress))
        pack.write_rows(folder, "practice", ("csv",), columns, [practice_rows(columns)])
        write_beside(actor, house, folder, request, made, columns, language)
        pack.write_manifest(folder, facts_of(actor, house, request, made.hidden, rows))
    house.store.exports.note(id_, "written", by=actor.name, at=house.now)
    Log(house.people.file).add(actor.name, "export_written", str(id_))
    return Written(request, folder, rows, made.hidden, tuple(sorted(path.name for path in folder.iterdir())))


def zipped(actor: Actor, house: House, id_: int, language: str = "en") -> bytes:
    """The pack as one file, for a browser. Raises as `write` does."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / f"export_{id_}"
        written = write(actor, house, id_, folder, language=language)
        content = BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in written.files:
                archive.write(folder / name, f"export_{id_}/{name}")
        return content.getvalue()


def practice(actor: Actor, house: House, language: str = "en") -> bytes:
    """Rows of people who do not exist, as CSV, in the finest form that rows could have. Raises NotAllowed."""
    actor.must(Deed.SEE_DEFINITIONS)
    from monitoring.exports.practice import practice_rows
    from monitoring.exports.variables import variables

    nobody = Anonymity(0, 0, None, 0)
    finest = Hidden({each.question: 0 for each in house.catalogue.exports.quasi_identifiers}, nobody, nobody, 0)
    return practice_rows(variables(house.catalogue, finest, language)).write_csv().encode()


def _told(batches: "Iterator[polars.DataFrame]", progress: Progress) -> "Iterator[polars.DataFrame]":
    rows = 0
    for batch in batches:
        yield batch
        rows += len(batch)
        progress(rows)


def _rows(house: House, made: Hiding) -> "Iterator[polars.DataFrame]":
    """With a secret that nobody keeps: no two exports have a person's code in common, nor their order."""
    sql, parameters = made.sql.rows
    return house.store.batches(sql, {**parameters, "secret": secrets.token_hex(32)})
