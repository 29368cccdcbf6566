"""The words of the commands `export` and `brief`."""

import argparse
from pathlib import Path

from monitoring.domain.export import EXPORT_FILTERS, EXPORT_FORMATS


def add_export(parser: argparse.ArgumentParser) -> None:
    """`export --what rows ...`, `export approve ID`, `export --request ID --out DIR`."""
    parser.add_argument("deed", nargs="?", choices=("approve", "refuse"), help="decide about a request")
    parser.add_argument("id", nargs="?", type=int, metavar="ID", help="of the request")
    parser.add_argument(
        "--what",
        choices=("rows", "figures", "table", "practice"),
        help="table: answered in the next release; practice: of people who do not exist",
    )
    parser.add_argument("--indicator", metavar="ID", help="of a table: its number")
    parser.add_argument("--by", default="", metavar="country,round", help="of a table: one or two dimensions")
    parser.add_argument("--purpose", metavar="TEXT", help="what it is for; somebody else reads it and decides")
    parser.add_argument("--ethics", metavar="TEXT", help="the reference of an ethics review")
    parser.add_argument("--request", type=int, metavar="ID", help="write the rows of this approved request")
    parser.add_argument("--out", type=Path, metavar="DIR", help="a new folder")
    parser.add_argument(
        "--where", nargs="+", action="extend", default=[], metavar="k=v[,v]", help=_listed(EXPORT_FILTERS)
    )
    parser.add_argument("--format", metavar="FORMATS", help=f"{_listed(EXPORT_FORMATS)}; default: all")
    parser.add_argument("--as", dest="who", required=True, metavar="NAME", help="in whose name")


def add_brief(parser: argparse.ArgumentParser) -> None:
    """`brief --kind summary --out FILE.pdf`."""
    parser.add_argument(
        "--kind",
        choices=("summary", "survivors", "framework"),
        default="summary",
        help="framework: the results framework, as Excel workbook or as IATI results file",
    )
    parser.add_argument(
        "--release", type=int, metavar="ID", help="which is meant; only the newest approved one will do"
    )
    parser.add_argument("--country", metavar="XX", help="default: all countries")
    parser.add_argument("--language", default="en")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.pdf|.docx|.xlsx|.xml")
    parser.add_argument("--as", dest="who", required=True, metavar="NAME", help="in whose name")


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words)
