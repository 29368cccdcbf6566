"""Prints, for workbooks of several programs, what of the marked copy was compared byte for byte.

    python tests/annotate

A part is "same" when its bytes are; "marks" when it is, once our marks are taken out of it again. Faults are those of
a strict look at the package: before marking, and after. Exits with 1 where any other part differs or a fault is new.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))

from compared import compared
from offices_files import (
    OFFICE,
    SAMPLES,
    full_of_things,
    saved_by_libreoffice,
    template,
    with_drop_down_in_the_extension_block,
)

from monitoring.declarations.read import read_catalogue
from monitoring.settings import ROOT

REAL = ROOT.parent / "shared" / "real"


def main() -> int:
    wrong = 0
    heads = ("same", "marks", "odd", "new", "marked", "faults")
    print(f"{'workbook':58}" + "".join(f"{head:>8}" for head in heads))
    for name, content in _workbooks():
        found = compared(content)
        numbers = (found.same, found.put_into, found.odd, found.new, found.problems)
        told = f"{len(found.faults_before)} > {len(found.faults)}"
        print(f"{name[:57]:58}" + "".join(f"{len(each):8}" for each in numbers) + f"{told:>8}", flush=True)
        wrong += bool(found.odd) or found.faults != found.faults_before
    print(f"not as they should be: {wrong or 'none'}")
    return 1 if wrong else 0


def _workbooks() -> Iterator[tuple[str, bytes]]:
    catalogue = read_catalogue(ROOT / "indicators")
    ours, full = template(catalogue), full_of_things()
    yield "our template, filled in by openpyxl", ours
    yield "the same with a drop-down in the extension block", with_drop_down_in_the_extension_block(catalogue)
    yield "charts, tables, comments, formats, by XlsxWriter", full
    for path in sorted((SAMPLES / "kobo").glob("*_xml_names.xlsx")):
        yield f"a Kobo export: {path.stem}", path.read_bytes()
    if OFFICE:
        for name, content in (("our template", ours), ("the one with charts", full)):
            with TemporaryDirectory() as folder:
                yield f"{name}, saved by LibreOffice", saved_by_libreoffice(content, Path(folder))
    for path in sorted(REAL.rglob("*.xlsx")):
        yield f"of other organisations: {path.stem}", path.read_bytes()


if __name__ == "__main__":
    sys.exit(main())
