"""The few pages before the dashboard, as plain HTML without a script. They show nothing of anybody's data."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from starlette.responses import HTMLResponse

from monitoring.words import say

_PAGES = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)


def _say(key: str, **facts: object) -> str:
    return say(f"sign_in.{key}", **facts)


_PAGES.globals["say"] = _say


def page(page_name: str, status: int = 200, /, **facts: object) -> HTMLResponse:
    """The page of that name. What is put into it is text, never markup."""
    content = _PAGES.get_template(f"{page_name}.html").render(title=_say("title"), **facts)
    return HTMLResponse(content, status, {"cache-control": "no-store"})
