"""The few pages before the dashboard, as plain HTML without a script. They show nothing of anybody's data."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse

from monitoring.words import say

if TYPE_CHECKING:
    from jinja2 import Environment


def page(page_name: str, status: int = 200, /, **facts: object) -> HTMLResponse:
    """The page of that name. What is put into it is text, never markup."""
    content = _templates().get_template(f"{page_name}.html").render(title=_say("title"), **facts)
    return HTMLResponse(content, status, {"cache-control": "no-store"})


@cache
def _templates() -> Environment:
    """Read when somebody first stands before the door: the dashboard itself has no use for a template."""
    from jinja2 import Environment, FileSystemLoader

    templates = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)
    templates.globals["say"] = _say
    return templates


def _say(key: str, **facts: object) -> str:
    return say(f"sign_in.{key}", **facts)
