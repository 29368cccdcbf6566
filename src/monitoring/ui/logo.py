"""Our mark on every page, in the colours of the reader's theme. Draws nothing else, and fetches nothing."""

from base64 import b64encode
from functools import cache
from pathlib import Path

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Logo_pb2 import Logo
from streamlit.runtime.scriptrunner import get_script_run_ctx

from monitoring.ui import palette

ASSETS = Path(__file__).parent / "assets"


def show() -> None:
    """Says what `st.logo` says to the browser, word for word.

    `st.logo` itself imports numpy before it looks at the picture, and so does a page's icon: a tenth of all that the
    first page takes to start, for a drawing that goes to the browser as the text it is. The icon is a file of the
    server's instead (see ui/server.py).
    """
    context = get_script_run_ctx()
    if context is None:
        return
    message = ForwardMsg()
    message.logo.image = _as_address("logo_dark.svg" if palette.is_dark() else "logo_light.svg")
    message.logo.image_type = Logo.ImageType.IMAGE
    message.logo.size = "large"
    context.enqueue(message)


@cache
def _as_address(name: str) -> str:
    """The drawing as a `data:` address, which the content policy allows for pictures."""
    return "data:image/svg+xml;base64," + b64encode((ASSETS / name).read_bytes()).decode()
