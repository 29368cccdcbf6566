"""What the gate must know of Streamlit's messages: which are a person's doing, and how a page is run anew."""

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

from monitoring.access.entrance import Messages


def is_by_hand(message: bytes) -> bool:
    """Whether somebody did something. A page that refreshes itself, or a heartbeat, is no sign of a person."""
    said = BackMsg()
    try:
        said.ParseFromString(message)
    except DecodeError:
        return False
    return said.WhichOneof("type") == "rerun_script" and not said.rerun_script.is_auto_rerun


MESSAGES = Messages(is_by_hand, BackMsg(rerun_script=ClientState()).SerializeToString())
