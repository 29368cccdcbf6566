"""Workbooks as different programs write them, with whatever an office might have added to them."""

import shutil
import subprocess
import warnings
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter
from openpyxl import load_workbook

from monitoring.derive.excel_template import excel_template
from monitoring.domain.problem import Level, Problem
from monitoring.settings import ROOT

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
SAMPLES = ROOT / "sample_data"


def problem(sheet, cell, *, code="required_answer", level=Level.ERROR, label="Gender"):
    return Problem(code, level, sheet, cell, "gender", facts=(("label", label),))


def opened(content: bytes):
    """By openpyxl, which warns of what it does not know and leaves out: that is why we do not write with it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return load_workbook(BytesIO(content))


def saved(book) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def rebuilt(content: bytes, changes) -> bytes:
    """The workbook with parts changed, put in or (None) left out: path -> bytes, or a function of the old bytes."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            change = changes.get(name, old.read(name))
            if change is None:
                continue
            new.writestr(name, change(old.read(name)) if callable(change) else change)
        for name in changes.keys() - set(old.namelist()):
            new.writestr(name, changes[name])
    return out.getvalue()


def template(catalogue, language="en") -> bytes:
    """Our template, one row filled in by openpyxl."""
    book = opened(excel_template(catalogue, language=language, country="MD"))
    form = catalogue.forms["survivors"]
    sheet = book[form.label[language]]
    for column, question in enumerate(form.questions, 1):
        sheet.cell(3, column, "MD-0001" if question.name == "survivor_id" else None)
    return saved(book)


def full_of_things() -> bytes:
    """XlsxWriter writes as Excel does, byte for byte in its own tests; here with what Excel users add."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        dates = book.add_format({"num_format": "yyyy-mm-dd", "bg_color": "#FFFF00", "border": 1})
        book.define_name("Kept", "=People!$A$1:$A$3")
        sheet, other = book.add_worksheet("People"), book.add_worksheet("It's <other> & more")
        sheet.write_row("A1", ["code", "day", "number", "list"])
        for row in range(1, 40):
            sheet.write(row, 0, f"MD-{row:04}")
            sheet.write_datetime(row, 1, datetime(2026, 1, 1), dates)
            sheet.write_formula(row, 2, f"=ROW()*{row}", None, row * (row + 1))
        sheet.set_column("D:D", 30, book.add_format({"num_format": "@", "italic": True}))
        sheet.set_row(5, 30, book.add_format({"bold": True}))
        sheet.data_validation("D2:D40", {"validate": "list", "source": ["a", "b > c"], "input_message": "x > y"})
        sheet.conditional_format("C2:C40", {"type": "data_bar", "data_bar_2010": True})
        sheet.conditional_format("A2:A40", {"type": "duplicate", "format": book.add_format({"bg_color": "#FF0000"})})
        sheet.merge_range("A42:C44", "together")
        sheet.write_comment("A2", "a colleague's <note>", {"author": "Ana"})
        sheet.insert_button("F2", {"caption": "press"})
        sheet.autofilter("A1:D40")
        sheet.freeze_panes(1, 0)
        sheet.write_url("E1", "https://example.org/?a=1&b=2")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=People!$C$2:$C$40"})
        sheet.insert_chart("H2", chart)
        sheet.set_header("&L&G", {"image_left": str(ROOT / "docs" / "overview.png")})
        other.add_table("A1:B3", {"data": [["x", 1], ["y", 2]]})
        other.add_sparkline("D1", {"range": "People!C2:C40"})
        other.protect()
    return out.getvalue()


EXTENSION = (
    b'<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
    b' uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations'
    b' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">'
    b'<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>lists!$A$1:$A$9</xm:f></x14:formula1>'
    b"<xm:sqref>B3:B99</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>"
)


def with_drop_down_in_the_extension_block(catalogue) -> bytes:
    """As Excel writes a drop-down that takes its answers from another sheet."""
    put = {"xl/worksheets/sheet2.xml": lambda xml: xml.replace(b"</worksheet>", EXTENSION)}
    return rebuilt(template(catalogue), put)


def saved_by_libreoffice(content: bytes, folder: Path) -> bytes:
    return converted(content, folder, "xlsx").read_bytes()


def converted(content: bytes, folder: Path, ending: str) -> Path:
    """What LibreOffice makes of a workbook."""
    assert OFFICE, "LibreOffice is needed for this test: install the system's package libreoffice-calc"
    mine, theirs = folder / "mine.xlsx", folder / "theirs"
    mine.write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [OFFICE, profile, "--headless", "--convert-to", ending, "--outdir", str(theirs), str(mine)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return theirs / f"mine.{ending}"
