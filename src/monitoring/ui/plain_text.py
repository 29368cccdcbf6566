"""Text that came from outside, made harmless before it is drawn. Ours needs none of this.

Streamlit reads almost everything as Markdown (also in tables and notices), and plotly reads a kind of HTML. A
provider's name such as `![](http://...)` would send the reader's browser to whatever address it names.
"""

import re

JOINER = "\u2060"  # invisible, never breaks a line; keeps `www.`, `https:` and `:material/` from being recognised

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-!|<>~$&\"'=^])")
_RECOGNISED = re.compile(r"([:.@])")
_BREAKS = re.compile(r"\s+")


def for_markdown(text: str) -> str:
    """The text as Markdown that shows exactly these characters: no link, picture, icon, colour or table."""
    escaped = _MARKDOWN.sub(r"\\\1", _BREAKS.sub(" ", text))
    return _RECOGNISED.sub(JOINER + r"\1", escaped)


def for_chart(text: str) -> str:
    """The text for a plotly label: no tag, and no `$`, which would start a formula."""
    plain = _BREAKS.sub(" ", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("$", "&#36;")


def shortened(text: str, longest: int = 28) -> str:
    """At most `longest` characters, the last an ellipsis where something was left off."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
