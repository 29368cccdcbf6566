"""A brief as PDF: typeset by typst, real text, tagged, no browser; the same page on any machine."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

from monitoring.domain.brief import Brief

_PAGES = Path(__file__).parent


def as_pdf(brief: Brief) -> bytes:
    """The page. Its fonts come with typst: none of the machine's is looked at."""
    import typst  # 30 MB that nobody but a brief needs

    made: bytes = typst.compile(
        _page().encode(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"brief": json.dumps(asdict(brief), ensure_ascii=False)},
    )
    return made


@cache
def _page() -> str:
    return (_PAGES / "page.typ").read_text(encoding="utf-8")
